import type { MessageText } from '../cadence/blocks.ts';
import type { Channel, DefaultReason } from '../case/index.ts';

export interface TextSituation {
  readonly channel: Channel;
  readonly tierId?: string | undefined;
  readonly defaultReason?: DefaultReason | undefined;
}

/**
 * The most specific text that fits. A text fits when everything it names (channel, tier, reason for default) is the case's.
 * More named things win; of as many, the reason wins over the channel and the channel over the tier, because a wrong tone
 * hurts more than a long SMS; of equals, the first.
 */
export function chooseText(texts: readonly MessageText[], situation: TextSituation): MessageText | undefined {
  let best: MessageText | undefined;
  let bestRank = -1;
  for (const text of texts) {
    const rank = rankOf(text, situation);
    if (rank > bestRank) [best, bestRank] = [text, rank];
  }
  return best;
}

function rankOf(text: MessageText, { channel, tierId, defaultReason }: TextSituation): number {
  if (text.channel !== 'any' && text.channel !== channel) return -1;
  if (text.tierId !== undefined && text.tierId !== tierId) return -1;
  if (text.defaultReason !== undefined && text.defaultReason !== defaultReason) return -1;
  const byReason = Number(text.defaultReason !== undefined);
  const byChannel = Number(text.channel !== 'any');
  const byTier = Number(text.tierId !== undefined);
  return (byReason + byChannel + byTier) * 8 + byReason * 4 + byChannel * 2 + byTier;
}

/** A stable name of a text among its block's, for the record and for comparing variants: `whatsapp/ouro/illness#2`. */
export function variantName(texts: readonly MessageText[], text: MessageText): string {
  const parts = [text.channel, text.tierId, text.defaultReason].filter((part) => part !== undefined);
  return `${parts.join('/')}#${texts.indexOf(text) + 1}`;
}
