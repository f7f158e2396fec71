import type { Block } from '../../../core/cadence/blocks.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { BLOCK_LABELS, PURPOSE_LABELS } from '../../../core/cadence/labels.ts';
import { messageVariable } from '../../../core/message/variables.ts';
import { CHANNEL_LABELS } from '../../../core/case/channel.ts';
import { t } from '../strings/index.ts';

/** A block in two short lines: what it is, and what a manager wants to know first. */
export function describeBlock(block: Block, document: CadenceDocument): { title: string; detail: string } {
  const words = t().block;
  switch (block.kind) {
    case 'message':
      return {
        title: PURPOSE_LABELS[block.purpose],
        detail:
          block.channel === 'chosen' ? firstWords(block.texts[0]?.body ?? '') : `${CHANNEL_LABELS[block.channel]} · ${firstWords(block.texts[0]?.body ?? '')}`,
      };
    case 'channelChoice':
      return { title: BLOCK_LABELS.channelChoice, detail: block.channels.map((channel) => CHANNEL_LABELS[channel]).join(', ') };
    case 'offer':
      return { title: BLOCK_LABELS.offer, detail: document.policies.offers.find((offer) => offer.id === block.policyId)?.name ?? words.noPolicy };
    case 'bureau':
      return { title: block.action === 'request' ? words.bureauRequest : words.bureauRemoval, detail: words.manualProvider };
    case 'smallClaims':
      return { title: BLOCK_LABELS.smallClaims, detail: words.smallClaimsDetail };
    case 'humanTask':
      return { title: block.title, detail: words.taskDetail(block.team, block.dueInBusinessDays) };
    case 'custom':
      return { title: block.label, detail: words.customDetail };
    default:
      return block satisfies never;
  }
}

/** The text as it might come out, short enough for a card. */
function firstWords(body: string): string {
  return body
    .replace(/\{%.*?%\}/gs, '')
    .replace(/\{\{\s*([\w.]+).*?\}\}/g, (_, name: string) => String(messageVariable(name)?.example ?? '…'))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 90);
}
