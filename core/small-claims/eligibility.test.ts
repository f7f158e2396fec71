import { describe, expect, test } from 'vitest';
import type { SmallClaimsInput } from './eligibility.ts';
import { smallClaimsEligibility } from './eligibility.ts';
import { MINIMUM_WAGES, minimumWageOn } from './minimum-wage.ts';

const ask = (over: Partial<SmallClaimsInput> = {}) =>
  smallClaimsEligibility({ amount: 100_000, plaintiff: 'EPP', dueDate: '2026-03-02', on: '2026-06-01', ...over });

describe('who may go to the Juizado Especial', () => {
  test.each([
    ['PF', true],
    ['MEI', true],
    ['ME', true],
    ['EPP', true],
    ['LTDA', false],
    ['SA', false],
    ['OTHER', false],
  ] as const)('%s: %s', (plaintiff, eligible) => {
    expect(ask({ plaintiff })).toMatchObject(eligible ? { eligible, code: 'eligible', lawyerRequired: false } : { eligible, code: 'plaintiff' });
  });

  test('a small business brings the proof of its size, a person does not', () => {
    expect(ask({ plaintiff: 'ME' }).reasons.join(' ')).toContain('Junte a prova do enquadramento como ME.');
    expect(ask({ plaintiff: 'PF' }).reasons.join(' ')).not.toContain('enquadramento');
  });
});

describe('ceilings', () => {
  test('in 2026 they are R$ 32.420 without a lawyer and R$ 64.840 in all', () => {
    expect(ask()).toMatchObject({ ceiling: 6_484_000, ceilingWithoutLawyer: 3_242_000, minimumWage: 162_100 });
    expect(ask({ amount: 3_242_000 })).toMatchObject({ eligible: true, lawyerRequired: false });
    expect(ask({ amount: 3_242_001 })).toMatchObject({ eligible: true, lawyerRequired: true });
    expect(ask({ amount: 6_484_000 })).toMatchObject({ eligible: true, lawyerRequired: true });
    expect(ask({ amount: 6_484_001 })).toMatchObject({ eligible: false, code: 'above-ceiling' });
  });

  test('the wage is that of the filing date, not of the debt', () => {
    const ceiling = (on: string): number => ask({ on, dueDate: '2022-06-01' }).ceiling;
    expect(ceiling('2024-12-31')).toBe(40 * 141_200);
    expect(ceiling('2025-01-01')).toBe(40 * 151_800);
    expect(ceiling('2025-12-31')).toBe(40 * 151_800);
    expect(ceiling('2023-04-30')).toBe(40 * 130_200);
    expect(ceiling('2023-05-01')).toBe(40 * 132_000);
  });

  test('a year that is not in the table uses the last wage and says so', () => {
    const next = ask({ on: '2027-01-01' });
    expect(next.ceiling).toBe(6_484_000);
    expect(next.reasons.at(-1)).toBe('O salário mínimo de 2027 não está na tabela; foi usado o de 01/01/2026 (R$ 1.621,00). Confira.');
    expect(ask().reasons.join(' ')).not.toContain('não está na tabela');
    expect(ask({ on: '2027-01-01', wages: [...MINIMUM_WAGES, { from: '2027-01-01', amount: 170_000, source: 'x' }] }).ceiling).toBe(6_800_000);
    expect(minimumWageOn('2014-12-31')).toEqual({ wage: MINIMUM_WAGES[0], known: false });
  });

  test('the table is in order and every line names its source', () => {
    expect([...MINIMUM_WAGES].sort((a, b) => (a.from < b.from ? -1 : 1))).toEqual(MINIMUM_WAGES);
    for (const { source, amount } of MINIMUM_WAGES) {
      expect(source).not.toBe('');
      expect(Number.isInteger(amount)).toBe(true);
    }
  });
});

describe('refusals', () => {
  test('a claim that the suspension of 2020 might save is refused, and a lawyer’s look is advised', () => {
    const reasons = ask({ dueDate: '2020-03-01', on: '2025-07-20' }).reasons;
    expect(reasons[0]).toBe('A dívida prescreveu em 01/03/2025 (Código Civil 206 §5º I).');
    expect(reasons.at(-1)).toBe('Com a suspensão de prazos da pandemia (Lei 14.010/2020, art. 3º) o prazo iria até 20/07/2025: confira com um advogado.');
    expect(ask({ dueDate: '2020-03-01', on: '2025-07-21' }).reasons.join(' ')).not.toContain('14.010');
    expect(ask({ dueDate: '2020-03-01', on: '2025-03-01' })).toMatchObject({ eligible: true });
  });

  test('another term than five years is not put down to article 206 §5 I', () => {
    expect(ask({ dueDate: '2015-01-01', on: '2026-01-01', prescriptionYears: 10 }).reasons[0]).toBe('A dívida prescreveu em 01/01/2025 (prazo de 10 anos).');
  });

  test('a person is told that a company’s assigned credit has no place there (art. 8 §1 I)', () => {
    expect(ask({ plaintiff: 'PF' }).reasons.join(' ')).toContain('quem o recebeu de uma empresa');
    expect(ask({ plaintiff: 'EPP' }).reasons.join(' ')).not.toContain('quem o recebeu');
  });

  test('a creditor known to have no lawyer can’t file above twenty wages', () => {
    expect(ask({ amount: 3_242_001, withLawyer: false })).toMatchObject({ eligible: false, code: 'lawyer-required', lawyerRequired: true });
    expect(ask({ amount: 3_242_001, withLawyer: true })).toMatchObject({ eligible: true, lawyerRequired: true });
    expect(ask({ amount: 3_242_000, withLawyer: false })).toMatchObject({ eligible: true, lawyerRequired: false });
  });

  test('prescribed from the day after five years, and not before it is due', () => {
    expect(ask({ dueDate: '2021-06-01' })).toMatchObject({ eligible: true });
    expect(ask({ dueDate: '2021-05-31' })).toMatchObject({ eligible: false, code: 'prescribed', reasons: [expect.stringContaining('31/05/2026')] });
    expect(ask({ dueDate: '2021-05-31', prescriptionYears: 10 })).toMatchObject({ eligible: true });
    expect(ask({ dueDate: '2026-06-01' })).toMatchObject({ code: 'not-due' });
    expect(ask({ dueDate: '2026-05-31' })).toMatchObject({ eligible: true });
  });

  test('below the creditor’s own minimum, or nothing at all', () => {
    expect(ask({ minAmountCents: 100_000 })).toMatchObject({ eligible: true });
    expect(ask({ minAmountCents: 100_001 })).toMatchObject({ code: 'below-minimum' });
    expect(ask({ amount: 0 })).toMatchObject({ eligible: false, code: 'no-amount' });
    expect(() => ask({ amount: -1 })).toThrow('centavos inteiros');
    expect(() => ask({ amount: 1.5 })).toThrow('centavos inteiros');
    expect(() => ask({ on: 'ontem' })).toThrow('Não entendi a data');
  });

  test('every ground is named, not only the first', () => {
    const decision = ask({ plaintiff: 'SA', amount: 7_000_000, dueDate: '2020-01-01' });
    expect(decision.code).toBe('plaintiff');
    expect(decision.reasons).toHaveLength(3);
    expect(decision).not.toHaveProperty('lawyerRequired');
  });
});
