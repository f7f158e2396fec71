import type { Block } from '../cadence/blocks.ts';
import type { EventKind } from '../cadence/document.ts';
import type { Case, Contact, Instant } from '../case/index.ts';
import type { BlockEnd, Carried, Carrier, Handed, HandOver, RunPlace, StepEnd, StepToRun } from '../run/index.ts';
import { claimTerms, placeOfReaction, placeOfStep, runChain } from '../run/index.ts';
import type { Life } from './life.ts';
import type { Sink } from './sink.ts';

/** A step's blocks, carried out in a life at one instant. */
export function runStep(life: Life, blocks: readonly Block[], step: StepToRun, now: Instant, sink: Sink): StepEnd | undefined {
  const place = placeOfStep(life.prepared.document.id, step);
  // An instalment's reminder has its agreement for a cycle.
  return run(life, blocks, place, { agreementId: step.cycle }, now, sink, step);
}

/** The reaction to an event. What cannot leave now is not caught up with: thanks a week later thank nobody. */
export function react(life: Life, event: EventKind, id: string, carried: Carried, sink: Sink): void {
  const blocks = life.prepared.document.events[event];
  if (blocks.length === 0 || life.idle) return;
  run(life, blocks, placeOfReaction(life.prepared.document.id, { kind: event, id }), carried, life.prepared.nowOn(life.today), sink);
}

function run(life: Life, blocks: readonly Block[], place: RunPlace, carried: Carried, now: Instant, sink: Sink, step?: StepToRun): StepEnd | undefined {
  const { settings } = life.prepared;
  const answered: Contact[] = [];
  const carrier: Carrier = {
    compose: life.compose,
    handOver: (effect) => handOver(life, effect, answered, sink),
    ended: (block, end) => writeDown(life, place, block, end, sink),
  };
  const setting = {
    subject: life.subject,
    cadence: settings,
    charges: life.charges,
    place,
    step,
    tierId: step ? life.tierId : undefined,
    carried,
    on: life.today,
    now,
  };
  const end = runChain(blocks, setting, carrier);
  // Who answers does so after the chain has run to its end.
  for (const contact of answered) react(life, 'reply', `resposta-${contact.id}`, {}, sink);
  return end;
}

function handOver(life: Life, effect: HandOver, answered: Contact[], sink: Sink): Handed {
  const { setting, spec, candidate, message } = effect;
  const delivery = life.world.delivers(life, effect);
  // Given back: nothing left by this way, and it may be used once the account or the provider is mended.
  if (delivery.kind === 'refused' && (delivery.fault === 'account' || delivery.fault === 'provider'))
    return { kind: 'refused', fault: delivery.fault, error: 'O provedor não respondeu.' };
  const { localDate, asked, offered } = claimTerms(effect);
  const { now } = setting;
  const contact: Contact = {
    id: life.nextContactId,
    cadenceId: setting.place.cadenceId,
    ...(setting.place.trackId === undefined ? {} : { trackId: setting.place.trackId }),
    stepId: setting.place.stepId,
    blockId: spec.blockId,
    cycle: setting.place.cycle,
    channel: candidate.channel,
    ...(candidate.contactPoint === null ? {} : { contactPointId: candidate.contactPoint.id }),
    purpose: spec.purpose,
    status: delivery.kind === 'refused' ? 'failed' : delivery.kind === 'doubt' ? 'unknown' : candidate.channel === 'letter' ? 'composed' : delivery.status,
    at: now,
    localDate,
    ...(delivery.kind === 'accepted' && delivery.status === 'delivered' ? { deliveredAt: now } : {}),
    costCents: candidate.costCents,
    ...(asked.length === 0 ? {} : { asked }),
    ...(offered.length === 0 ? {} : { offered }),
  };
  life.subject.contacts.push(contact);
  life.contactCount += 1;
  life.spent += candidate.costCents;
  sink.contact(life, contact, message, candidate.reasons);
  if (delivery.kind === 'refused') return { kind: 'refused', fault: delivery.fault, error: 'O provedor recusou a mensagem.' };
  if (delivery.kind === 'doubt') return { kind: 'doubt', contactId: contact.id, error: 'O provedor não disse se enviou' };
  if (life.world.hears(life, contact, setting.carried.offerPolicyId)) {
    const index = life.subject.contacts.length - 1;
    const heard: Contact = { ...contact, status: 'answered', deliveredAt: contact.deliveredAt ?? now, answeredAt: now };
    life.subject.contacts[index] = heard;
    answered.push(heard);
    sink.reply(life);
  }
  return { kind: 'accepted', contactId: contact.id, status: candidate.channel === 'letter' ? 'prepared' : delivery.status };
}

function writeDown(life: Life, place: RunPlace, _block: Block, end: BlockEnd, sink: Sink): Case {
  const { subject } = life;
  if (end.notDone) sink.refusal(life, place.stepId, end.notDone.code, end.reasons, end.notDone.deferredUntil);
  for (const task of end.tasks ?? []) if (life.open(task)) sink.task(life, task);
  if (end.entries && end.entries.length > 0) {
    const changed = new Map(end.entries.map((entry) => [entry.id, entry]));
    const known = subject.bureauEntries.map((entry) => changed.get(entry.id) ?? entry);
    const fresh = end.entries.filter(({ id }) => !subject.bureauEntries.some((entry) => entry.id === id));
    subject.bureauEntries = [...known, ...fresh];
    for (const entry of end.entries) {
      if (entry.status === 'requested') life.world.entryAsked(life, entry);
      else life.world.entryChanged(life, entry);
    }
    life.removalOn = life.today;
  }
  const { filing } = end;
  if (filing && !subject.filings.some(({ id }) => id === filing.id)) {
    subject.filings.push(filing);
    life.world.filed(life, filing);
  }
  return subject;
}
