import { advanceEntry } from '../bureau/index.ts';
import type { EventKind } from '../cadence/document.ts';
import { openDebts } from '../case/index.ts';
import type { PromiseToPay } from '../case/index.ts';
import { addDays } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import { acceptOffer, offersForCase } from '../offer/index.ts';
import { applyImputation, chargesFor, impute } from '../payment/index.ts';
import type { Carried } from '../run/index.ts';
import { returnExcessTask, wakes } from '../run/index.ts';
import { promiseState } from '../step/index.ts';
import { react } from './carrier.ts';
import type { Life } from './life.ts';
import type { Sink } from './sink.ts';
import type { WorldEvent } from './world-event.ts';

export function happen(life: Life, event: WorldEvent, sink: Sink): void {
  switch (event.kind) {
    case 'pays':
      return pay(life, event, sink);
    case 'receives':
      return receive(life, event.amount, event.reference, 'Pagou', sink, event.debtId);
    case 'replies':
      return reply(life, event, sink);
    case 'promises':
      return promise(life, event.inDays, sink);
    case 'promise-due':
      return settlePromise(life, event.promiseId, sink);
    case 'disputes':
      return dispute(life, event.debtId, sink);
    case 'resolves':
      return resolveDispute(life, event.debtId, sink);
    case 'opts-out':
      return optOut(life, event.channel ?? 'all', sink);
    case 'agrees':
      return agree(life, event, sink);
    case 'installment':
      return payInstallment(life, event.agreementId, event.number, sink);
    case 'receipt':
      return receipt(life, event.contactId, sink);
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
  const [first] = debts;
  if (!first) return;
  const owed = event.part ? Math.ceil(life.owed(first) / 2) : debts.reduce((sum, debt) => sum + life.owed(debt), 0);
  // One act of paying, though it settles several debts.
  const reference = `pagamento-${life.today}-${event.debtId ?? 'caso'}`;
  if (owed > 0) receive(life, owed, reference, event.part ? 'Pagou uma parte' : 'Pagou', sink, debts.length === 1 ? first.id : undefined);
}

/** Money came in: it goes where the ledger would put it, is counted, thanked for, and what hangs on it is set in motion. */
function receive(life: Life, amount: Cents, reference: string, words: string, sink: Sink, debtId?: string): void {
  const { subject, today } = life;
  const { policies } = life.prepared.document;
  const result = impute(subject, { amount, paidOn: today, debtId }, policies);
  const { debts, agreements } = applyImputation(subject, result, { paidOn: today, reference });
  subject.debts = debts;
  subject.agreements = agreements;
  for (const { agreementId, amount: part } of result.shares)
    if (agreementId !== undefined) life.underAgreements.push({ agreementId, date: today, amount: part });
  life.recovered += amount;
  sink.event(life, 'payments', `${words}: ${formatMoney(amount)}.`, amount);
  keepPromises(life);
  if (!life.settled && openDebts(subject).length === 0) {
    life.settled = true;
    sink.event(life, 'settled', 'Não deve mais nada.');
  }
  if (result.excess > policies.payment.toleranceCents) {
    const task = returnExcessTask(reference, result.excess, subject.debtor, policies, today);
    if (life.open(task)) sink.task(life, task);
  }
  if (subject.bureauEntries.length > 0 && !life.idle) life.removalOn = today;
  reactTo(life, 'payment', reference, sink, { received: { amount, excess: result.excess } });
}

function reply(life: Life, { channel, id }: WorldEvent & { kind: 'replies' }, sink: Sink): void {
  const { contacts } = life.subject;
  const index = contacts.findLastIndex((contact) => contact.channel === channel);
  const contact = contacts[index];
  const at = life.prepared.nowOn(life.today);
  if (contact) contacts[index] = { ...contact, status: 'answered', deliveredAt: contact.deliveredAt ?? at, answeredAt: at };
  reactTo(life, 'reply', id, sink);
}

function promise(life: Life, inDays: number | undefined, sink: Sink): void {
  const { subject, today } = life;
  const debts = life.chargeable();
  if (debts.length === 0) return;
  const { policies } = life.prepared.document;
  const dueOn = addDays(today, inDays ?? life.world.promisesWithin(life, policies.promise.maxDays));
  const id = `${subject.id}:${today}:${dueOn}`;
  const amount = chargesFor(debts, subject.debtor, policies, today).total;
  const made: PromiseToPay = { id, madeOn: today, dueOn, amount, status: 'open' };
  subject.promises = [...subject.promises.filter((other) => other.id !== id), made];
  sink.event(life, 'promises', `Prometeu pagar ${formatMoney(amount)}.`);
  life.world.promised(life, made);
  reactTo(life, 'promise', id, sink);
}

/** Open promises whose amount was paid since they were made are kept; so are all of a case that owes nothing any more. */
function keepPromises(life: Life): void {
  const { subject, today } = life;
  const { policies } = life.prepared.document;
  const free = openDebts(subject).length === 0;
  subject.promises = subject.promises.map((one) =>
    one.status === 'open' && (free || promiseState(one, subject, policies, today).status === 'kept') ? { ...one, status: 'kept' } : one,
  );
}

function settlePromise(life: Life, promiseId: string, sink: Sink): void {
  const { policies } = life.prepared.document;
  life.subject.promises = life.subject.promises.map((one) => {
    if (one.id !== promiseId) return one;
    const { status } = promiseState(one, life.subject, policies, life.today);
    if (status === 'broken') sink.event(life, 'brokenPromises', 'A promessa não foi cumprida; a régua continua.');
    return { ...one, status };
  });
}

function dispute(life: Life, debtId: string | undefined, sink: Sink): void {
  const debt = debtId === undefined ? life.chargeable()[0] : life.subject.debts.find(({ id }) => id === debtId);
  if (!debt) return;
  if (debt.contestedOn === undefined) life.replaceDebt({ ...debt, contestedOn: life.today });
  if (life.subject.bureauEntries.length > 0) life.removalOn = life.today;
  sink.event(life, 'disputes', `Contestou o título ${debt.number}.`);
  reactTo(life, 'dispute', `${life.today}:${debt.number}`, sink);
}

function resolveDispute(life: Life, debtId: string | undefined, sink: Sink): void {
  for (const debt of life.subject.debts) {
    if (debt.contestedOn === undefined || (debtId !== undefined && debt.id !== debtId)) continue;
    const { contestedOn: _, ...open } = debt;
    life.replaceDebt(open);
  }
  reactTo(life, 'dispute', `${life.today}:resolvida`, sink);
}

function optOut(life: Life, channel: 'all' | Exclude<(WorldEvent & { kind: 'opts-out' })['channel'], undefined>, sink: Sink): void {
  const { debtor } = life.subject;
  if (debtor.optedOut.includes('all') || debtor.optedOut.includes(channel)) return;
  life.subject.debtor = { ...debtor, optedOut: [...debtor.optedOut, channel] };
  if (channel === 'all') sink.event(life, 'optOuts', 'Pediu para não ser mais contatado.');
  reactTo(life, 'optOut', `${life.today}:${channel}`, sink);
}

function agree(life: Life, event: WorldEvent & { kind: 'agrees' }, sink: Sink): void {
  const { subject, prepared, today } = life;
  const { policies } = prepared.document;
  const tierId = subject.tierId ?? life.tierId;
  const found = offersForCase(subject, policies, event.policyId, tierId, today);
  if ('refusal' in found) return;
  const counts = found.offers.map((offer) => (offer.kind === 'cash' ? 1 : offer.installments.length));
  const wanted = { offerId: '', installments: event.installments ?? life.world.chooses(life, counts), policyId: event.policyId, tierId };
  const result = acceptOffer(subject, prepared.settings, wanted, today);
  if (result.kind === 'refused' || !result.fresh) return;
  const { agreement, reason } = result;
  subject.agreements = [...subject.agreements, agreement];
  if (subject.bureauEntries.length > 0) life.removalOn = today;
  sink.event(life, 'agreements', reason);
  life.world.agreed(life, agreement);
  reactTo(life, 'agreement', agreement.id, sink, { agreementId: agreement.id });
}

function payInstallment(life: Life, agreementId: string, number: number, sink: Sink): void {
  const agreement = life.subject.agreements.find((one) => one.id === agreementId);
  const installment = agreement?.installments.find((one) => one.number === number);
  if (agreement?.status !== 'active' || !installment || installment.paidOn !== undefined) return;
  if (!life.world.paysInstallment(life, agreement, number)) return;
  const words = number === 0 ? 'Pagou a entrada' : `Pagou a parcela ${number}`;
  receive(life, installment.amount - (installment.paidAmount ?? 0), `${agreementId}-${number}`, words, sink, agreement.debtIds[0]);
}

function receipt(life: Life, contactId: string | undefined, sink: Sink): void {
  const { contacts } = life.subject;
  const index = contactId === undefined ? contacts.findLastIndex(({ status }) => status === 'sent') : contacts.findIndex(({ id }) => id === contactId);
  const contact = contacts[index];
  if (!contact) return;
  contacts[index] = { ...contact, status: 'delivered', deliveredAt: life.prepared.nowOn(life.today) };
  reactTo(life, 'delivery', `${contact.id}:delivered`, sink);
}

function advance(life: Life, entryId: string | undefined, event: 'registered' | 'removed', sink: Sink): void {
  const before = event === 'registered' ? 'requested' : 'removal-requested';
  const meant = life.subject.bureauEntries.filter((one) => (entryId === undefined ? one.status === before : one.id === entryId));
  for (const entry of meant) {
    if (entry.status === 'removed' || (event === 'registered' && entry.status !== 'requested')) continue;
    const changed = advanceEntry(entry, event, life.today);
    life.subject.bureauEntries = life.subject.bureauEntries.map((one) => (one === entry ? changed : one));
    life.removalOn = life.today;
    sink.event(life, event, event === 'registered' ? 'Negativação registrada.' : 'Negativação retirada.');
    life.world.entryChanged(life, changed);
  }
}

function file(life: Life, filingId: string, sink: Sink): void {
  const filing = life.subject.filings.find((one) => one.id === filingId);
  if (filing?.status !== 'prepared') return;
  const filed = { ...filing, status: 'filed' as const, filedOn: life.today };
  life.subject.filings = life.subject.filings.map((one) => (one === filing ? filed : one));
  sink.event(life, 'filed', 'Ação protocolada no juizado.');
  life.world.filed(life, filed);
}

function reactTo(life: Life, event: EventKind, id: string, sink: Sink, carried: Carried = {}): void {
  if (wakes(event)) life.wake();
  react(life, event, id, carried, sink);
}
