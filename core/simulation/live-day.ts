import { remindersToday } from '../agreement/index.ts';
import { fromDayNumber } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import { chooseStep } from '../step/index.ts';
import { executeStep, remind } from './execute-step.ts';
import type { Life } from './life.ts';
import type { Sink } from './sink.ts';
import { happen } from './world-events.ts';

/** One day of a life: what the world does comes first, then the cadence looks when it is time. */
export function liveDay(life: Life, day: number, sink: Sink): void {
  life.today = fromDayNumber(day);
  if (life.tierId === '') life.place();
  for (let event = life.nextEvent(day); event; event = life.nextEvent(day)) happen(life, event, sink);
  if (life.nextLook <= day) look(life, sink);
}

function look(life: Life, sink: Sink): void {
  const { policies } = life.prepared.document;
  life.nextLook = Number.POSITIVE_INFINITY;
  life.place();
  if (!life.track) {
    sink.wait(life, 'no-track', null, ['Nenhuma trilha atende a faixa deste cliente.']);
    return;
  }
  const decision = chooseStep(life.subject, life.track.plan, policies, life.today);
  const [due, ...others] = life.prepared.document.events.installment.length > 0 ? remindersToday(life.subject, policies, life.today) : [];
  if (due) {
    const outcome = remind(life, due, sink);
    if (outcome.kind === 'deferred') {
      life.lookOn(outcome.until);
      return;
    }
    const { agreement, reminder } = due;
    life.subject.steps.push({ cadenceId: life.prepared.document.id, stepId: reminder.key, cycle: agreement.id, status: outcome.kind, on: life.today });
    // Other debts' steps, and other agreements' instalments, have their turn tomorrow.
    if (decision.kind === 'run' || others.length > 0) life.lookOn(life.today);
    else life.lookOn(decision.nextActionOn);
    return;
  }
  if (decision.kind === 'wait') {
    sink.wait(life, decision.code, decision.nextActionOn, decision.reasons);
    life.lookOn(decision.nextActionOn);
    return;
  }
  const step = life.track.steps.get(decision.stepId);
  if (!step) throw new ReguaError('simulation.step', `A etapa ${decision.stepId} não está na trilha.`);
  const outcome = executeStep(life, step, decision, sink);
  if (outcome.kind === 'deferred') {
    life.lookOn(outcome.until);
    return;
  }
  life.subject.steps.push({ cadenceId: life.prepared.document.id, stepId: step.id, cycle: decision.cycle, status: outcome.kind, on: life.today });
  sink.step(life, step.id, step.name, decision.reasons);
  life.lastStepId = step.id;
  const after = chooseStep(life.subject, life.track.plan, policies, life.today);
  if (after.kind === 'run') life.lookOn(life.today);
  else life.lookOn(after.nextActionOn);
}
