import { describe, expect, it } from 'vitest';
import classic from '../../../../templates/classic.json' with { type: 'json' };
import { parseCadence } from '../../../../core/cadence/index.ts';
import { createSimulation, sampleCases } from '../../../../core/simulation/index.ts';
import { outcomeAfter } from './outcome.ts';
import { placeDots } from './place-dots.ts';

const from = '2026-03-02';
const cases = sampleCases(120, 3, from);
const simulation = createSimulation({
  document: parseCadence(classic),
  cases,
  from,
  days: 100,
  seed: 11,
  followed: new Set(cases.map(({ id }) => id)),
});
while (!simulation.done) simulation.step();
const { days } = simulation.results();

describe('the followed debtors', () => {
  it('stand at the last step that was carried out for them, as their own story tells', () => {
    const places = placeDots(cases, days, days.length - 1);
    for (const { id } of cases) {
      const steps = simulation.timelineOf(id).entries.flatMap((entry) => (entry.kind === 'step' ? [entry.stepId] : []));
      expect(places.get(id)!.stepId).toBe(steps.at(-1) ?? null);
    }
  });

  it('are shown as paid exactly when they owe nothing more', () => {
    const places = placeDots(cases, days, days.length - 1);
    for (const { id } of cases) {
      const settled = simulation.timelineOf(id).entries.some((entry) => entry.kind === 'event' && entry.event === 'settled');
      expect(places.get(id)!.outcome === 'paid').toBe(settled);
    }
  });

  it('never share a place, and keep theirs while they stay', () => {
    let before = placeDots(cases, days, 0);
    for (let day = 1; day < days.length; day += 1) {
      const now = placeDots(cases, days, day);
      const standing = [...now.values()].filter(({ stepId }) => stepId !== null).map(({ stepId, slot }) => `${stepId}/${slot}`);
      expect(new Set(standing).size).toBe(standing.length);
      const moved = new Set(days[day]!.moves.map(({ caseId }) => caseId));
      for (const { id } of cases) if (!moved.has(id)) expect(now.get(id)!.slot).toBe(before.get(id)!.slot);
      before = now;
    }
  });

  it('go on when a promise or an agreement is broken, and stay paid once they are', () => {
    expect(outcomeAfter('promised', 'brokenPromises')).toBe('going');
    expect(outcomeAfter('agreed', 'brokenAgreements')).toBe('going');
    expect(outcomeAfter('paid', 'brokenPromises')).toBe('paid');
    expect(outcomeAfter('agreed', 'payments')).toBe('agreed');
    expect(outcomeAfter('disputed', 'registered')).toBe('disputed');
  });
});
