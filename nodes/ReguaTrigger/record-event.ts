import { createHash } from 'node:crypto';
import { debtorPlace } from '../../core/calendar/index.ts';
import type { Case, Channel } from '../../core/case/index.ts';
import { addDays, formatCivilDate } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { parseEmail, parsePhone } from '../../core/identity/index.ts';
import { asksToStop } from '../../core/message/index.ts';
import { readReply, replyJson } from '../../core/reply/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import type { EventToKeep, Ledger, Receipt, ReceiptResult, Run } from '../../ledger/ledger.ts';
import { closeAgreement } from '../shared/close-agreement.ts';
import { chargesOf, USUAL_POLICIES } from '../shared/case-summary.ts';
import { chunks } from '../shared/chunks.ts';
import { reversalOnItem } from '../shared/reversal-on-item.ts';
import type { Moment } from '../shared/today.ts';
import type { EventBody, EventBodyOf } from './inbound/event-body.ts';
import { letOthersIn } from './let-others-in.ts';

export type Recorded =
  /** In the ledger; `add` goes on the item's `event`. */
  | { readonly kind: 'recorded'; readonly caseId: string; readonly id: string; readonly add: object }
  /** Known already: has no effect. */
  | { readonly kind: 'duplicate'; readonly caseId: string }
  /** Kept for a person, or for a message that is not known yet. */
  | { readonly kind: 'kept'; readonly reason: string };

/** Where an event came in: nothing beyond the door's own portfolio is looked at or changed. */
export interface Door {
  readonly cadenceId: string;
  /** '' = the cadence has not run yet and its trigger names none: what comes is kept. */
  readonly portfolio: string;
  /** The cadence's newest run over it, by whose rules events are treated. */
  readonly run: Run | undefined;
}

export interface RecordContext {
  readonly ledger: Ledger;
  readonly door: Door;
  readonly moment: Moment;
  /** It is kept already, and a person is placing it: what can't be done is only said. */
  readonly isKept?: boolean;
}

/** What a reply is about, for the flow to branch on; nothing is booked by it. */
function understood(text: string, { debtor }: Case, { door, moment }: RecordContext): object {
  const place = debtorPlace(debtor, door.run?.settings.policies ?? USUAL_POLICIES);
  return replyJson(readReply(text, { on: moment.today, place }));
}

/** Receipts come by thousands; this many are one transaction, which holds n8n's main process for some ten milliseconds. */
const RECEIPTS_AT_ONCE = 500;

/**
 * Writes events to the ledger in the order in which they came, one result each. What came by a provider's list is kept when it is wrong in itself.
 * @throws ReguaError about a single event's form, before anybody was looked for
 */
export async function recordEvents(events: readonly EventBody[], context: RecordContext): Promise<Recorded[]> {
  const results: Recorded[] = [];
  for (const stretch of stretches(events)) {
    if (isReceipts(stretch)) {
      for (const chunk of chunks(stretch, RECEIPTS_AT_ONCE)) {
        results.push(...(await recordDeliveries(chunk, context)));
        await letOthersIn();
      }
    } else {
      for (const event of stretch) {
        results.push(await recordOrKeep(event, context, events.length > 1));
        await letOthersIn();
      }
    }
  }
  return results;
}

type Delivery = EventBodyOf<'delivery'>;

/** Consecutive receipts together, and what stands between them. */
function stretches(events: readonly EventBody[]): EventBody[][] {
  const all: EventBody[][] = [];
  let before: boolean | undefined;
  for (const event of events) {
    const receipt = event.event === 'delivery';
    if (receipt === before) all.at(-1)!.push(event);
    else all.push([event]);
    before = receipt;
  }
  return all;
}

const isReceipts = (stretch: readonly EventBody[]): stretch is readonly Delivery[] => stretch[0]?.event === 'delivery';

/** One sender of one event is told what to change; in a list the others go on. */
function recordOrKeep(body: EventBody, context: RecordContext, oneOfMany: boolean): Promise<Recorded> {
  const recorded = recordEvent(body, context);
  return oneOfMany ? recorded.catch((error: Error) => (isAboutForm(error) ? keep(body, context, error.message) : Promise.reject(error))) : recorded;
}

/** Refusals that concern what was sent, and are the same whoever it is about. */
export function isAboutForm(error: unknown): error is ReguaError {
  return error instanceof ReguaError && (/^(?:event|date|money)\./.test(error.code) || error.code === 'ledger.payment' || error.code === 'ledger.reversal');
}

/**
 * Writes one event to the ledger. What belongs to nobody, to several, or cannot be done as it stands is kept for a person.
 * @throws ReguaError about its form (`isAboutForm`)
 */
export async function recordEvent(body: EventBody, context: RecordContext): Promise<Recorded> {
  const { ledger, door, moment } = context;
  if (body.event === 'delivery') return (await recordDeliveries([body], context))[0]!;
  if (body.event === 'promise') checkPromise(body, context);
  if (door.portfolio === '') return keep(body, context, 'A régua deste gatilho ainda não rodou e não diz de que carteira é.');
  await silence(body, context);
  if (body.event === 'payment') return recordPayment(body, context);
  if (body.event === 'reversal') return recordReversal(body, context);
  const found = await whoIs(body, context);
  const [subject] = found;
  if (subject === undefined) return keep(body, context, 'Ninguém nesta carteira com o que o aviso informa.', { subject: subjectOf(body) });
  if (found.length > 1)
    return keep(body, context, `O que o aviso informa serve para ${found.length} clientes desta carteira.`, { candidates: found.map(({ id }) => id) });
  const caseId = subject.id;
  const at = body.at ?? moment.now;
  if (body.reason) await ledger.recordDefaultReason({ caseId, reason: body.reason, at });
  const recorded = (add: object): Recorded => ({ kind: 'recorded', caseId, id: eventId(body, moment), add });
  switch (body.event) {
    case 'reply':
      await ledger.recordReply({ caseId, channel: body.channel, text: body.text, at });
      // Our messages say "responda SAIR": whoever does is heard by this very event.
      if (asksToStop(body.text)) await ledger.recordOptOut({ caseId, channel: body.channel, at });
      return recorded({
        channel: body.channel,
        text: body.text,
        asksToStop: asksToStop(body.text),
        understood: understood(body.text, subject, context),
      });
    case 'optOut':
      await ledger.recordOptOut({ caseId, channel: body.channel, at });
      return recorded({ channel: body.channel });
    case 'survey':
      await ledger.recordSurvey({ caseId, score: body.score, ...(body.comment === undefined ? {} : { comment: body.comment }), at });
      return recorded({ score: body.score, comment: body.comment ?? null });
    case 'dispute':
      return recordDispute(body, subject, context, at);
    case 'promise':
      return recordPromise(body, subject, context, at);
    case 'agreement':
      return recordAgreement(body, subject, context);
  }
}

/** On which channel the event asks for silence, if it does. */
function stopsOn(body: EventBody): Channel | 'all' | undefined {
  if (body.event === 'optOut') return body.channel;
  return body.event === 'reply' && asksToStop(body.text) ? body.channel : undefined;
}

/** Whoever has the telephone or e-mail that asks is left alone there, also when it is not known who of them asked. */
async function silence(body: EventBody, { ledger, door, moment }: RecordContext): Promise<void> {
  const channel = stopsOn(body);
  if (channel === undefined) return;
  const values = [
    ...(body.phone === undefined ? [] : [parsePhone(body.phone).normalized]),
    ...(body.email === undefined ? [] : [parseEmail(body.email).normalized]),
  ];
  for (const value of values) await ledger.silenceContactPoint({ portfolio: door.portfolio, value, channel, at: body.at ?? moment.now });
}

/** @throws never: what cannot be kept is the ledger's failure, and the sender's to repeat */
async function keep(
  body: EventBody,
  { ledger, door, moment, isKept = false }: RecordContext,
  reason: string,
  more: { readonly subject?: EventToKeep['subject'] | undefined; readonly candidates?: readonly string[] } = {},
): Promise<Recorded> {
  if (isKept) return { kind: 'kept', reason };
  const at = body.at ?? moment.now;
  const stops = stopsOn(body);
  await ledger.keepEvent({
    portfolio: door.portfolio,
    door: door.cadenceId,
    key: eventId(body, moment),
    kind: body.event,
    at,
    reason,
    body: { ...body, at },
    ...(more.subject === undefined ? {} : { subject: more.subject }),
    ...(more.candidates === undefined ? {} : { candidates: more.candidates }),
    ...(stops === undefined ? {} : { stops }),
  });
  return { kind: 'kept', reason };
}

async function recordPayment(body: EventBodyOf<'payment'>, context: RecordContext): Promise<Recorded> {
  const { ledger, door, moment } = context;
  const named = body.debtId !== undefined || body.debtNumber !== undefined || body.caseId !== undefined || body.document !== undefined;
  const found = named ? [] : await whoIs(body, context);
  // Money is never guessed onto one of several.
  const caseId = body.caseId ?? (found.length === 1 ? found[0]!.id : undefined);
  const result = await ledger.recordPayment({
    portfolio: door.portfolio,
    reference: body.reference,
    amount: body.amount,
    paidOn: body.paidOn ?? moment.today,
    at: body.at ?? moment.now,
    ...(body.debtId === undefined ? {} : { debtId: body.debtId }),
    ...(body.debtNumber === undefined ? {} : { debtNumber: body.debtNumber }),
    ...(caseId === undefined ? {} : { caseId }),
    ...(body.document === undefined ? {} : { document: body.document }),
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

async function recordReversal(body: EventBodyOf<'reversal'>, context: RecordContext): Promise<Recorded> {
  const { ledger, door, moment } = context;
  const reference = body.reference ?? body.id ?? `estorno:${body.paymentReference}`;
  const result = await ledger.reversePayment({
    portfolio: door.portfolio,
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
      return keep(body, context, result.reason);
    case 'set-aside':
      return { kind: 'kept', reason: result.reason };
  }
}

async function recordDeliveries(bodies: readonly Delivery[], { ledger, door, moment }: RecordContext): Promise<Recorded[]> {
  const receipts = bodies.map((body): Receipt => ({
    status: body.status,
    at: body.at ?? moment.now,
    ...(body.reference === undefined ? {} : { contactId: body.reference }),
    ...(body.providerMessageId === undefined ? {} : { providerMessageId: body.providerMessageId }),
    ...(body.failure === undefined ? {} : { error: body.failure }),
  }));
  const contacts = await ledger.recordReceipts({ portfolio: door.portfolio, receipts });
  return contacts.map((contact, index) => delivered(contact, bodies[index]!.status));
}

function delivered(contact: ReceiptResult, status: Delivery['status']): Recorded {
  if (!contact) return { kind: 'kept', reason: 'A mensagem ainda não está no registro; o comprovante fica guardado até ela aparecer.' };
  return {
    kind: 'recorded',
    caseId: contact.caseId,
    id: `${contact.id}:${status}`,
    add: { contactId: contact.id, channel: contact.channel, purpose: contact.purpose, status },
  };
}

async function recordDispute(body: EventBodyOf<'dispute'>, subject: Case, context: RecordContext, at: string): Promise<Recorded> {
  const { ledger, moment } = context;
  const numbers = body.debtNumbers ?? (body.debtNumber === undefined ? undefined : [body.debtNumber]);
  const debts = numbers === undefined ? undefined : subject.debts.filter((debt) => numbers.includes(debt.number));
  if (debts?.length === 0) return keep(body, context, 'Nenhum dos títulos contestados é deste cliente.');
  await ledger.recordDispute({
    caseId: subject.id,
    on: moment.today,
    at,
    resolved: body.resolved,
    ...(debts === undefined ? {} : { debtIds: debts.map(({ id }) => id) }),
    ...(body.text === undefined ? {} : { text: body.text }),
  });
  return {
    kind: 'recorded',
    caseId: subject.id,
    id: eventId(body, moment),
    add: { resolved: body.resolved, debtNumbers: debts?.map(({ number }) => number) ?? null, text: body.text ?? null },
  };
}

const policiesOf = ({ run }: Door) => run?.settings.policies ?? USUAL_POLICIES;

/** @throws ReguaError `event.due-on`, alike for everybody: it is looked at before the debtor is */
function checkPromise(body: EventBodyOf<'promise'>, { door, moment }: RecordContext): void {
  const latest = addDays(moment.today, policiesOf(door).promise.maxDays);
  if (body.dueOn < moment.today || body.dueOn > latest)
    throw new ReguaError('event.due-on', `A promessa precisa ser para um dia entre hoje e ${formatCivilDate(latest)}.`, { field: 'dueOn' });
}

async function recordPromise(body: EventBodyOf<'promise'>, subject: Case, { ledger, door, moment }: RecordContext, at: string): Promise<Recorded> {
  const amount = body.amount ?? chargesOf(subject, policiesOf(door), moment.today).total;
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

async function recordAgreement(body: EventBodyOf<'agreement'>, subject: Case, context: RecordContext): Promise<Recorded> {
  const { ledger, door, moment } = context;
  if (door.run === undefined) return keep(body, context, 'A régua ainda não rodou: não se sabe que propostas ela faz.');
  const wanted = { offerId: body.offerId ?? '', installments: body.installments, policyId: body.policyId ?? '', tierId: subject.tierId };
  const overlap = (error: Error) =>
    error instanceof ReguaError && error.code === 'ledger.agreement-overlap' ? ({ kind: 'refused', reason: error.message } as const) : Promise.reject(error);
  const result = await closeAgreement(subject, door.run.settings, wanted, moment, ledger).catch(overlap);
  if (result.kind === 'refused') return keep(body, context, result.reason);
  return { kind: 'recorded', caseId: subject.id, id: result.agreement.id, add: { agreement: result.agreement } };
}

/** Everybody of the door's portfolio whom the event may be about, by the most specific of what it says. */
async function whoIs(body: EventBody, { ledger, door: { portfolio } }: RecordContext): Promise<Case[]> {
  const { caseId, debtNumber, document, phone, email } = body;
  const found =
    caseId !== undefined
      ? await ledger.findCases({ portfolio, caseId })
      : debtNumber !== undefined
        ? await ledger.findCases({ portfolio, debtNumber, ...(document === undefined ? {} : { document }) })
        : document !== undefined
          ? await ledger.findCases({ portfolio, document })
          : phone !== undefined
            ? await ledger.findCases({ portfolio, phone: parsePhone(phone).normalized })
            : email !== undefined
              ? await ledger.findCases({ portfolio, email: parseEmail(email).normalized })
              : [];
  return found.map(({ subject }) => subject);
}

/** What an import may bring later; a case or a title that is not there is a mistake of whoever sends it. */
function subjectOf({ caseId, debtNumber, document, phone, email }: EventBody): EventToKeep['subject'] {
  if (caseId !== undefined || debtNumber !== undefined) return undefined;
  if (document !== undefined) return { by: 'document', value: document };
  if (phone !== undefined) return { by: 'phone', value: parsePhone(phone).normalized };
  return email === undefined ? undefined : { by: 'email', value: parseEmail(email).normalized };
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
