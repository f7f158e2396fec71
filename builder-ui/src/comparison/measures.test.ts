import { describe, expect, it } from 'vitest';
import classic from '../../../templates/classic.json' with { type: 'json' };
import { applyOperation, parseCadence } from '../../../core/cadence/index.ts';
import { sampleCases, simulate, type SimulationResults } from '../../../core/simulation/index.ts';
import { costPerReal, measuresOf, verdictOn } from './measures.ts';

const document = parseCadence(classic);
const from = '2026-03-02';
const run = (version = document): SimulationResults => simulate({ document: version, cases: sampleCases(120, 3, from), from, days: 60, seed: 7 });

describe('the figures of two runs', () => {
  it('are even between a version and itself', () => {
    const { main, channels, refusals } = measuresOf(run(), run());
    for (const measure of [...main, ...channels, ...refusals]) expect(verdictOn(measure)).toBe('even');
  });

  it('add up: the channels to the contacts, on each side', () => {
    const shorter = run(applyOperation(document, { kind: 'removeStep', stepId: 'proposta' }));
    const { main, channels } = measuresOf(run(), shorter);
    const contacts = main.find(({ id }) => id === 'contacts')!;
    expect(channels.reduce((sum, { before }) => sum + before, 0)).toBe(contacts.before);
    expect(channels.reduce((sum, { after }) => sum + after, 0)).toBe(contacts.after);
    expect(contacts.after).toBeLessThan(contacts.before);
    expect(verdictOn(contacts)).toBe('better');
  });

  it('keep a reason that only one of the two has', () => {
    const one = { ...run(), refusals: { hours: 3 } };
    const other = { ...run(), refusals: { frequency: 9 } };
    expect(measuresOf(one, other).refusals.map(({ id, before, after }) => [id, before, after])).toEqual([
      ['frequency', 0, 9],
      ['hours', 3, 0],
    ]);
  });

  it('call more recovered better, more cost worse, and other channels neither', () => {
    expect(verdictOn({ id: 'recovered', unit: 'money', before: 1, after: 2, wanted: 'more' })).toBe('better');
    expect(verdictOn({ id: 'cost', unit: 'money', before: 1, after: 2, wanted: 'less' })).toBe('worse');
    expect(verdictOn({ id: 'sms', unit: 'count', before: 1, after: 2, wanted: 'neither' })).toBe('other');
  });

  it('have no cost for a real when no real came', () => {
    expect(costPerReal({ costCents: 500, recoveredCents: 0 })).toBe(0);
    expect(costPerReal({ costCents: 500, recoveredCents: 100_000 })).toBe(0.5);
  });
});
