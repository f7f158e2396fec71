import { describe, expect, test } from 'vitest';
import { cadenceSchema } from '../cadence/document.ts';
import { findTemplate, TEMPLATES } from '../../templates/index.ts';
import { DEFAULT_ASSUMPTIONS } from './assumptions.ts';
import { differenceOf } from './results.ts';
import { sampleCases } from './sample-cases.ts';
import { simulate } from './simulate.ts';
import type { SimulationInput } from './types.ts';

const FROM = '2026-03-02';
const classic = findTemplate('classica')!.document;
const input = (over: Partial<SimulationInput> = {}): SimulationInput => ({
  document: classic,
  cases: sampleCases(300, 3, FROM),
  from: FROM,
  days: 90,
  seed: 11,
  ...over,
});

describe('what would have come in without a cadence', () => {
  test('is the same beside every cadence, day by day: the people and their luck are the same', () => {
    const alone = TEMPLATES.map(({ document }) => simulate(input({ document })));
    for (const { days, withoutCadence } of alone) {
      expect(withoutCadence).toEqual(alone[0]!.withoutCadence);
      expect(days.map(({ withoutCadenceCents }) => withoutCadenceCents)).toEqual(alone[0]!.days.map(({ withoutCadenceCents }) => withoutCadenceCents));
      expect(days.reduce((sum, day) => sum + day.withoutCadenceCents, 0)).toBe(withoutCadence.recoveredCents);
    }
    expect(alone[0]!.withoutCadence.recoveredCents).toBeGreaterThan(0);
  });

  test('and a cadence without steps brings nothing beyond it', () => {
    const empty = cadenceSchema.parse({ ...classic, tracks: classic.tracks.map((track) => ({ ...track, steps: [] })), events: {} });
    const { recoveredCents, withoutCadence, difference } = simulate(input({ document: empty }));
    expect(recoveredCents).toBe(withoutCadence.recoveredCents);
    expect(difference).toEqual({ cents: 0, lowCents: 0, highCents: 0 });
  });

  test('the difference is what came in beyond it, and other luck stays within its interval about as often as it says', () => {
    const { recoveredCents, withoutCadence, difference } = simulate(input());
    expect(difference.cents).toBe(recoveredCents - withoutCadence.recoveredCents);
    const cases = sampleCases(150, 3, FROM);
    const runs = Array.from({ length: 40 }, (_, seed) => simulate(input({ seed, cases, days: 60 })).difference);
    const mean = runs.reduce((sum, { cents }) => sum + cents, 0) / runs.length;
    const within = runs.filter(({ lowCents, highCents }) => lowCents <= mean && mean <= highCents).length;
    expect(within).toBeGreaterThanOrEqual(34);
  });

  test('one case or none has no interval to speak of', () => {
    expect(differenceOf([])).toEqual({ cents: 0, lowCents: 0, highCents: 0 });
    expect(differenceOf([500])).toEqual({ cents: 500, lowCents: 500, highCents: 500 });
    // Two cases of 0 and 100: standard deviation 70.71, of the sum 100; 1.96 times that.
    expect(differenceOf([0, 100])).toEqual({ cents: 100, lowCents: -96, highCents: 296 });
  });
});

describe('an offer', () => {
  const offering = (percent: number) =>
    cadenceSchema.parse({
      ...classic,
      policies: {
        ...classic.policies,
        offers: [{ id: 'unica', name: 'Única', discount: { principal: percent, fine: 100, interest: 100 }, minInstallmentCents: 2_000 }],
      },
      tracks: classic.tracks.map((track) => ({
        ...track,
        steps: track.steps.map((step) => ({ ...step, blocks: step.blocks.map((block) => (block.kind === 'offer' ? { ...block, policyId: 'unica' } : block)) })),
      })),
    });

  test('moves people by how much it takes off, and what it gives up is counted', () => {
    const little = simulate(input({ document: offering(0), cases: sampleCases(1500, 3, FROM) }));
    const much = simulate(input({ document: offering(30), cases: sampleCases(1500, 3, FROM) }));
    const agreed = (results: typeof little): number => results.days.reduce((sum, day) => sum + day.events.agreements, 0);
    expect(agreed(much)).toBeGreaterThan(agreed(little));
    expect(much.forgivenCents).toBeGreaterThan(little.forgivenCents);
    const unmoved = { ...DEFAULT_ASSUMPTIONS, offers: { answerPerTenPercent: 1, answerWithInstallments: 1, agreesPerTenPercent: 1 } };
    const still = [0, 30].map((percent) => agreed(simulate(input({ document: offering(percent), assumptions: unmoved }))));
    expect(still[0]).toBe(still[1]);
  });
});

describe('people’s work', () => {
  test('is counted in minutes, by the assumptions, task by task and answer by answer', () => {
    const free = Object.fromEntries(Object.keys(DEFAULT_ASSUMPTIONS.minutes).map((kind) => [kind, 0])) as typeof DEFAULT_ASSUMPTIONS.minutes;
    const minutesWith = (minutes: Partial<typeof DEFAULT_ASSUMPTIONS.minutes>) =>
      simulate(input({ assumptions: { ...DEFAULT_ASSUMPTIONS, minutes: { ...free, ...minutes } } }));
    expect(minutesWith({}).humanMinutes).toBe(0);
    const letters = minutesWith({ letter: 4 });
    expect(letters.humanMinutes).toBe(4 * (letters.humanTasks.letter ?? 0));
    expect(letters.days.reduce((sum, day) => sum + day.humanMinutes, 0)).toBe(letters.humanMinutes);
    expect(minutesWith({ reply: 3 }).humanMinutes).toBeGreaterThan(0);
  });
});
