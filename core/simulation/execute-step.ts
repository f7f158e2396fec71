import type { ReminderToday } from '../agreement/index.ts';
import { bureauEligibility, requestEntry } from '../bureau/index.ts';
import type { Block, BlockOf, MessageBlock } from '../cadence/blocks.ts';
import type { EventKind, Step } from '../cadence/document.ts';
import { addBusinessDays } from '../calendar/index.ts';
import type { Channel, Contact, ContactPoint } from '../case/index.ts';
import { CHANNEL_LABELS } from '../case/index.ts';
import type { ChannelDecision, RankedChannel } from '../channel/index.ts';
import { nextBest, rankChannels } from '../channel/index.ts';
import { chargesFor } from '../payment/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { toDayNumber } from '../civil-date.ts';
import type { GuardDecision } from '../guard/index.ts';
import { guard } from '../guard/index.ts';
import { offersForCase } from '../offer/index.ts';
import { smallClaimsEligibility } from '../small-claims/eligibility.ts';
import type { StepDecision } from '../step/index.ts';
import type { Life } from './life.ts';
import { purposeOfChoice } from '../cadence/message-channels.ts';
import { answers, resolve } from './respond.ts';
import type { Sink } from './sink.ts';

type Run = Extract<StepDecision, { kind: 'run' }>;

export type StepOutcome = { readonly kind: 'done' | 'skipped' } | { readonly kind: 'deferred'; readonly until: CivilDate };
const DONE: StepOutcome = { kind: 'done' };
const SKIPPED: StepOutcome = { kind: 'skipped' };

interface Setting {
  readonly stepId: string;
  readonly cycle: string;
  choice?: ChannelDecision;
  offerPolicyId?: string;
}

// Every collecting message shows the itemised value: enough for the guard to judge an unverified contact without writing the text.
const ITEMISED = { text: 'R$ 0,00', findings: [] } as const;

/** The blocks of a step in order. A message that has to wait holds back what comes after it; it is sent once however often the step comes back. */
export function executeStep(life: Life, step: Step, decision: Run, sink: Sink): StepOutcome {
  return runBlocks(life, step.blocks, { stepId: step.id, cycle: decision.cycle }, sink);
}

/** The reaction to an instalment of an agreement; unlike an event's it is a step of the agreement's own cadence, so it comes back when it has to wait. */
export function remind(life: Life, { agreement, reminder }: ReminderToday, sink: Sink): StepOutcome {
  return runBlocks(life, life.prepared.document.events.installment, { stepId: reminder.key, cycle: agreement.id }, sink);
}

/** The reaction to an event. What cannot leave now is not caught up with: thanks a week later thank nobody. */
export function react(life: Life, event: EventKind, sink: Sink): void {
  const blocks = life.prepared.document.events[event];
  if (blocks.length === 0) return;
  // An event may come more than once; each time has its own answer.
  const cycle = `${event}-${life.subject.contacts.length}-${life.today}`;
  runBlocks(life, blocks, { stepId: `evento-${event}`, cycle }, sink);
}

function runBlocks(life: Life, blocks: readonly Block[], setting: Setting, sink: Sink): StepOutcome {
  for (const [index, block] of blocks.entries()) {
    const outcome = runBlock(life, block, blocks, index, setting, sink);
    // As in n8n, where the next block follows from a node's first output: what is refused ends the step.
    if (outcome.kind !== 'done') return outcome;
  }
  return DONE;
}

function runBlock(life: Life, block: Block, blocks: readonly Block[], index: number, setting: Setting, sink: Sink): StepOutcome {
  switch (block.kind) {
    case 'channelChoice':
      setting.choice = rankChannels(life.subject, {
        ...channelInput(life),
        allowed: block.channels,
        preferAnswered: block.preferAnswered,
        maxCostCents: block.maxCostCents,
        purpose: purposeOfChoice(blocks, index),
      });
      return DONE;
    case 'message':
      return send(life, block, setting, sink);
    case 'offer':
      return propose(life, block, setting, sink);
    case 'bureau':
      return block.action === 'request' ? requestRegistration(life, block, setting, sink) : DONE;
    case 'smallClaims':
      return prepareFiling(life, setting, sink);
    case 'humanTask':
      if (life.firstTime(`${setting.stepId}:${block.id}:${setting.cycle}`)) sink.task(life, 'hand-off', block.title);
      return DONE;
    case 'custom':
      return DONE;
  }
}

const channelInput = (life: Life): { settings: Life['prepared']['document']['policies']['channels']; on: CivilDate } => ({
  settings: life.prepared.document.policies.channels,
  on: life.today,
});

function propose(life: Life, block: BlockOf<'offer'>, setting: Setting, sink: Sink): StepOutcome {
  const found = offersForCase(life.subject, life.prepared.document.policies, block.policyId, life.tierId, life.today);
  if ('refusal' in found) {
    sink.refusal(life, setting.stepId, 'no-offer', [found.refusal]);
    return SKIPPED;
  }
  setting.offerPolicyId = found.policy.id;
  return DONE;
}

function send(life: Life, block: MessageBlock, setting: Setting, sink: Sink): StepOutcome {
  const { subject, prepared } = life;
  if (subject.contacts.some((contact) => contact.stepId === setting.stepId && contact.blockId === block.id && contact.cycle === setting.cycle)) return DONE;
  const choice =
    block.channel === 'chosen'
      ? setting.choice
      : rankChannels(subject, { ...channelInput(life), allowed: [block.channel], preferAnswered: false, purpose: block.purpose });
  const tried: Channel[] = [];
  for (let ranked = choice?.chosen ?? null; ranked; ranked = nextBest(choice!, tried)) {
    const verdict = ask(life, block, ranked);
    let at = prepared.nowOn(life.today);
    if (!verdict.allowed) {
      if (verdict.deferredUntil === undefined || verdict.deferredUntil.date > life.today) {
        sink.refusal(life, setting.stepId, verdict.code, [verdict.reason], verdict.deferredUntil?.date);
        return verdict.deferredUntil ? { kind: 'deferred', until: verdict.deferredUntil.date } : SKIPPED;
      }
      // Later the same day where the debtor is: the message waits for its hour.
      at = verdict.deferredUntil.instant;
    }
    tried.push(ranked.channel);
    const contact = attempt(life, block, setting, ranked, at);
    sink.contact(life, contact, block, setting.offerPolicyId, ranked.reasons);
    if (contact.status !== 'failed') {
      if (contact.channel === 'letter') sink.task(life, 'letter', 'Imprimir e postar a carta.');
      if (answers(life, contact)) {
        react(life, 'reply', sink);
        resolve(life, setting.offerPolicyId);
      }
      return DONE;
    }
  }
  if (tried.length > 0) {
    sink.refusal(life, setting.stepId, 'undelivered', [`A mensagem não chegou por ${tried.map((channel) => CHANNEL_LABELS[channel]).join(', nem por ')}.`]);
    return SKIPPED;
  }
  sink.refusal(life, setting.stepId, 'no-channel', choice?.reasons ?? ['A mensagem usa o canal escolhido, e nenhuma escolha de canal veio antes dela.']);
  return SKIPPED;
}

function ask(life: Life, block: MessageBlock, ranked: RankedChannel): GuardDecision {
  const contactPoint: ContactPoint | null = life.subject.debtor.contactPoints.find((point) => point.id === ranked.contactPointId) ?? null;
  return guard({
    subject: life.subject,
    channel: ranked.channel,
    contactPoint,
    message: ITEMISED,
    purpose: block.purpose,
    policies: life.prepared.document.policies,
    now: life.prepared.nowOn(life.today),
    on: life.today,
  });
}

function attempt(life: Life, block: MessageBlock, setting: Setting, ranked: RankedChannel, at: string): Contact {
  const { assumptions, document } = life.prepared;
  const { deliveredPercent, provenPercent } = assumptions.channels[ranked.channel];
  const arrives = life.random() * 100 < deliveredPercent;
  const proven = arrives && life.random() * 100 < provenPercent;
  const paper = ranked.channel === 'letter';
  const id = `contato-${life.subject.contacts.length + 1}`;
  const contact: Contact = {
    id,
    cadenceId: document.id,
    ...(life.trackId === null ? {} : { trackId: life.trackId }),
    stepId: setting.stepId,
    blockId: block.id,
    cycle: setting.cycle,
    channel: ranked.channel,
    ...(ranked.contactPointId === null ? {} : { contactPointId: ranked.contactPointId }),
    purpose: block.purpose,
    // Paper that gets lost is not heard of again; electronic senders say so.
    status: arrives ? (proven && !paper ? 'delivered' : 'sent') : paper ? 'sent' : 'failed',
    at,
    localDate: life.today,
    ...(proven && !paper ? { deliveredAt: at } : {}),
    costCents: ranked.costCents,
  };
  life.subject.contacts.push(contact);
  life.contactCount += 1;
  life.spent += ranked.costCents;
  if (proven && paper) life.plan({ day: toDayNumber(addBusinessDays(life.today, LETTER_BUSINESS_DAYS)), kind: 'receipt', contactId: id });
  return contact;
}

/** How long paper takes; the post promises three to seven. */
const LETTER_BUSINESS_DAYS = 5;

function requestRegistration(life: Life, block: BlockOf<'bureau'>, setting: Setting, sink: Sink): StepOutcome {
  const eligibility = bureauEligibility(life.subject, life.prepared.document.policies, life.today);
  if (!eligibility.eligible) {
    sink.refusal(life, setting.stepId, `bureau-${eligibility.code}`, eligibility.reasons, eligibility.earliestOn);
    return eligibility.earliestOn === undefined ? SKIPPED : { kind: 'deferred', until: eligibility.earliestOn };
  }
  const entry = requestEntry(eligibility, { id: `negativacao-${life.subject.bureauEntries.length + 1}`, provider: block.provider, on: life.today });
  life.subject.bureauEntries.push(entry);
  sink.task(life, 'bureau-request', eligibility.reasons[0] ?? 'Pedir a negativação.');
  life.plan({ day: toDayNumber(addBusinessDays(life.today, 2)), kind: 'registered', entryId: entry.id });
  return DONE;
}

function prepareFiling(life: Life, setting: Setting, sink: Sink): StepOutcome {
  const { policies, creditor } = life.prepared.document;
  const debts = life.chargeable();
  const oldest = debts[0];
  if (!oldest) return SKIPPED;
  const amount = chargesFor(debts, life.subject.debtor, policies, life.today).total;
  const { minAmountCents, withLawyer } = policies.smallClaims;
  const eligibility = smallClaimsEligibility({
    amount,
    plaintiff: creditor.kind,
    dueDate: oldest.dueDate,
    on: life.today,
    withLawyer,
    minAmountCents,
    prescriptionYears: policies.prescription.years,
  });
  if (!eligibility.eligible) {
    sink.refusal(life, setting.stepId, `small-claims-${eligibility.code}`, eligibility.reasons);
    return SKIPPED;
  }
  const id = `acao-${life.subject.filings.length + 1}`;
  life.subject.filings.push({ id, preparedOn: life.today, amount, status: 'prepared' });
  sink.task(life, 'small-claims', 'Levar a ação ao juizado.');
  life.plan({ day: toDayNumber(addBusinessDays(life.today, 5)), kind: 'filed', filingId: id });
  return DONE;
}
