import type { CadenceDocument } from '../../core/cadence/document.ts';
import type { Case } from '../../core/case/index.ts';
import { addDays, toDayNumber } from '../../core/civil-date.ts';
import type { World } from '../../core/simulation/index.ts';
import { createSimulation, QUIET_WORLD } from '../../core/simulation/index.ts';
import type { Outcome } from './outcome.ts';
import { outcomeOf } from './outcome.ts';
import type { Script } from './script.ts';
import { deliveryTo } from './script.ts';

/** Every case's outcome, simulated with each message written as it would leave. */
export function simulated(document: CadenceDocument, cases: readonly Case[], script: Script, seed: number): Map<string, Outcome> {
  const world: World = {
    ...QUIET_WORLD,
    begins: (life) => {
      for (let day = 0; day < script.days; day++) {
        const on = addDays(script.from, day);
        for (const { caseId, what } of script.on.get(on) ?? []) if (caseId === life.subject.id) life.plan({ ...what, day: toDayNumber(on) });
      }
    },
    delivers: (life, { candidate }) =>
      candidate.channel === 'email' || candidate.channel === 'letter' ? { kind: 'accepted', status: 'sent' } : deliveryTo(candidate.address, life.today, seed),
  };
  // The hour of a day that is not the clock's.
  const simulation = createSimulation({ document, cases, from: script.from, days: script.days, seed, world, hours: ['11:00'] });
  while (!simulation.done) simulation.step();
  return new Map(
    cases.map(({ id }) => {
      const { subject, tasks, nextActionOn } = simulation.timelineOf(id, { messages: true });
      return [id, outcomeOf(subject, tasks, nextActionOn)];
    }),
  );
}
