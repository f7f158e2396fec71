import type { CadenceDocument } from '../../core/cadence/document.ts';
import { addDays } from '../../core/civil-date.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Case } from '../../core/case/index.ts';
import { between, chance, mulberry32, pick, seedOf } from '../../core/simulation/random.ts';
import type { Delivery } from '../../core/simulation/index.ts';
import type { WorldEvent } from '../../core/simulation/index.ts';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
export type Happening = DistributiveOmit<WorldEvent, 'day'>;

/** What happens outside on each day, and to whom: told to n8n and to the simulation alike. */
export interface Script {
  readonly from: CivilDate;
  readonly days: number;
  /** By civil date, in the order in which it happens: events of different cases never meet. */
  readonly on: ReadonlyMap<CivilDate, readonly { readonly caseId: string; readonly what: Happening }[]>;
}

/**
 * Payments whole, in part and too much, twice on a day; promises, disputes and their end, opt-outs, replies, agreements and their instalments, receipts,
 * confirmations of bureau entries. Every case lives by dice of its own.
 */
export function scriptOf(cases: readonly Case[], document: CadenceDocument, seed: number, from: CivilDate, days: number): Script {
  const on = new Map<CivilDate, { caseId: string; what: Happening }[]>();
  for (const subject of cases) {
    const random = mulberry32(seedOf(seed, subject.id));
    const tell = (day: number, what: Happening): void => {
      if (day >= days) return;
      const date = addDays(from, day);
      const list = on.get(date) ?? [];
      list.push({ caseId: subject.id, what });
      on.set(date, list);
    };
    const [debt] = subject.debts;
    if (!debt) continue;
    let payments = 0;
    const pays = (day: number, percent: number): void => {
      payments += 1;
      const target = pick(random, subject.debts);
      const reference = `pix-${subject.id}-${payments}`;
      const amount = Math.max(1, Math.round((target.principal * percent) / 100));
      tell(day, chance(random, 70) ? { kind: 'receives', amount, debtId: target.id, reference } : { kind: 'receives', amount, reference });
    };
    const roll = random() * 100;
    const day = between(random, 2, days - 10);
    if (roll < 18) pays(day, pick(random, [100, 103, 110, 140]));
    else if (roll < 30) {
      pays(day, pick(random, [20, 50]));
      pays(day + between(random, 0, 9), pick(random, [30, 60, 120]));
    } else if (roll < 42) {
      tell(day, { kind: 'promises', inDays: between(random, 1, Math.max(1, document.policies.promise.maxDays)) });
      if (chance(random, 50)) pays(day + between(random, 1, 8), pick(random, [100, 106]));
    } else if (roll < 52) {
      tell(day, { kind: 'disputes', debtId: debt.id });
      if (chance(random, 60)) tell(day + between(random, 1, 15), { kind: 'resolves', debtId: debt.id });
    } else if (roll < 60) tell(day, { kind: 'opts-out', ...(chance(random, 50) ? { channel: pick(random, ['sms', 'whatsapp', 'email'] as const) } : {}) });
    else if (roll < 76) {
      const installments = pick(random, [1, 2, 3]);
      tell(day, { kind: 'agrees', policyId: '', installments });
      const kept = between(random, 0, installments);
      for (let number = 1; number <= kept; number++) pays(day + 2 + (number - 1) * between(random, 20, 30), Math.ceil(115 / installments));
    }
    if (chance(random, 35))
      tell(between(random, 1, days - 1), { kind: 'replies', channel: pick(random, ['sms', 'whatsapp', 'email'] as const), id: `resposta-${subject.id}` });
    for (let at = between(random, 1, 6); at < days; at += between(random, 4, 12)) tell(at, { kind: 'receipt' });
    for (let at = between(random, 3, 8); at < days; at += between(random, 5, 9)) tell(at, { kind: pick(random, ['registered', 'removed'] as const) });
  }
  return { from, days, on };
}

/** What the provider behind an address does on a day: the same whoever asks. E-mail and paper always leave. */
export function deliveryTo(address: string, on: CivilDate, seed: number): Delivery {
  const day = mulberry32(seedOf(seed, `dia ${on}`))() * 100;
  // A token that was changed: everything is refused, and nobody is to blame but the account.
  if (day < 4) return { kind: 'refused', fault: 'account' };
  const dice = mulberry32(seedOf(seed, `${address} ${on}`))() * 100;
  if (dice < 74) return { kind: 'accepted', status: 'sent' };
  if (dice < 86) return { kind: 'refused', fault: 'person' };
  if (dice < 92) return { kind: 'doubt' };
  return { kind: 'refused', fault: 'provider' };
}
