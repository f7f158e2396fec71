import { describe, expect, it } from 'vitest';
import { DEFAULT_ASSUMPTIONS } from '../../../../core/simulation/assumptions.ts';
import { assumptions as english } from '../../strings/en/assumptions.ts';
import { assumptions as portuguese } from '../../strings/pt-BR/assumptions.ts';
import { changedCount, FIELDS, putAssumption, readAssumption } from './fields.ts';

const paths = Object.values(FIELDS).flatMap((fields) => fields.map(({ path }) => path));
const leaves = (value: object, prefix = ''): string[] =>
  Object.entries(value).flatMap(([key, child]) => (typeof child === 'number' ? [prefix + key] : leaves(child as object, `${prefix}${key}.`)));

describe('the assumptions', () => {
  it('can be edited to the last number', () => {
    expect([...paths].sort()).toEqual(leaves(DEFAULT_ASSUMPTIONS).sort());
  });

  it('start inside their bounds', () => {
    for (const { path, max } of Object.values(FIELDS).flat()) expect(readAssumption(DEFAULT_ASSUMPTIONS, path)).toBeLessThanOrEqual(max);
  });

  it('change one number and leave the defaults alone', () => {
    const changed = putAssumption(DEFAULT_ASSUMPTIONS, 'channels.sms.answeredPercent', 9);
    expect(changed.channels.sms).toEqual({ ...DEFAULT_ASSUMPTIONS.channels.sms, answeredPercent: 9 });
    expect(changed.channels.email).toBe(DEFAULT_ASSUMPTIONS.channels.email);
    expect(changedCount(changed, DEFAULT_ASSUMPTIONS)).toBe(1);
    expect(changedCount(DEFAULT_ASSUMPTIONS, DEFAULT_ASSUMPTIONS)).toBe(0);
  });

  it('take a factor for a tier that had none', () => {
    const changed = putAssumption(DEFAULT_ASSUMPTIONS, 'tiers.parceiro', 1.5);
    expect(changed.tiers).toEqual({ parceiro: 1.5 });
    expect(changedCount(changed, DEFAULT_ASSUMPTIONS)).toBe(1);
    expect(changedCount(putAssumption(DEFAULT_ASSUMPTIONS, 'tiers.parceiro', 1), DEFAULT_ASSUMPTIONS)).toBe(0);
  });

  it('keep the shortest time to pay at or below the longest', () => {
    expect(putAssumption(DEFAULT_ASSUMPTIONS, 'paymentLagDays.min', 9).paymentLagDays).toEqual({ min: 9, max: 9 });
    expect(putAssumption({ ...DEFAULT_ASSUMPTIONS, paymentLagDays: { min: 3, max: 5 } }, 'paymentLagDays.max', 1).paymentLagDays).toEqual({ min: 1, max: 1 });
  });

  it('have words in both languages for every number that no channel or purpose names', () => {
    const named = paths.filter((path) => !/^(channels|purposes)\./.test(path)).sort();
    for (const { fields } of [portuguese.assumptions, english.assumptions]) expect(Object.keys(fields).sort()).toEqual(named);
  });
});
