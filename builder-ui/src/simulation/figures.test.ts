import { describe, expect, it } from 'vitest';
import type { SimulatedDay } from '../../../core/simulation/types.ts';
import { costPerRealCents, figuresUpTo } from './figures.ts';

const day = (recoveredCents: number, costCents: number, settled: number, email: number, refusals: Record<string, number> = {}): SimulatedDay =>
  ({ recoveredCents, costCents, events: { settled }, contacts: { email, sms: 1 }, refusals }) as unknown as SimulatedDay;
const days = [day(100, 1, 1, 2, { sunday: 1 }), day(1_000, 10, 2, 4, { cap: 3, sunday: 1 }), day(10_000, 100, 4, 8)];

describe('the figures of a day', () => {
  it('add up the days before and the day itself, and nothing of the next', () => {
    expect(figuresUpTo(days, 0)).toMatchObject({ recoveredCents: 100, costCents: 1, settled: 1, contacts: 3 });
    expect(figuresUpTo(days, 1)).toMatchObject({ recoveredCents: 1_100, costCents: 11, settled: 3, contacts: 8 });
    expect(figuresUpTo(days, 2)).toMatchObject({ recoveredCents: 11_100, costCents: 111, settled: 7, contacts: 17 });
    expect(figuresUpTo(days, -1)).toMatchObject({ recoveredCents: 0, contacts: 0 });
  });

  it('name what happened most first', () => {
    const { refusals, channels } = figuresUpTo(days, 1);
    expect(refusals).toEqual([
      ['cap', 3],
      ['sunday', 2],
    ]);
    expect(channels).toEqual([
      ['email', 6],
      ['sms', 2],
    ]);
  });

  it('say what a real brought back has cost: fifty reais for a thousand are five cents', () => {
    expect(costPerRealCents({ costCents: 50_00, recoveredCents: 1_000_00 })).toBe(5);
    expect(costPerRealCents({ costCents: 50_00, recoveredCents: 0 })).toBe(0);
  });
});
