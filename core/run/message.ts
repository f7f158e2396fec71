import type { MessageBlock } from '../cadence/blocks.ts';
import { debtorPlace, localMoment, parseInstant, timeZoneOf } from '../calendar/index.ts';
import type { AskedAmount, Channel, Contact, ContactPoint, OfferedTerms } from '../case/index.ts';
import { CHANNEL_LABELS } from '../case/index.ts';
import { rankChannels } from '../channel/index.ts';
import type { DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, formatCivilDate } from '../civil-date.ts';
import type { FrequencyPolicy, Policies } from '../cadence/policies.ts';
import type { GuardCode, GuardDecision } from '../guard/index.ts';
import { capsFor, guard } from '../guard/index.ts';
import type { ComposeInput } from '../message/index.ts';
import { chooseText, offersToldBy, collectibleDebts, composeMessage } from '../message/index.ts';
import type { LeavingMessage } from '../message/composed.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import type { Offer } from '../offer/index.ts';
import { headlineOffers, offersFor } from '../offer/index.ts';
import { askedAmounts, chargesFor } from '../payment/index.ts';
import type { BlockEnd, Ending } from './block-end.ts';
import { closes } from './block-end.ts';
import type { RunSetting } from './setting.ts';
import type { StepTask } from './tasks.ts';
import { letterTask } from './tasks.ts';

/** What a message block says, as the machine reads it. */
export type MessageSpec = Pick<MessageBlock, 'purpose' | 'channel' | 'texts' | 'asksForAnswer'> & { readonly blockId: string };

/** A way to reach the debtor with this message. */
export interface Candidate {
  readonly channel: Channel;
  readonly contactPoint: ContactPoint | null;
  /** Where it goes, unmasked. */
  readonly address: string;
  readonly costCents: Cents;
  readonly reasons: readonly string[];
}

/** The effect: claim this message and hand it to its channel's provider, which the guard allows now. */
export interface HandOver {
  readonly setting: RunSetting;
  readonly spec: MessageSpec;
  readonly candidate: Candidate;
  readonly message: LeavingMessage;
}

/** Whose fault a refusal is, by the provider's contract; it decides what follows. */
export type Fault = 'person' | 'message' | 'account' | 'provider';

/** What became of a hand-over. */
export type Handed =
  /** It left, or waits for a person to carry it. */
  | { readonly kind: 'accepted'; readonly contactId: string; readonly status: 'sent' | 'delivered' | 'prepared' | 'rehearsed' }
  /** Nobody knows; it is never handed over again. */
  | { readonly kind: 'doubt'; readonly contactId: string; readonly error: string }
  /** The provider said no: this way is closed for this person or this text, or for everybody while the account or the provider is not mended. */
  | { readonly kind: 'refused'; readonly fault: Fault; readonly error: string }
  /** The debtor's caps were reached by a contact made meanwhile. */
  | { readonly kind: 'capped' }
  /** Somebody has or had this very message. */
  | { readonly kind: 'already'; readonly contact: Contact }
  /** Given to the team's own sender, or kept back in a rehearsal, or stopped by a person: nothing is recorded of the step. */
  | { readonly kind: 'left-open'; readonly outcome: 'sent' | 'peace'; readonly reason?: string };

/** A way that was tried before, with the fault that closed it; without one an earlier execution was refused there. */
export interface Tried {
  readonly channel: Channel;
  readonly fault?: Fault | undefined;
  readonly error: string;
}

export interface MessageEnd extends BlockEnd {
  /** `sent` left or waits for a person to carry it; `peace` was held back on purpose; `failed` could not leave or is in doubt. */
  readonly outcome: 'sent' | 'peace' | 'failed';
  /** The way that was tried last. */
  readonly candidate?: Candidate;
  readonly message?: LeavingMessage;
  readonly contactId?: string;
  /** The contact that was there already. */
  readonly earlier?: Contact;
  /** Ways tried before, with what happened. */
  readonly trail: readonly string[];
  /** In doubt: to be looked up, and shown to a person if that gives nothing. */
  readonly doubt?: { readonly contactId: string; readonly channel: Channel; readonly error: string };
}

/** How a message is written; the simulation, which needs only what the guard asks about, has its own. */
export type Compose = (input: ComposeInput) => LeavingMessage;

/** Guard codes about the case as a whole: no other channel would change the answer, and what to do about it is the next step choice's to say. */
const ABOUT_THE_CASE: ReadonlySet<GuardCode> = new Set(['paid', 'agreement', 'contested', 'prescribed', 'hours', 'frequency']);

type Refused = Extract<GuardDecision, { allowed: false }>;

/**
 * One message, channel by channel: composes, guards and asks to hand it over until a way is found, every way is closed, or the case says that it is not
 * the time. What a provider refuses is tried on the next best channel; what is in doubt is never tried again. Whoever carries messages out may begin anew
 * with a fresh setting at any moment, saying what was tried before.
 */
export function* messageBlock(
  setting: RunSetting,
  spec: MessageSpec,
  { compose = composeMessage, before = [] }: { readonly compose?: Compose | undefined; readonly before?: readonly Tried[] | undefined } = {},
): Generator<HandOver, MessageEnd, Handed> {
  const trail: string[] = [];
  const tried = new Set<Channel>();
  const conclude = (outcome: MessageEnd['outcome'], ending: Ending, more: Partial<MessageEnd> = {}): MessageEnd => ({
    outcome,
    ending,
    reasons: ending.reason === undefined ? [] : [ending.reason],
    trail,
    ...more,
  });
  const notDone = (outcome: MessageEnd['outcome'], ending: Ending & { readonly reason: string }, code: string, more: Partial<MessageEnd> = {}): MessageEnd =>
    conclude(outcome, ending, {
      notDone: { code, reason: ending.reason, ...(ending.kind === 'deferred' ? { deferredUntil: ending.until } : {}) },
      ...more,
    });

  const silent = new Set<Channel>();
  let last: { readonly candidate?: Candidate; readonly error: string } | undefined;
  const close = ({ channel, fault, error }: Tried, candidate?: Candidate): void => {
    tried.add(channel);
    trail.push(`${CHANNEL_LABELS[channel]}: ${error}`);
    if (fault === 'account' || fault === 'provider') silent.add(channel);
    last = { ...(candidate ? { candidate } : {}), error };
  };
  for (const one of before) close(one);

  const earlier = earlierContact(setting, spec);
  // The guard would count it against the caps and defer what is done already.
  if (earlier) return already(setting, spec, earlier, conclude);
  for (;;) {
    const { candidates, whyNone } = candidatesFor(setting, spec);
    const written = new Writer(setting, spec, compose);
    let refusal: Refused | undefined;
    let ready: { readonly candidate: Candidate; readonly message: LeavingMessage } | undefined;
    for (const candidate of candidates) {
      if (tried.has(candidate.channel)) continue;
      const dear = tooDearFor(silent, candidate, setting.cadence.policies);
      if (dear !== undefined) {
        tried.add(candidate.channel);
        trail.push(`${CHANNEL_LABELS[candidate.channel]}: ${dear}`);
        continue;
      }
      const message = written.on(candidate.channel);
      const decision = mayLeave(setting, spec, candidate, message);
      if (decision.allowed) {
        ready = { candidate, message };
        break;
      }
      refusal = decision;
      if (ABOUT_THE_CASE.has(decision.code)) break;
      tried.add(candidate.channel);
      trail.push(`${CHANNEL_LABELS[candidate.channel]}: ${decision.reason}`);
    }
    if (!ready) {
      if (refusal && ABOUT_THE_CASE.has(refusal.code)) return guarded(setting, refusal, notDone);
      if (last && silent.size > 0) return notDone('failed', { kind: 'deferred', until: setting.on, reason: last.error }, 'provider-unreachable', ofLast(last));
      if (last) return notDone('failed', { kind: 'skipped', reason: last.error }, 'provider-refused', ofLast(last));
      if (refusal) return guarded(setting, refusal, notDone);
      return notDone('peace', { kind: 'skipped', reason: whyNone }, 'no-channel');
    }
    const { candidate, message } = ready;
    const handed: Handed = yield { setting, spec, candidate, message };
    const told = { candidate, message };
    switch (handed.kind) {
      case 'accepted': {
        const tasks: StepTask[] =
          handed.status === 'prepared' ? [letterTask(handed.contactId, setting.subject.debtor, setting.cadence.policies, setting.on)] : [];
        return conclude('sent', { kind: 'done' }, { ...told, contactId: handed.contactId, tasks });
      }
      case 'doubt': {
        const reason = `Não se sabe se chegou: ${handed.error}. Uma pessoa confere; não é enviada de novo.`;
        const doubt = { contactId: handed.contactId, channel: candidate.channel, error: handed.error };
        // Taken as done: doing it again could reach the debtor twice.
        return conclude('failed', { kind: 'settled', reason }, { ...told, contactId: handed.contactId, doubt });
      }
      case 'refused':
        close({ channel: candidate.channel, fault: handed.fault, error: handed.error }, candidate);
        break;
      case 'capped': {
        const reason = 'O devedor acabou de ser contatado por outra via; fica para depois, para não procurá-lo demais.';
        return notDone('peace', { kind: 'deferred', until: addDays(setting.on, 1), reason }, 'frequency', told);
      }
      case 'already':
        if (handed.contact.status !== 'failed') return already(setting, spec, handed.contact, conclude);
        // An earlier execution was refused on this one.
        close({ channel: candidate.channel, error: alreadyReason(handed.contact) }, candidate);
        break;
      case 'left-open':
        return conclude(handed.outcome, { kind: 'open', ...(handed.reason === undefined ? {} : { reason: handed.reason }) }, told);
    }
  }
}

/** Why a channel doesn't take the place of those whose providers are silent; undefined when it may (`policies.outage`). */
function tooDearFor(
  silent: ReadonlySet<Channel>,
  { channel, costCents }: Candidate,
  { channels, outage }: Pick<Policies, 'channels' | 'outage'>,
): string | undefined {
  if (silent.size === 0) return undefined;
  const names = [...silent].map((one) => CHANNEL_LABELS[one]).join(', ');
  if (channel === 'letter' && !outage.letter) return `não toma o lugar de ${names}, que não respondeu: espera a próxima rodada.`;
  const ceiling = Math.max(...[...silent].map((one) => channels[one].costCents)) + outage.extraCents;
  return costCents <= ceiling
    ? undefined
    : `custa ${formatMoney(costCents)}, e no lugar de ${names}, que não respondeu, esta régua paga até ${formatMoney(ceiling)}: espera a próxima rodada.`;
}

const ofLast = ({ candidate }: { readonly candidate?: Candidate }): Partial<MessageEnd> => (candidate ? { candidate } : {});

function guarded(
  { on }: RunSetting,
  decision: Refused,
  notDone: (outcome: 'peace', ending: Ending & { readonly reason: string }, code: string, more?: Partial<MessageEnd>) => MessageEnd,
): MessageEnd {
  const { code, reason, deferredUntil } = decision;
  if (deferredUntil) return notDone('peace', { kind: 'deferred', until: deferredUntil.date, reason }, code);
  // Paid, contested, prescribed…: the step stays open for the next choice, and nothing is promised for a day.
  if (ABOUT_THE_CASE.has(code)) return notDone('peace', { kind: 'deferred', until: addDays(on, 1), reason }, code, { notDone: { code, reason } });
  return notDone('peace', { kind: 'skipped', reason }, code);
}

/** Somebody did, or is doing, this very thing. When the step has more to do after it, the chain goes on as if it had just left. */
function already(
  { on, step }: RunSetting,
  spec: MessageSpec,
  contact: Contact,
  conclude: (outcome: MessageEnd['outcome'], ending: Ending, more?: Partial<MessageEnd>) => MessageEnd,
): MessageEnd {
  const reason = alreadyReason(contact);
  // Whoever holds the claim records the step; after a crash it becomes `unknown` and is seen then.
  if (contact.status === 'claimed') return conclude('peace', { kind: 'deferred', until: addDays(on, 1), reason }, { earlier: contact });
  return closes(step, spec.blockId)
    ? conclude('peace', { kind: 'settled', reason }, { earlier: contact })
    : conclude('sent', { kind: 'done', reason }, { earlier: contact });
}

/** This very message of this step and cycle, when it left, may have or is about to, in another execution. */
function earlierContact({ subject, place }: RunSetting, { blockId }: MessageSpec): Contact | undefined {
  return subject.contacts.find(
    (contact) =>
      contact.blockId === blockId &&
      contact.stepId === place.stepId &&
      contact.cycle === place.cycle &&
      contact.cadenceId === place.cadenceId &&
      contact.status !== 'failed',
  );
}

/** Without a choice before it: the channels that cost little, the one most read first. */
const USUAL_CHANNELS: readonly Channel[] = ['whatsapp', 'sms', 'email'];

/** Fresh data say what is still possible; the order stays the one that the choice explained. */
function candidatesFor(
  { subject, cadence, carried, on }: RunSetting,
  spec: MessageSpec,
): { readonly candidates: readonly Candidate[]; readonly whyNone: string } {
  const wanted = spec.channel === 'chosen' ? (carried.channels?.length ? carried.channels : USUAL_CHANNELS) : [spec.channel];
  const { ranking } = rankChannels(subject, {
    allowed: wanted,
    preferAnswered: false,
    settings: cadence.policies.channels,
    on,
    purpose: spec.purpose,
  });
  const ordered = wanted.length === 1 ? ranking : [...ranking].sort((a, b) => wanted.indexOf(a.channel) - wanted.indexOf(b.channel));
  const candidates: Candidate[] = [];
  for (const { eligible, channel, contactPointId, address, costCents, reasons } of ordered) {
    if (!eligible || address === null) continue;
    candidates.push({ channel, address, costCents, reasons, contactPoint: subject.debtor.contactPoints.find((point) => point.id === contactPointId) ?? null });
  }
  const whyNone = ordered.map(({ reasons }) => reasons[0]).find((reason) => reason !== undefined);
  return { candidates, whyNone: whyNone ?? 'Não há canal para falar com este devedor.' };
}

/** Writes the message for one channel after another; what it costs and offers is counted once, and only when it is asked for. */
class Writer {
  readonly #setting: RunSetting;
  readonly #spec: MessageSpec;
  readonly #compose: Compose;
  #charges: DebtsCharges | undefined;

  constructor(setting: RunSetting, spec: MessageSpec, compose: Compose) {
    this.#setting = setting;
    this.#spec = spec;
    this.#compose = compose;
  }

  on(channel: Channel): LeavingMessage {
    const { subject, cadence, carried, tierId, on } = this.#setting;
    const { texts, purpose, asksForAnswer } = this.#spec;
    const setting = this.#setting;
    const charges = (): DebtsCharges => (this.#charges ??= chargesOn(setting));
    return this.#compose({
      texts,
      purpose,
      asksForAnswer,
      channel,
      subject,
      settings: cadence,
      tierId: tierId ?? subject.tierId,
      get charges() {
        return charges();
      },
      get offers() {
        return carried.offerPolicyId === undefined ? undefined : offersOn(setting, carried.offerPolicyId, charges());
      },
      agreementId: carried.agreementId,
      received: carried.received,
      on,
    });
  }
}

/** What is owed and may be charged: debts that are contested, in an agreement or prescribed stay out. */
export function chargesOn({ subject, cadence: { policies }, on, charges }: RunSetting): DebtsCharges {
  if (charges) return charges();
  return chargesFor(collectibleDebts(subject, on, policies.prescription.years), subject.debtor, policies, on);
}

/** Made again from the policy: what a message promises is what the ledger and the policy say now. */
function offersOn({ subject, cadence: { policies }, on }: RunSetting, policyId: string, charges: DebtsCharges): readonly Offer[] | undefined {
  const policy = policies.offers.find(({ id }) => id === policyId);
  const cycle = collectibleDebts(subject, on, policies.prescription.years)[0]?.id;
  return policy && headlineOffers(offersFor(charges, policy, on, { ...debtorPlace(subject.debtor, policies), ...(cycle !== undefined && { cycle }) }));
}

/** The last question before a message leaves by this way. */
export function mayLeave({ subject, cadence, now, on }: RunSetting, { purpose }: MessageSpec, candidate: Candidate, message: LeavingMessage): GuardDecision {
  return guard({
    subject,
    channel: candidate.channel,
    contactPoint: candidate.contactPoint,
    message,
    purpose,
    policies: cadence.policies,
    now,
    on,
  });
}

/** What is claimed before a message is handed over: once per case, cadence, step, block and cycle, within the caps. */
export interface ClaimTerms {
  readonly localDate: CivilDate;
  readonly caps: FrequencyPolicy;
  /** What it says that overdue debts cost: a payment of it soon after settles them. */
  readonly asked: readonly AskedAmount[];
  /** What it offers: paid by its date, it settles the debts or starts its plan. */
  readonly offered: readonly OfferedTerms[];
}

export function claimTerms({ setting, spec, candidate }: Pick<HandOver, 'setting' | 'spec' | 'candidate'>): ClaimTerms {
  const { subject, cadence, now, on } = setting;
  const { policies } = cadence;
  const { uf, city } = subject.debtor;
  const debts = collectibleDebts(subject, on, policies.prescription.years);
  return {
    localDate: localMoment(parseInstant(now), timeZoneOf(uf, city)).date,
    caps: capsFor(spec.purpose, policies.frequency),
    asked: askedAmounts(spec.purpose, debts, chargesOn(setting).debts, on, debtorPlace(subject.debtor, policies)),
    offered: offeredTerms(
      setting,
      spec,
      candidate,
      debts.map(({ id }) => id),
    ),
  };
}

/** The offers that the chosen text tells of, not those that it might have. */
function offeredTerms(setting: RunSetting, { texts }: MessageSpec, { channel }: Candidate, debtIds: readonly string[]): OfferedTerms[] {
  const { subject, carried, tierId } = setting;
  if (carried.offerPolicyId === undefined) return [];
  const text = chooseText(texts, { channel, tierId: tierId ?? subject.tierId, defaultReason: subject.debtor.defaultReason });
  const told = text && offersToldBy(`${text.subject ?? ''}\n${text.body}`);
  if (!told) return [];
  return (offersOn(setting, carried.offerPolicyId, chargesOn(setting)) ?? [])
    .filter(told)
    .map(({ id, kind, original, total, entry, installments, validUntil }): OfferedTerms => ({
      id,
      kind,
      debtIds,
      original,
      total,
      entry,
      installments,
      validUntil,
    }));
}

function alreadyReason(contact: Contact): string {
  const how = `${CHANNEL_LABELS[contact.channel]} em ${formatCivilDate(contact.localDate)}`;
  if (contact.status === 'claimed') return `Esta mensagem está sendo enviada por outra execução (${how}).`;
  if (contact.status === 'unknown') return `Não se sabe se esta mensagem chegou (${how}); uma pessoa confere, e ela não é enviada de novo.`;
  if (contact.status === 'failed') return `Esta mensagem já foi tentada e recusada (${how}).`;
  return `Esta mensagem já foi enviada (${how}).`;
}
