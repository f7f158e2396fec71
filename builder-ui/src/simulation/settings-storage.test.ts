import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ASSUMPTIONS } from '../../../core/simulation/assumptions.ts';
import { putAssumption } from './assumptions/fields.ts';
import { settingsFrom } from './settings-storage.ts';
import type { Settings } from './settings.ts';

const usual: Settings = { debtors: 1000, days: 120, seed: 7, assumptions: DEFAULT_ASSUMPTIONS };

describe('the kept numbers of a simulation', () => {
  it('come back as they were', () => {
    const kept: Settings = {
      debtors: 50,
      days: 30,
      seed: 3,
      assumptions: putAssumption(putAssumption(DEFAULT_ASSUMPTIONS, 'channels.sms.answeredPercent', 9), 'tiers.parceiro', 2),
    };
    expect(settingsFrom(JSON.parse(JSON.stringify(kept)), usual)).toEqual(kept);
  });

  it('are the usual ones where nothing sensible was kept', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (anything) => {
        const read = settingsFrom(anything, usual);
        expect(read.debtors).toBeGreaterThanOrEqual(1);
        expect(Object.keys(read.assumptions).sort()).toEqual(Object.keys(DEFAULT_ASSUMPTIONS).sort());
      }),
    );
    expect(settingsFrom({ debtors: -1, days: 1e9, seed: 'x', assumptions: { promiseKeptPercent: 900, channels: null } }, usual)).toEqual(usual);
  });
});
