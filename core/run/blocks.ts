import type { BlockOf } from '../cadence/blocks.ts';
import type { MessagePurpose } from '../case/index.ts';
import { CHANNEL_LABELS } from '../case/index.ts';
import type { ChannelDecision } from '../channel/index.ts';
import { rankChannels } from '../channel/index.ts';
import type { CaseOffers } from '../offer/index.ts';
import { offersForCase } from '../offer/index.ts';
import type { BlockEnd } from './block-end.ts';
import type { RunSetting } from './setting.ts';
import { handOffTask } from './tasks.ts';

export interface ChannelEnd extends BlockEnd {
  readonly decision: ChannelDecision;
}

/** Ranks the allowed channels; who can be reached by none has no step today. */
export function chooseChannel(
  { subject, cadence, on }: RunSetting,
  block: Pick<BlockOf<'channelChoice'>, 'channels' | 'preferAnswered' | 'maxCostCents'>,
  purpose: MessagePurpose,
): ChannelEnd {
  const decision = rankChannels(subject, {
    allowed: block.channels,
    preferAnswered: block.preferAnswered,
    maxCostCents: block.maxCostCents,
    settings: cadence.policies.channels,
    on,
    purpose,
  });
  const { chosen, ranking, reasons } = decision;
  if (chosen) {
    const channels = ranking.filter(({ eligible }) => eligible).map(({ channel }) => channel);
    return { decision, ending: { kind: 'prepared' }, reasons, carried: { channels } };
  }
  const reason = reasons[0] ?? `Nenhum canal serve para este devedor (${block.channels.map((channel) => CHANNEL_LABELS[channel]).join(', ')}).`;
  return { decision, ending: { kind: 'skipped', reason }, reasons: reasons.length > 0 ? reasons : [reason], notDone: { code: 'no-channel', reason } };
}

export interface OfferEnd extends BlockEnd {
  readonly found: CaseOffers;
}

/** Finds what may be offered today; without an offer what would have presented it never comes to run. */
export function proposeOffers({ subject, cadence, tierId, on }: RunSetting, policyId: string): OfferEnd {
  const found = offersForCase(subject, cadence.policies, policyId, tierId ?? subject.tierId, on);
  if ('refusal' in found)
    return { found, ending: { kind: 'skipped', reason: found.refusal }, reasons: [found.refusal], notDone: { code: 'no-offer', reason: found.refusal } };
  return {
    found,
    ending: { kind: 'prepared' },
    reasons: [`Proposta "${found.policy.name}": ${found.offers[0]!.description}`],
    carried: { offerPolicyId: found.policy.id },
  };
}

/** @throws ReguaError `task.no-title` */
export function openHandOff(
  { subject, cadence, place, on }: RunSetting,
  block: Pick<BlockOf<'humanTask'>, 'id' | 'title' | 'instructions' | 'team' | 'dueInBusinessDays'>,
): BlockEnd {
  return { ending: { kind: 'done' }, reasons: [], tasks: [handOffTask(block, place, subject, cadence.policies, on)] };
}
