import type { OfferPolicy } from '../../../core/cadence/policies.ts';
import type { Place } from '../../../core/calendar/index.ts';
import { debtorPlace } from '../../../core/calendar/index.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import type { Case, Channel, Contact, ContactPoint } from '../../../core/case/index.ts';
import { rankChannels } from '../../../core/channel/index.ts';
import type { DebtsCharges } from '../../../core/charges/index.ts';
import type { GuardDecision } from '../../../core/guard/index.ts';
import { guard } from '../../../core/guard/index.ts';
import type { ComposedMessage } from '../../../core/message/composed.ts';
import { composeMessage } from '../../../core/message/index.ts';
import type { MessageOffer, ReceivedPayment } from '../../../core/message/index.ts';
import { parseMoney } from '../../../core/money.ts';
import { headlineOffers, offersFor } from '../../../core/offer/index.ts';
import { chargesOf } from '../../shared/case-summary.ts';
import { placeOf } from '../../shared/run-setting.ts';
import type { DeliveryRequest } from './request.ts';

/** A way to reach the debtor with this message. */
export interface Candidate {
  readonly channel: Channel;
  readonly contactPoint: ContactPoint | null;
  /** Where it goes, unmasked. */
  readonly address: string;
  readonly costCents: number;
}

/** One message under way: its case as the ledger has it now, and the channels still to be tried. */
export interface Attempt {
  readonly request: DeliveryRequest;
  readonly subject: Case;
  readonly charges: DebtsCharges;
  readonly offers: readonly MessageOffer[] | undefined;
  readonly candidates: readonly Candidate[];
  /** Why there is no candidate, when there is none. */
  readonly noCandidate: string;
  /** Index into `candidates` of the one being tried. */
  next: number;
  /** Some provider could not be reached, so that a later try is worth while. */
  unreachable: boolean;
  /** What happened on the channels tried so far. */
  readonly trail: string[];
}

/** Looks at the case as it stands now: what is owed, what may be offered, how it can be reached. */
export function beginAttempt(request: DeliveryRequest, subject: Case): Attempt {
  const { item, settings, moment } = request;
  const charges = chargesOf(subject, settings.policies, moment.today);
  const ranked = rankedFor(request, subject);
  const candidates = ranked.flatMap(({ eligible, channel, contactPointId, address, costCents }): Candidate[] =>
    eligible && address !== null
      ? [{ channel, address, costCents, contactPoint: subject.debtor.contactPoints.find((point) => point.id === contactPointId) ?? null }]
      : [],
  );
  const policy = item.offerPolicyId === undefined ? undefined : settings.policies.offers.find(({ id }) => id === item.offerPolicyId);
  return {
    request,
    subject,
    charges,
    offers: policy && messageOffers(charges, policy, moment.today, debtorPlace(subject.debtor, settings.policies)),
    candidates,
    noCandidate: ranked.map(({ reasons }) => reasons[0]).find((reason) => reason !== undefined) ?? 'Não há canal para falar com este devedor.',
    next: 0,
    unreachable: false,
    trail: [],
  };
}

/** This very message of this step and cycle, when it left or may have, in an execution that came no further. */
export function earlierContact({ item, spec, moment }: DeliveryRequest, subject: Case): Contact | undefined {
  const { cadenceId, stepId, cycle } = placeOf(item, moment.today);
  return subject.contacts.find(
    (contact) =>
      contact.blockId === spec.blockId &&
      contact.stepId === stepId &&
      contact.cycle === cycle &&
      contact.cadenceId === cadenceId &&
      contact.status !== 'failed' &&
      contact.status !== 'claimed',
  );
}

/** Made again from the policy, never taken from the item: what a message promises is what the ledger and the policy say now. */
function messageOffers(charges: DebtsCharges, policy: OfferPolicy, on: CivilDate, place: Place): MessageOffer[] {
  return headlineOffers(offersFor(charges, policy, on, place));
}

/** The item's own ranking, on fresh data: addresses are not carried in items, and consent may have changed since. */
function rankedFor({ item, settings, spec, moment }: DeliveryRequest, subject: Case) {
  const wanted = spec.channel === 'chosen' ? chosenOn(item) : [spec.channel];
  const { ranking } = rankChannels(subject, {
    allowed: wanted,
    preferAnswered: false,
    settings: settings.policies.channels,
    on: moment.today,
    purpose: spec.purpose,
  });
  // Fresh data say what is still possible; the order stays the one that the choice explained.
  return ranking.toSorted((a, b) => wanted.indexOf(a.channel) - wanted.indexOf(b.channel));
}

function chosenOn(item: DeliveryRequest['item']): Channel[] {
  const ranked = item.channel?.ranking.filter(({ eligible }) => eligible).map(({ channel }) => channel as Channel) ?? [];
  return ranked.length > 0 ? ranked : ['whatsapp', 'sms', 'email'];
}

/** Writes the message for a candidate and asks whether it may leave. */
export function composeAndGuard(attempt: Attempt, candidate: Candidate): { readonly message: ComposedMessage; readonly decision: GuardDecision } {
  const { request, subject, charges, offers } = attempt;
  const { spec, settings, item, moment } = request;
  const message = composeMessage({
    texts: spec.texts,
    purpose: spec.purpose,
    asksForAnswer: spec.asksForAnswer,
    channel: candidate.channel,
    subject,
    settings,
    tierId: item.tier?.id ?? subject.tierId,
    charges,
    offers,
    agreementId: agreementOf(item),
    received: receivedOf(item),
    on: moment.today,
  });
  return { message, decision: ask(attempt, candidate, message) };
}

/** An instalment's reminder and an agreement just made say which agreement they are about. */
function agreementOf({ event, agreement }: DeliveryRequest['item']): string | undefined {
  const id = event?.['agreementId'] ?? (agreement as { id?: unknown } | undefined)?.id;
  return typeof id === 'string' ? id : undefined;
}

/** The payment that started this reaction, as the trigger told it. */
function receivedOf({ event }: DeliveryRequest['item']): ReceivedPayment | undefined {
  if (event?.kind !== 'payment' || typeof event['amount'] !== 'string') return undefined;
  return { amount: parseMoney(event['amount']), excess: typeof event['excess'] === 'string' ? parseMoney(event['excess']) : 0 };
}

export function ask({ request, subject }: Attempt, candidate: Candidate, message: ComposedMessage): GuardDecision {
  const { spec, settings, moment } = request;
  return guard({
    subject,
    channel: candidate.channel,
    contactPoint: candidate.contactPoint,
    message,
    purpose: spec.purpose,
    policies: settings.policies,
    now: moment.now,
    on: moment.today,
  });
}
