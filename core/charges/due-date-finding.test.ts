import { describe, expect, it } from 'vitest';
import { dueDateFinding } from './due-date-finding.ts';

/** 07/03/2026 is a Saturday; the Monday after is the 9th. */
const monday = (date: string): string => (date === '2026-03-07' || date === '2026-03-08' ? '2026-03-09' : date);
const ask = (dueDate: string, asOf: string, payments: string[] = [], { fine = 2_00, interest = 7 } = {}) =>
  dueDateFinding(
    dueDate,
    payments.map((date) => ({ date })),
    { asOf, fine, interest },
    monday,
  );

describe('a debt due on a Saturday', () => {
  it('charged on the Monday is warned of, with both days and the law', () => {
    expect(ask('2026-03-07', '2026-03-09')).toEqual({
      code: 'charges.due-not-business-day',
      severity: 'warning',
      message: 'O vencimento de 07/03/2026 não é dia útil: quem paga até 09/03/2026 não deve multa nem juros (Código Civil, art. 132, §1º).',
      field: 'dueDate',
    });
    expect(ask('2026-03-07', '2026-03-08')).toBeDefined();
  });

  it('paid on the Monday is warned of on any later day', () => {
    expect(ask('2026-03-07', '2026-05-01', ['2026-03-09'])).toBeDefined();
    expect(ask('2026-03-07', '2026-05-01', ['2026-04-09', '2026-03-08'])).toBeDefined();
    expect(ask('2026-03-07', '2026-05-01', ['2026-03-10'])).toBeUndefined();
    expect(ask('2026-03-07', '2026-05-01', ['2026-03-07'])).toBeUndefined();
  });

  it('is fine before, on the day, after the Monday, and where nothing was charged', () => {
    expect(ask('2026-03-07', '2026-03-07')).toBeUndefined();
    expect(ask('2026-03-07', '2026-03-10')).toBeUndefined();
    expect(ask('2026-03-07', '2026-03-09', [], { fine: 0, interest: 0 })).toBeUndefined();
    expect(ask('2026-03-07', '2026-03-09', [], { fine: 0, interest: 1 })).toBeDefined();
    expect(ask('2026-03-07', '2026-03-09', [], { fine: 1, interest: 0 })).toBeDefined();
    expect(ask('2026-03-07', '2026-03-09', [], { fine: 1, interest: 1 })).toBeDefined();
  });
});

it('a debt due on a business day is late from the next day on', () => {
  expect(ask('2026-03-06', '2026-03-07')).toBeUndefined();
});
