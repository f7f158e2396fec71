import type { Contact } from '../case/index.ts';
import { daysBetween, toDayNumber } from '../civil-date.ts';
import { ownValue } from '../json/own-value.ts';
import type { Life } from './life.ts';
import { between, chance } from './random.ts';

/** Does the debtor answer a contact that left? By the assumptions, nothing else; an answer proves that it arrived. */
export function answers(life: Life, contact: Contact): boolean {
  if (!chance(life.random, answerPercent(life, contact))) return false;
  const index = life.subject.contacts.lastIndexOf(contact);
  life.subject.contacts[index] = { ...contact, status: 'answered', deliveredAt: contact.deliveredAt ?? contact.at, answeredAt: contact.at };
  return true;
}

/** What the debtor who answered will do about it, and when. */
export function resolve(life: Life, offerPolicyId: string | undefined): void {
  const { assumptions } = life.prepared;
  const { pays, promises, agrees, disputes, optsOut } = assumptions.answers;
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

function answerPercent(life: Life, contact: Contact): number {
  const { assumptions } = life.prepared;
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
