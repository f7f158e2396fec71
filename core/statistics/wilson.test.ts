import { describe, expect, it } from 'vitest';
import { wilsonInterval } from './wilson.ts';

describe('the interval of a share', () => {
  it.each([
    [0, 10, 0, 0.27753],
    [15, 148, 0.06239, 0.16049],
    [81, 263, 0.25529, 0.36621],
    [10, 10, 0.72247, 1],
  ])('of %i in %i is the published one', (successes, of, low, high) => {
    const interval = wilsonInterval(successes, of);
    expect(interval.low).toBeCloseTo(low, 5);
    expect(interval.high).toBeCloseTo(high, 5);
    expect(interval.share).toBe(successes / of);
  });

  it('of nothing is everything', () => {
    expect(wilsonInterval(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
  });
});
