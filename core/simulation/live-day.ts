import { reinstate } from '../agreement/index.ts';
import { removalState } from '../bureau/index.ts';
import { debtorPlace } from '../calendar/index.ts';
import type { Instant } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, earliest, fromDayNumber } from '../civil-date.ts';
import { formatMoney } from '../money.ts';
import type { StepEnd, StepToRun } from '../run/index.ts';
import { brokenAgreements, lookAt, placeOfNothing, requestRemovals } from '../run/index.ts';
import { runStep } from './carrier.ts';
import type { Life } from './life.ts';
import type { Sink } from './sink.ts';
import { happen } from './world-events.ts';

/** One day of a life: what the world does comes first, then the cadence runs as often as its clock says. */
export function liveDay(life: Life, day: number, sink: Sink): void {
  life.today = fromDayNumber(day);
  if (life.tierId === '') life.place();
  for (let event = life.nextEvent(day); event; event = life.nextEvent(day)) happen(life, event, sink);
  for (const now of life.prepared.runsOn(life.today)) runAt(life, now, sink);
}

/** One run of the cadence at an instant of the life's day. */
export function runAt(life: Life, now: Instant, sink: Sink): void {
  if (life.removalOn !== null && life.removalOn <= life.today) removals(life, now, sink);
  if (life.nextActionOn !== null && life.nextActionOn <= life.today) look(life, now, sink);
}

function look(life: Life, now: Instant, sink: Sink): void {
  const { subject, prepared, today } = life;
  const { policies, events } = prepared.document;
  undoBroken(life, sink);
  life.place();
  subject.tierId = life.tierId;
  const { track } = life;
  if (!track) {
    // Nobody takes the case further: it is looked at in every run, should its tier become another.
    sink.wait(life, 'no-track', null, ['Nenhuma trilha atende a faixa deste cliente.']);
    return;
  }
  const looked = lookAt(subject, track.plan, policies, today);
  if (looked.kind === 'wait') {
    sink.wait(life, looked.code, looked.nextActionOn, looked.reasons);
    life.nextActionOn = looked.nextActionOn;
    return;
  }
  const { step } = looked;
  const isStep = looked.kind === 'step';
  const blocks = isStep ? track.steps.get(step.id)!.blocks : events.installment;
  const end = runStep(life, blocks, step, now, sink) ?? step.whenEntered;
  record(life, step, end);
  // A step that was put off has not been taken.
  if (isStep && end !== undefined && end.status !== 'deferred') {
    sink.step(life, step.id, step.name, step.reasons);
    life.lastStepId = step.id;
  }
}

/** One record per step and cycle; without one the case stays due, and n8n takes it again when its lease ends. */
function record(life: Life, step: StepToRun, end: StepEnd | undefined): void {
  const { subject, prepared, today } = life;
  const status = end?.status ?? 'entered';
  const entry = { cadenceId: prepared.document.id, stepId: step.id, cycle: step.cycle, status, on: today };
  const at = subject.steps.findIndex((one) => one.stepId === step.id && one.cycle === step.cycle && one.cadenceId === entry.cadenceId);
  if (at === -1) subject.steps.push(entry);
  else subject.steps[at] = entry;
  if (end) life.nextActionOn = end.nextActionOn;
}

function undoBroken(life: Life, sink: Sink): void {
  const { policies } = life.prepared.document;
  const { agreements } = brokenAgreements(life.subject, policies, life.today);
  for (const agreement of agreements) {
    const received = life.underAgreements.filter(({ agreementId }) => agreementId === agreement.id);
    const back = reinstate(agreement, life.subject.debts, policies.contract, life.today, { place: debtorPlace(life.subject.debtor, policies), received });
    life.subject.agreements = life.subject.agreements.map((one) => (one.id === agreement.id ? back.agreement : one));
    for (const debt of back.debts) life.replaceDebt(debt);
    sink.event(life, 'brokenAgreements', `O acordo foi quebrado; a dívida volta por ${formatMoney(back.charges.total)}, descontado o que foi pago.`);
  }
}

/** The removal of entries is looked at in every run, outside the cadence: who has paid has no step any more while the law's days run (Súmula 548). */
function removals(life: Life, now: Instant, sink: Sink): void {
  const { subject, prepared, today } = life;
  const { settings, document } = prepared;
  const place = placeOfNothing(document.id, today);
  const end = requestRemovals({ subject, cadence: settings, place, carried: {}, on: today, now }, 'retiradas');
  for (const task of end.tasks ?? []) if (life.open(task)) sink.task(life, task);
  const changed = new Map(end.entries?.map((entry) => [entry.id, entry]));
  subject.bureauEntries = subject.bureauEntries.map((entry) => changed.get(entry.id) ?? entry);
  for (const entry of changed.values()) life.world.entryChanged(life, entry);
  life.removalOn = subject.bureauEntries
    .map((entry) => removalState(entry, subject, document.policies, today).nextActionOn)
    .reduce<CivilDate | null>((first, date) => (date === null ? first : first === null ? date : earliest(first, date)), null);
  if (life.removalOn !== null && life.removalOn <= today) life.removalOn = addDays(today, 1);
}
