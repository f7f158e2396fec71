import { isInstallmentPaid } from '../agreement/index.ts';
import { addBusinessDays, debtorPlace } from '../calendar/index.ts';
import type { Agreement, Contact } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { toDayNumber } from '../civil-date.ts';
import { promiseState } from '../step/index.ts';
import type { Assumptions } from './assumptions.ts';
import { firstEvents } from './first-events.ts';
import type { Life } from './life.ts';
import { between, chance } from './random.ts';
import { answers, offeredBy, resolve } from './respond.ts';
import type { Delivery, World } from './world.ts';

/** How long paper takes; the post promises three to seven. */
const LETTER_BUSINESS_DAYS = 5;

/** A world that follows assumptions, by the life's own dice. */
export function assumedWorld(assumptions: Assumptions): World {
  return {
    begins: (life: Life, from: CivilDate) => {
      for (const event of firstEvents(life.subject, assumptions, life.spontaneous, from)) life.plan(event);
    },
    delivers: (life, { candidate }): Delivery => {
      const { deliveredPercent, provenPercent } = assumptions.channels[candidate.channel];
      const arrives = chance(life.random, deliveredPercent);
      const proven = arrives && chance(life.random, provenPercent);
      if (candidate.channel === 'letter') {
        // Paper that gets lost is not heard of again; electronic senders say so.
        if (proven) life.plan({ day: inBusinessDays(life, LETTER_BUSINESS_DAYS), kind: 'receipt', contactId: life.nextContactId });
        return { kind: 'accepted', status: 'sent' };
      }
      return arrives ? { kind: 'accepted', status: proven ? 'delivered' : 'sent' } : { kind: 'refused', fault: 'person' };
    },
    hears: (life: Life, contact: Contact, offerPolicyId) => {
      const offered = offeredBy(life, offerPolicyId);
      if (!answers(life, assumptions, contact, offered)) return false;
      resolve(life, assumptions, offerPolicyId, offered);
      return true;
    },
    promised: (life, promise) => {
      const { pausedUntil } = promiseState(promise, life.subject, life.prepared.document.policies, life.today);
      if (chance(life.random, assumptions.promiseKeptPercent)) life.plan({ day: toDayNumber(promise.dueOn), kind: 'pays' });
      life.plan({ day: toDayNumber(pausedUntil) + 1, kind: 'promise-due', promiseId: promise.id });
    },
    agreed: (life, { id, installments }: Agreement) => {
      for (const { number, dueDate } of installments) life.plan({ day: toDayNumber(dueDate), kind: 'installment', agreementId: id, number });
    },
    paysInstallment: (life, { installments }, number) =>
      !installments.some((one) => one.number < number && !isInstallmentPaid(one)) && chance(life.random, assumptions.installmentPaidPercent),
    entryAsked: (life, { id }) => life.plan({ day: inBusinessDays(life, 2), kind: 'registered', entryId: id }),
    entryChanged: (life, { id, status }) => {
      if (status === 'removal-requested') life.plan({ day: inBusinessDays(life, 2), kind: 'removed', entryId: id });
      if (status === 'registered' && chance(life.random, assumptions.paysAfterRegistrationPercent)) life.plan({ day: later(life), kind: 'pays' });
    },
    filed: (life, { id, status }) => {
      if (status === 'prepared') life.plan({ day: inBusinessDays(life, 5), kind: 'filed', filingId: id });
      if (status === 'filed' && chance(life.random, assumptions.paysAfterFilingPercent)) life.plan({ day: later(life), kind: 'pays' });
    },
    chooses: (life, counts) => {
      const parts = counts.filter((count) => count > 1);
      const wantsParts = chance(life.random, assumptions.choosesInstallmentsPercent);
      return wantsParts && parts.length > 0 ? parts[between(life.random, 0, parts.length - 1)]! : (counts[0] ?? 1);
    },
    promisesWithin: (life, maxDays) => between(life.random, Math.min(2, maxDays), Math.min(7, maxDays)),
  };
}

const inBusinessDays = (life: Life, days: number): number =>
  toDayNumber(addBusinessDays(life.today, days, debtorPlace(life.subject.debtor, life.prepared.document.policies)));
const later = (life: Life): number => toDayNumber(life.today) + between(life.random, 1, 30);
