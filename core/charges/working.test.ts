import type Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../civil-date.ts';
import { roundCents } from '../money.ts';
import type { ChargeItem, Payment } from './charge-debt.ts';
import { chargeDebt } from './charge-debt.ts';
import { contractTerms } from './contract-terms.ts';
import { Exact } from './exact.ts';
import { workingLines } from './formula.ts';

/** What an accountant gets who computes the notation by hand, in cents and not rounded: a small reader that knows nothing of how it was written. */
function compute(notation: string): Big {
  const tokens = notation.match(/\d[\d.]*(?:,\d+)?%?|[()+−×÷]/g) ?? [];
  let at = 0;
  const expression = (): Big => {
    let value = term();
    while (tokens[at] === '+' || tokens[at] === '−') value = tokens[at++] === '+' ? value.plus(term()) : value.minus(term());
    return value;
  };
  const term = (): Big => {
    let value = factor();
    while (tokens[at] === '×' || tokens[at] === '÷') value = tokens[at++] === '×' ? value.times(factor()) : value.div(factor());
    return value;
  };
  const factor = (): Big => {
    const token = tokens[at++]!;
    if (token === '−') return factor().times(-1);
    if (token === '(') {
      const value = expression();
      at += 1;
      return value;
    }
    const number = new Exact(token.replace('%', '').replaceAll('.', '').replace(',', '.'));
    return token.endsWith('%') ? number.div(100) : number;
  };
  const value = expression();
  if (at !== tokens.length) throw new Error(`não sei calcular: ${notation}`);
  return value.times(100);
}

/** The words after the sum: which index and months, what deflation did. */
const withoutWords = (notation: string): string => notation.replace(/, (IPCA|INPC|IGP-M).*$/, '');
/** The one period, or each `(… = R$ x)` of several. */
const periodsOf = (formula: string): string[] => (formula.startsWith('(') && formula.includes(' = ') ? formula.slice(1, -1).split(') + (') : [formula]);

function cents(formula: string): number {
  let sum = 0;
  for (const period of periodsOf(formula)) {
    const [working, shown] = period.split(' = ');
    const exact = roundCents(compute(withoutWords(working!)));
    const held = period.includes('mantido o valor nominal');
    const amount = shown === undefined ? (held ? Math.max(0, exact) : exact) : Number(compute(shown));
    if (!held) expect(amount, period).toBe(exact);
    // What deflation takes too much is carried on, never taken from the nominal value.
    else expect(amount, period).toBeGreaterThanOrEqual(exact);
    sum += amount;
  }
  return sum;
}

const computable = ({ name }: ChargeItem): boolean => name === 'fine' || name === 'interest' || name === 'correction';

describe('the memória de cálculo', () => {
  it('computed by hand as it is written, gives each amount to the cent', () => {
    const day = fc.integer({ min: 0, max: 3900 }).map((days) => addDays('2015-01-01', days));
    const percent = fc.constantFrom('0', '0.033', '0.5', '1', '2', '2.75', '10');
    const terms = fc.record({
      finePercent: percent,
      interestMonthlyPercent: percent,
      legalInterest: fc.boolean(),
      interestBeforeTaxaLegalPercent: percent,
      correctionIndex: fc.constantFrom('none', 'ipca', 'inpc', 'igpm'),
      correctionMethod: fc.constantFrom('whole-months', 'daily'),
      graceDays: fc.constantFrom(0, 5),
    });
    const payments = fc.array(fc.record({ after: fc.integer({ min: -10, max: 1200 }), share: fc.double({ min: 0.01, max: 0.7, noNaN: true }) }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999_999 }),
        day,
        fc.integer({ min: 0, max: 3000 }),
        terms,
        payments,
        (principal, dueDate, late, contract, paid) => {
          const made = paid.map(({ after, share }): Payment => ({ date: addDays(dueDate, after), amount: Math.max(1, Math.round(principal * share)) }));
          const { items, total } = chargeDebt(
            { principal, dueDate, payments: made },
            contractTerms(contract as Parameters<typeof contractTerms>[0]),
            addDays(dueDate, late),
          );
          expect(items.reduce((sum, item) => sum + item.amount, 0)).toBe(total);
          for (const item of items.filter(computable)) expect(cents(item.formula), item.formula).toBe(item.amount);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('shows what each period between payments came to, since each was rounded by itself', () => {
    const { items } = chargeDebt(
      { principal: 1089_44, dueDate: '2020-10-16', payments: [{ date: '2022-06-21', amount: 483_68 }] },
      contractTerms({ finePercent: 0, interestMonthlyPercent: 2.75 }),
      '2022-06-28',
    );
    expect(items.find(({ name }) => name === 'interest')).toMatchObject({
      amount: 619_16,
      formula: '(R$ 1.089,44 × 2,75% ÷ 30 × 613 dias = R$ 612,17) + (R$ 1.089,44 × 2,75% ÷ 30 × 7 dias = R$ 6,99)',
    });
  });

  it('can be shown a period to a line', () => {
    expect(workingLines('(R$ 1,00 × 1% = R$ 0,01) + (R$ 2,00 × ((1 + 1%) − 1) = R$ 0,02)')).toEqual([
      '(R$ 1,00 × 1% = R$ 0,01)',
      '+ (R$ 2,00 × ((1 + 1%) − 1) = R$ 0,02)',
    ]);
    expect(workingLines('R$ 1,00 × (1% + 2%)')).toEqual(['R$ 1,00 × (1% + 2%)']);
  });

  it('gives an accumulated factor as many decimals as the cent needs', () => {
    const { items } = chargeDebt({ principal: 9_876_543_21_00, dueDate: '2020-01-10' }, contractTerms({ correctionIndex: 'ipca' }), '2025-01-10');
    const correction = items.find(({ name }) => name === 'correction')!;
    expect(correction.formula).toMatch(/× \(1,\d{9,} − 1\), IPCA acumulado de 01\/2020 a 12\/2024$/);
    expect(cents(correction.formula)).toBe(correction.amount);
  });
});

describe('an early discount worth the whole debt', () => {
  const terms = contractTerms({ finePercent: 2, interestMonthlyPercent: 1, earlyDiscount: { amount: 5_00, untilDaysBeforeDue: 3 } });

  it('is not earned by letting the term pass', () => {
    expect(chargeDebt({ principal: 4_10, dueDate: '2026-03-10' }, terms, '2026-03-07').total).toBe(0);
    expect(chargeDebt({ principal: 4_10, dueDate: '2026-03-10' }, terms, '2026-03-08')).toMatchObject({ discount: 0, total: 4_10 });
  });

  it('says that it took only what was left to pay', () => {
    const { items } = chargeDebt({ principal: 4_10, dueDate: '2026-03-10' }, terms, '2026-03-07');
    expect(items.find(({ name }) => name === 'discount')?.formula).toBe('R$ 4,10, o que faltava pagar (R$ 5,00, para pagamento até 07/03/2026)');
  });
});
