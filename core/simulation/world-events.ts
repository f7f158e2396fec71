import { breachOf, isInstallmentPaid, reinstate } from '../agreement/index.ts';
import { advanceEntry, removalState } from '../bureau/index.ts';
import type { EventKind } from '../cadence/document.ts';
import type { Place } from '../calendar/index.ts';
import { addBusinessDays, debtorPlace } from '../calendar/index.ts';
import { openDebts } from '../case/index.ts';
import type { Agreement } from '../case/index.ts';
import { chargesFor } from '../payment/index.ts';
import { addDays, toDayNumber } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import { agreementFrom, offersForCase } from '../offer/index.ts';
import { promiseState } from '../step/index.ts';
import { react } from './execute-step.ts';
import type { Life } from './life.ts';
import { between, chance } from './random.ts';
import type { Sink } from './sink.ts';
import type { WorldEvent } from './world-event.ts';

export function happen(life: Life, event: WorldEvent, sink: Sink): void {
  switch (event.kind) {
    case 'pays':
      return pay(life, event, sink);
    case 'promises':
      return promise(life, sink);
    case 'promise-due':
      return settlePromise(life, event.promiseId, sink);
    case 'disputes':
      return dispute(life, sink);
    case 'opts-out':
      return optOut(life, sink);
    case 'agrees':
      return agree(life, event.policyId, sink);
    case 'installment':
      return payInstallment(life, event.agreementId, event.number, sink);
    case 'breach':
      return breach(life, event.agreementId, sink);
    case 'receipt':
      return receipt(life, event.contactId);
    case 'registered':
    case 'removed':
      return advance(life, event.entryId, event.kind, sink);
    case 'filed':
      return file(life, event.filingId, sink);
  }
}

function pay(life: Life, event: WorldEvent & { kind: 'pays' }, sink: Sink): void {
  const chargeable = life.chargeable();
  const debts = event.debtId !== undefined ? chargeable.filter((debt) => debt.id === event.debtId) : event.onlyOldest ? chargeable.slice(0, 1) : chargeable;
  let paid = 0;
  // One act of paying, though it settles several debts.
  const reference = `pagamento-${life.today}-${event.debtId ?? 'caso'}`;
  for (const debt of debts) {
    const owed = life.owed(debt);
    const amount = event.part ? Math.ceil(owed / 2) : owed;
    if (amount <= 0) continue;
    paid += amount;
    life.replaceDebt({ ...debt, payments: [...debt.payments, { date: life.today, amount, reference }], status: amount >= owed ? 'paid' : 'open' });
    if (event.part) break;
  }
  if (paid > 0) received(life, paid, event.part ? 'Pagou uma parte' : 'Pagou', sink);
}

/** Money came in: it is counted, thanked for, and what hangs on it is set in motion. */
function received(life: Life, amount: Cents, words: string, sink: Sink): void {
  life.recovered += amount;
  sink.event(life, 'payments', `${words}: ${formatMoney(amount)}.`, amount);
  if (!life.settled && openDebts(life.subject).length === 0) {
    life.settled = true;
    sink.event(life, 'settled', 'Não deve mais nada.');
  }
  for (const entry of life.subject.bureauEntries) {
    if (entry.status !== 'requested' && entry.status !== 'registered') continue;
    if (removalState(entry, life.subject, life.prepared.document.policies, life.today).kind === 'not-needed') continue;
    sink.task(life, 'bureau-removal', 'Pedir a retirada da negativação.');
    life.subject.bureauEntries = life.subject.bureauEntries.map((other) => (other === entry ? advanceEntry(entry, 'removal-requested', life.today) : other));
    life.plan({ day: toDayNumber(addBusinessDays(life.today, 2)), kind: 'removed', entryId: entry.id });
  }
  reactTo(life, 'payment', sink);
}

function promise(life: Life, sink: Sink): void {
  const debts = life.chargeable();
  if (debts.length === 0) return;
  const { policies } = life.prepared.document;
  const dueOn = addDays(life.today, between(life.random, Math.min(2, policies.promise.maxDays), Math.min(7, policies.promise.maxDays)));
  const id = `promessa-${life.subject.promises.length + 1}`;
  const amount = chargesFor(debts, life.subject.debtor, policies, life.today).total;
  life.subject.promises.push({ id, madeOn: life.today, dueOn, amount, status: 'open' });
  sink.event(life, 'promises', `Prometeu pagar ${formatMoney(amount)}.`);
  if (chance(life.random, life.prepared.assumptions.promiseKeptPercent)) life.plan({ day: toDayNumber(dueOn), kind: 'pays' });
  const { pausedUntil } = promiseState(life.subject.promises.at(-1)!, life.subject, policies, life.today);
  life.plan({ day: toDayNumber(pausedUntil) + 1, kind: 'promise-due', promiseId: id });
  reactTo(life, 'promise', sink);
}

function settlePromise(life: Life, promiseId: string, sink: Sink): void {
  const { policies } = life.prepared.document;
  life.subject.promises = life.subject.promises.map((one) => {
    if (one.id !== promiseId) return one;
    const { status } = promiseState(one, life.subject, policies, life.today);
    if (status === 'broken') sink.event(life, 'brokenPromises', 'A promessa não foi cumprida; a régua continua.');
    return { ...one, status };
  });
  life.lookToday();
}

function dispute(life: Life, sink: Sink): void {
  const [debt] = life.chargeable();
  if (!debt) return;
  life.replaceDebt({ ...debt, contestedOn: life.today });
  sink.event(life, 'disputes', `Contestou o título ${debt.number}.`);
  sink.task(life, 'hand-off', 'Tratar a contestação.');
  reactTo(life, 'dispute', sink);
}

function optOut(life: Life, sink: Sink): void {
  if (life.subject.debtor.optedOut.includes('all')) return;
  life.subject.debtor = { ...life.subject.debtor, optedOut: ['all'] };
  sink.event(life, 'optOuts', 'Pediu para não ser mais contatado.');
  reactTo(life, 'optOut', sink);
}

function agree(life: Life, policyId: string, sink: Sink): void {
  const found = offersForCase(life.subject, life.prepared.document.policies, policyId, life.tierId, life.today);
  if ('refusal' in found) return;
  const { offers } = found;
  const inParts = offers.filter((offer) => offer.kind === 'installments');
  const wantsParts = chance(life.random, life.prepared.assumptions.choosesInstallmentsPercent);
  const offer = wantsParts && inParts.length > 0 ? inParts[between(life.random, 0, inParts.length - 1)] : offers[0];
  if (!offer) return;
  const agreement = agreementFrom(offer, {
    id: `${life.subject.id}-acordo-${life.subject.agreements.length + 1}`,
    on: life.today,
    debtIds: life.chargeable().map((debt) => debt.id),
  });
  life.subject.agreements.push(agreement);
  sink.event(life, 'agreements', `Fechou acordo: ${offer.description}`);
  for (const { number, dueDate } of agreement.installments) life.plan({ day: toDayNumber(dueDate), kind: 'installment', agreementId: agreement.id, number });
  reactTo(life, 'agreement', sink);
}

const placeOf = (life: Life): Place => debtorPlace(life.subject.debtor, life.prepared.document.policies);

function payInstallment(life: Life, agreementId: string, number: number, sink: Sink): void {
  const agreement = life.subject.agreements.find((one) => one.id === agreementId);
  if (agreement?.status !== 'active') return;
  const installment = agreement.installments.find((one) => one.number === number)!;
  const behind = agreement.installments.some((one) => one.number < number && !isInstallmentPaid(one));
  if (behind || !chance(life.random, life.prepared.assumptions.installmentPaidPercent)) {
    const { breachOn } = breachOf(agreement, life.today, life.prepared.document.policies, placeOf(life));
    if (breachOn !== undefined) life.plan({ day: toDayNumber(breachOn), kind: 'breach', agreementId });
    return;
  }
  const installments = agreement.installments.map((one) => (one.number === number ? { ...one, paidOn: life.today, paidAmount: one.amount } : one));
  const completed = installments.every(isInstallmentPaid);
  replaceAgreement(life, { ...agreement, installments, status: completed ? 'completed' : 'active' });
  if (completed) life.subject.debts = life.subject.debts.map((debt) => (agreement.debtIds.includes(debt.id) ? { ...debt, status: 'paid' } : debt));
  received(life, installment.amount, number === 0 ? 'Pagou a entrada' : `Pagou a parcela ${number}`, sink);
}

function breach(life: Life, agreementId: string, sink: Sink): void {
  const agreement = life.subject.agreements.find((one) => one.id === agreementId);
  const { policies } = life.prepared.document;
  if (!agreement || agreement.status !== 'active' || !breachOf(agreement, life.today, policies, placeOf(life)).breached) return;
  const back = reinstate(agreement, life.subject.debts, policies.contract, life.today, { place: placeOf(life) });
  replaceAgreement(life, back.agreement);
  for (const debt of back.debts) life.replaceDebt(debt);
  sink.event(life, 'brokenAgreements', `O acordo foi quebrado; a dívida volta por ${formatMoney(back.charges.total)}, descontado o que foi pago.`);
  life.lookToday();
}

function replaceAgreement(life: Life, agreement: Agreement): void {
  life.subject.agreements = life.subject.agreements.map((one) => (one.id === agreement.id ? agreement : one));
}

function receipt(life: Life, contactId: string): void {
  const index = life.subject.contacts.findIndex((contact) => contact.id === contactId);
  const contact = life.subject.contacts[index];
  if (!contact) return;
  life.subject.contacts[index] = { ...contact, status: 'delivered', deliveredAt: life.prepared.nowOn(life.today) };
  life.lookToday();
}

function advance(life: Life, entryId: string, event: 'registered' | 'removed', sink: Sink): void {
  const entry = life.subject.bureauEntries.find((one) => one.id === entryId);
  if (!entry || entry.status === 'removed' || (event === 'registered' && entry.status !== 'requested')) return;
  life.subject.bureauEntries = life.subject.bureauEntries.map((one) => (one === entry ? advanceEntry(entry, event, life.today) : one));
  sink.event(life, event, event === 'registered' ? 'Negativação registrada.' : 'Negativação retirada.');
  if (event === 'registered' && chance(life.random, life.prepared.assumptions.paysAfterRegistrationPercent))
    life.plan({ day: toDayNumber(life.today) + between(life.random, 1, 30), kind: 'pays' });
}

function file(life: Life, filingId: string, sink: Sink): void {
  life.subject.filings = life.subject.filings.map((one) => (one.id === filingId ? { ...one, status: 'filed', filedOn: life.today } : one));
  sink.event(life, 'filed', 'Ação protocolada no juizado.');
  if (chance(life.random, life.prepared.assumptions.paysAfterFilingPercent))
    life.plan({ day: toDayNumber(life.today) + between(life.random, 1, 30), kind: 'pays' });
}

function reactTo(life: Life, event: EventKind, sink: Sink): void {
  life.lookToday();
  react(life, event, sink);
}
