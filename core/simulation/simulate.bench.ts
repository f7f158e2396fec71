import { describe, test } from 'vitest';
import classic from '../../templates/classic.json' with { type: 'json' };
import { cadenceSchema } from '../cadence/document.ts';
import { sampleCases } from './sample-cases.ts';
import { simulate } from './simulate.ts';

// The goals: 1,000 debtors × 180 days under 2 s, 100,000 under 60 s, on one core.
const document = cadenceSchema.parse(classic);
const from = '2026-03-02';

describe('the classic cadence over 180 days', () => {
  test('1,000 debtors', { timeout: 120_000 }, async ({ bench }) => {
    const cases = sampleCases(1_000, 1, from);
    await bench('simulate', () => void simulate({ document, cases, from, days: 180, seed: 7 })).run({
      iterations: 3,
      time: 0,
      warmupIterations: 1,
      warmupTime: 0,
    });
  });
});
