import Big from 'big.js';
import { describe, expect, it } from 'vitest';
import type { PeriodToCorrect } from './corrected-period.ts';
import { correctedPeriod } from './corrected-period.ts';

const month = (percent: string, month = '2030-01') => ({ month, days: 31, daysInMonth: 31, percent });
const period = (over: Partial<PeriodToCorrect>): PeriodToCorrect => ({
  principal: 1000_00,
  openCorrection: 0,
  carried: new Big(1),
  factor: new Big('1.02'),
  steps: [month('2')],
  seriesName: 'IPCA',
  ...over,
});

describe('a corrected period', () => {
  it('adds to what is open, correction before it included', () => {
    expect(correctedPeriod(period({ openCorrection: 50_00 }))).toMatchObject({ change: 21_00, formula: 'R$ 1.050,00 × ((1 + 2%) − 1), IPCA de 01/2030' });
  });

  it('takes back open correction when prices fall, and no more than that', () => {
    const falling = { factor: new Big('0.97'), steps: [month('-3')] };
    const part = correctedPeriod(period({ ...falling, openCorrection: 50_00 }));
    expect(part).toMatchObject({ change: -31_50, formula: 'R$ 1.050,00 × ((1 − 3%) − 1), IPCA de 01/2030' });
    expect(part.carried.eq(1)).toBe(true);
    const all = correctedPeriod(period({ ...falling, openCorrection: 10_00 }));
    expect(all).toMatchObject({ change: -10_00, formula: 'R$ 1.010,00 × ((1 − 3%) − 1), IPCA de 01/2030, deflação: mantido o valor nominal' });
    expect(all.carried.toFixed(4)).toBe('0.9797');
  });

  it('at exactly the nominal value holds nothing back', () => {
    const even = correctedPeriod(period({ openCorrection: 25_00, principal: 975_00, factor: new Big('0.975'), steps: [month('-2.5')] }));
    expect(even).toMatchObject({ change: -25_00, formula: 'R$ 1.000,00 × ((1 − 2,5%) − 1), IPCA de 01/2030' });
    expect(even.carried.eq(1)).toBe(true);
  });

  it('makes up for what was carried first, and shows it', () => {
    expect(correctedPeriod(period({ carried: new Big('0.99') }))).toMatchObject({
      change: 9_80,
      formula: 'R$ 1.000,00 × (0,99000000 × (1 + 2%) − 1), IPCA de 01/2030, compensada a deflação anterior',
    });
  });

  it('of more than twelve months shows the accumulated factor, with eight decimals or what the cent needs', () => {
    const steps = Array.from({ length: 13 }, (_, index) => month('0.5', index === 12 ? '2031-01' : `2030-${String(index + 1).padStart(2, '0')}`));
    const factor = new Big('1.067');
    expect(correctedPeriod(period({ factor, steps })).formula).toBe('R$ 1.000,00 × (1,06700000 − 1), IPCA acumulado de 01/2030 a 01/2031');
    const twelve = correctedPeriod(period({ steps: steps.slice(0, 12) }));
    expect(twelve.formula).toContain('(1 + 0,5%) × (1 + 0,5%)');
    expect(twelve.formula).toContain('IPCA de 01/2030 a 12/2030');
    // 0,000000004 of a billion is four reais: eight decimals would lose them.
    const large = correctedPeriod(period({ principal: 1_000_000_000_00, factor: new Big('1.067000004'), steps }));
    expect(large).toMatchObject({ change: 67_000_004_00, formula: 'R$ 1.000.000.000,00 × (1,0670000040 − 1), IPCA acumulado de 01/2030 a 01/2031' });
  });
});
