import type { Contact } from '../case/index.ts';
import { daysBetween, toDayNumber } from '../civil-date.ts';
import { ownValue } from '../json/own-value.ts';
import { offersForCase } from '../offer/index.ts';
import type { Assumptions } from './assumptions.ts';
import type { Life } from './life.ts';
import { between, chance } from './random.ts';

/** Does the debtor answer a contact that left? By the assumptions, nothing else. */
export const answers = (life: Life, assumptions: Assumptions, contact: Contact, offered: Offered): boolean =>
  chance(life.random, answerPercent(life, assumptions, contact) * offerFactor(assumptions, offered));

/** What a message offers beside the whole amount. */
export interface Offered {
  /** Of what is owed, 0–100; the most that any of the offers takes off. */
  readonly percentOff: number;
  readonly installments: boolean;
}
export const NOTHING_OFFERED: Offered = { percentOff: 0, installments: false };

export function offeredBy(life: Life, offerPolicyId: string | undefined): Offered {
  if (offerPolicyId === undefined) return NOTHING_OFFERED;
  const found = offersForCase(life.subject, life.prepared.document.policies, offerPolicyId, life.tierId, life.today);
  if ('refusal' in found) return NOTHING_OFFERED;
  const percentOff = found.offers.reduce((most, { original, savings }) => Math.max(most, original > 0 ? (savings / original) * 100 : 0), 0);
  return { percentOff, installments: found.offers.some(({ kind }) => kind === 'installments') };
}

const offerFactor = ({ offers }: Assumptions, { percentOff, installments }: Offered): number =>
  offers.answerPerTenPercent ** (percentOff / 10) * (installments ? offers.answerWithInstallments : 1);

/** What the debtor who answered will do about it, and when. */
export function resolve(life: Life, assumptions: Assumptions, offerPolicyId: string | undefined, { percentOff }: Offered): void {
  const { pays, promises, disputes, optsOut } = assumptions.answers;
  const agrees = assumptions.answers.agrees * assumptions.offers.agreesPerTenPercent ** (percentOff / 10);
  const roll = life.random() * Math.max(100, pays + promises + agrees + disputes + optsOut);
  const later = toDayNumber(life.today) + between(life.random, assumptions.paymentLagDays.min, assumptions.paymentLagDays.max);
  const tomorrow = toDayNumber(life.today) + 1;
  const payment = (): void =>
    life.plan({
      day: Math.max(tomorrow, later),
      kind: 'pays',
      onlyOldest: chance(life.random, assumptions.paysOnlyOldestPercent),
      part: chance(life.random, assumptions.paysPartPercent),
    });
  if (roll < pays) payment();
  else if (roll < pays + promises) life.plan({ day: tomorrow, kind: 'promises' });
  else if (roll < pays + promises + agrees) {
    if (offerPolicyId === undefined) payment();
    else life.plan({ day: tomorrow, kind: 'agrees', policyId: offerPolicyId });
  } else if (roll < pays + promises + agrees + disputes) life.plan({ day: tomorrow, kind: 'disputes' });
  else if (roll < pays + promises + agrees + disputes + optsOut) life.plan({ day: tomorrow, kind: 'opts-out' });
}

function answerPercent(life: Life, assumptions: Assumptions, contact: Contact): number {
  const oldest = life.chargeable()[0];
  const age = oldest ? Math.max(0, daysBetween(oldest.dueDate, life.today)) : 0;
  const fade = assumptions.ageHalvesEveryDays > 0 ? 0.5 ** (age / assumptions.ageHalvesEveryDays) : 1;
  const month = life.subject.contacts.filter((other) => daysBetween(other.localDate, life.today) < 30).length;
  const tired = assumptions.insistenceFactor ** Math.max(0, month - 3);
  return (
    assumptions.channels[contact.channel].answeredPercent *
    assumptions.purposes[contact.purpose] *
    (ownValue(assumptions.tiers, life.tierId) ?? 1) *
    fade *
    tired
  );
}
