import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case, Channel } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { parseMoney } from '../../core/money.ts';
import type { Carried, RunPlace, RunSetting } from '../../core/run/index.ts';
import { placeOfNothing, placeOfReaction, placeOfStep } from '../../core/run/index.ts';
import type { CaseItem } from './item.ts';
import type { Moment } from './today.ts';

/** What travels on an item, as the machine of a step reads it. */
export function settingOf(item: CaseItem, subject: Case, cadence: CadenceSettings, moment: Moment): RunSetting {
  return {
    subject,
    cadence,
    place: placeOf(item, moment.today),
    step: item.step,
    tierId: item.tier?.id,
    carried: carriedOn(item),
    on: moment.today,
    now: moment.now,
  };
}

export function placeOf(item: CaseItem, today: CivilDate): RunPlace {
  const cadenceId = item.cadenceId ?? 'sem-regua';
  if (item.step) return placeOfStep(cadenceId, item.step);
  if (item.event) return placeOfReaction(cadenceId, item.event);
  return placeOfNothing(cadenceId, today);
}

function carriedOn({ channel, offerPolicyId, event, agreement }: CaseItem): Carried {
  const channels = channel?.ranking.filter(({ eligible }) => eligible).map((ranked) => ranked.channel as Channel);
  // An instalment's reminder and an agreement just made say which agreement they are about.
  const agreementId = event?.['agreementId'] ?? idOf(event?.['agreement']) ?? idOf(agreement);
  return {
    channels,
    offerPolicyId,
    ...(typeof agreementId === 'string' ? { agreementId } : {}),
    // The payment that started this reaction, as the trigger told it.
    ...(event?.kind === 'payment' && typeof event['amount'] === 'string'
      ? { received: { amount: parseMoney(event['amount']), excess: typeof event['excess'] === 'string' ? parseMoney(event['excess']) : 0 } }
      : {}),
  };
}

const idOf = (value: unknown): unknown => (typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined);
