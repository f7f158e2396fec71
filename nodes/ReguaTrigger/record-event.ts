import { createHash } from 'node:crypto';
import type { Case } from '../../core/case/index.ts';
import { addDays, formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { parseDocument, parseEmail, parsePhone } from '../../core/identity/index.ts';
import { asksToStop } from '../../core/message/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { acceptOffer } from '../shared/accept-offer.ts';
import { chargesOf } from '../shared/case-summary.ts';
import { RunSettings } from '../shared/run-settings.ts';
import { reversalOnItem } from '../shared/reversal-on-item.ts';
import type { Moment } from '../shared/today.ts';
import type { EventBody, EventBodyOf } from './inbound/event-body.ts';

export type Recorded =
  /** In the ledger; `add` goes on the item's `event`. */
  | { readonly kind: 'recorded'; readonly caseId: string; readonly id: string; readonly add: object }
  /** Known already: answered kindly, has no effect. */
  | { readonly kind: 'duplicate'; readonly caseId: string }
  /** Kept for a person, or for a message that is not known yet. */
  | { readonly kind: 'kept'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'not-found'; readonly reason: string };

export interface RecordContext {
  readonly ledger: Ledger;
  readonly cadenceId: string;
  readonly moment: Moment;
}

/** Writes one event to the ledger. */
export async function recordEvent(body: EventBody, context: RecordContext): Promise<Recorded> {
  if (body.event === 'payment') return recordPayment(body, context);
  if (body.event === 'reversal') return recordReversal(body, context);
  if (body.event === 'delivery') return recordDelivery(body, context);
  const { ledger, moment } = context;
  const subject = await findCase(body, ledger);
  if (!subject) return { kind: 'not-found', reason: 'Nenhum caso com estes dados no registro. Informe caseId, debtNumber, document, phone ou email.' };
  const caseId = subject.id;
  const at = body.at ?? moment.now;
  if (body.reason) await ledger.recordDefaultReason({ caseId, reason: body.reason, at });
  const recorded = (add: object): Recorded => ({ kind: 'recorded', caseId, id: eventId(body, moment), add });
  switch (body.event) {
    case 'reply':
      await ledger.recordReply({ caseId, channel: body.channel, text: body.text, at });
      // Our messages say "responda SAIR": whoever does is heard by this very event.
      if (asksToStop(body.text)) await ledger.recordOptOut({ caseId, channel: body.channel, at });
      return recorded({ channel: body.channel, text: body.text, asksToStop: asksToStop(body.text) });
    case 'optOut':
      await ledger.recordOptOut({ caseId, channel: body.channel, at });
      return recorded({ channel: body.channel });
    case 'survey':
      await ledger.recordSurvey({ caseId, score: body.score, ...(body.comment === undefined ? {} : { comment: body.comment }), at });
      return recorded({ score: body.score, comment: body.comment ?? null });
    case 'dispute':
      return recorded(await recordDispute(body, subject, context, at));
    case 'promise':
      return recordPromise(body, subject, context, at);
    case 'agreement':
      return recordAgreement(body, subject, context);
  }
}

async function recordPayment(body: EventBodyOf<'payment'>, { ledger, moment }: RecordContext): Promise<Recorded> {
  const located =
    body.debtId === undefined && body.debtNumber === undefined && body.caseId === undefined && body.document === undefined
      ? await findCase(body, ledger)
      : undefined;
  const caseId = body.caseId ?? located?.id;
  const result = await ledger.recordPayment({
    reference: body.reference,
    amount: body.amount,
    paidOn: body.paidOn ?? moment.today,
    at: body.at ?? moment.now,
    ...(body.debtId === undefined ? {} : { debtId: body.debtId }),
    ...(body.debtNumber === undefined ? {} : { debtNumber: body.debtNumber }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(body.document === undefined ? {} : { document: parseDocument(body.document).normalized }),
  });
  if (result.kind === 'duplicate') return { kind: 'duplicate', caseId: result.caseId };
  if (result.kind === 'unmatched') return { kind: 'kept', reason: result.reason };
  return {
    kind: 'recorded',
    caseId: result.caseId,
    id: body.reference,
    add: { reference: body.reference, amount: centsToDecimal(body.amount), settled: result.settled, excess: centsToDecimal(result.excess) },
  };
}

async function recordReversal(body: EventBodyOf<'reversal'>, { ledger, moment }: RecordContext): Promise<Recorded> {
  const reference = body.reference ?? body.id ?? `estorno:${body.paymentReference}`;
  const result = await ledger.reversePayment({
    reference,
    paymentReference: body.paymentReference,
    reversalKind: body.reversalKind,
    on: body.on ?? moment.today,
    at: body.at ?? moment.now,
    ...(body.amount === undefined ? {} : { amount: body.amount }),
    ...(body.note === undefined ? {} : { note: body.note }),
  });
  switch (result.kind) {
    case 'reversed':
      return {
        kind: 'recorded',
        caseId: result.caseId,
        id: reference,
        add: { ...reversalOnItem(reference, body.paymentReference, result), reversalKind: body.reversalKind },
      };
    case 'duplicate':
      return { kind: 'duplicate', caseId: result.caseId };
    case 'refused':
    case 'not-found':
      return { kind: result.kind, reason: result.reason };
    case 'set-aside':
      return { kind: 'kept', reason: result.reason };
  }
}

async function recordDelivery(body: EventBodyOf<'delivery'>, { ledger, moment }: RecordContext): Promise<Recorded> {
  if (body.reference === undefined && body.providerMessageId === undefined)
    return { kind: 'refused', reason: 'Informe reference ou providerMessageId da mensagem.' };
  const contact = await ledger.recordReceipt({
    status: body.status,
    at: body.at ?? moment.now,
    ...(body.reference === undefined ? {} : { contactId: body.reference }),
    ...(body.providerMessageId === undefined ? {} : { providerMessageId: body.providerMessageId }),
    ...(body.failure === undefined ? {} : { error: body.failure }),
  });
  if (!contact) return { kind: 'kept', reason: 'A mensagem ainda não está no registro; o comprovante fica guardado até ela aparecer.' };
  return {
    kind: 'recorded',
    caseId: contact.caseId,
    id: `${contact.id}:${body.status}`,
    add: { contactId: contact.id, channel: contact.channel, purpose: contact.purpose, status: body.status },
  };
}

async function recordDispute(body: EventBodyOf<'dispute'>, subject: Case, { ledger, moment }: RecordContext, at: string): Promise<object> {
  const numbers = body.debtNumbers ?? (body.debtNumber === undefined ? undefined : [body.debtNumber]);
  const debts = numbers === undefined ? undefined : subject.debts.filter((debt) => numbers.includes(debt.number));
  if (debts?.length === 0) throw new ReguaError('event.debts', 'Nenhum destes títulos é deste devedor. Confira debtNumbers.', { field: 'debtNumbers' });
  await ledger.recordDispute({
    caseId: subject.id,
    on: moment.today,
    at,
    resolved: body.resolved,
    ...(debts === undefined ? {} : { debtIds: debts.map(({ id }) => id) }),
    ...(body.text === undefined ? {} : { text: body.text }),
  });
  return { resolved: body.resolved, debtNumbers: debts?.map(({ number }) => number) ?? null, text: body.text ?? null };
}

async function recordPromise(body: EventBodyOf<'promise'>, subject: Case, { ledger, moment, cadenceId }: RecordContext, at: string): Promise<Recorded> {
  const { policies } = await new RunSettings(ledger).of({ cadenceId }, subject);
  const latest = addDays(moment.today, policies.promise.maxDays);
  if (body.dueOn < moment.today || body.dueOn > latest)
    return { kind: 'refused', reason: `A promessa precisa ser para um dia entre hoje e ${formatCivilDate(latest)}.` };
  const amount = body.amount ?? chargesOf(subject, policies, moment.today).total;
  await ledger.savePromise({
    id: `${subject.id}:${moment.today}:${body.dueOn}`,
    caseId: subject.id,
    madeOn: moment.today,
    dueOn: body.dueOn,
    amount,
    status: 'open',
    at,
  });
  return { kind: 'recorded', caseId: subject.id, id: eventId(body, moment), add: { dueOn: body.dueOn, amount: centsToDecimal(amount) } };
}

async function recordAgreement(body: EventBodyOf<'agreement'>, subject: Case, { ledger, moment, cadenceId }: RecordContext): Promise<Recorded> {
  const settings = await new RunSettings(ledger).of({ cadenceId }, subject);
  const wanted = { offerId: body.offerId ?? '', installments: body.installments, policyId: body.policyId ?? '', tierId: subject.tierId };
  const result = await acceptOffer(subject, settings, wanted, moment, ledger);
  if (result.kind === 'refused') return { kind: 'refused', reason: result.reason };
  return { kind: 'recorded', caseId: subject.id, id: result.agreement.id, add: { agreement: result.agreement } };
}

async function findCase(body: EventBody, ledger: Ledger): Promise<Case | undefined> {
  if (body.caseId !== undefined) return ledger.findCase({ caseId: body.caseId });
  if (body.debtNumber !== undefined)
    return ledger.findCase({ debtNumber: body.debtNumber, ...(body.document === undefined ? {} : { document: parseDocument(body.document).normalized }) });
  if (body.document !== undefined) return ledger.findCase({ document: parseDocument(body.document).normalized });
  if (body.phone !== undefined) return ledger.findCase({ phone: parsePhone(body.phone).normalized });
  if (body.email !== undefined) return ledger.findCase({ email: parseEmail(body.email).normalized });
  return undefined;
}

/** The sender's own id; without one the same content on the same day is the same event. Reactions to it happen once per id. */
function eventId(body: EventBody, moment: Moment): string {
  return (
    body.id ??
    createHash('sha256')
      .update(JSON.stringify([moment.today, body]))
      .digest('hex')
      .slice(0, 24)
  );
}
