import { describe, expect, test } from 'vitest';
import { caseOf, debt } from '../testing/case-builder.ts';
import { agreementCovering, chargeableDebts, debtStandings } from './chargeable-debts.ts';

const agreement = { id: 'a', madeOn: '2026-03-01', debtIds: ['agreed'], originalTotal: 1, total: 1, installments: [], status: 'active' } as const;

describe('debts that may be charged', () => {
  const subject = caseOf({
    debts: [
      debt({ id: 'young', dueDate: '2026-02-01' }),
      debt({ id: 'contested', contestedOn: '2026-02-20' }),
      debt({ id: 'agreed' }),
      debt({ id: 'old', dueDate: '2021-02-28' }),
      debt({ id: 'paid', status: 'paid' }),
      debt({ id: 'oldest', dueDate: '2022-01-01' }),
    ],
    agreements: [agreement],
  });

  test('each open debt stands in one drawer, oldest first', () => {
    const ids = (debts: readonly { id: string }[]): string[] => debts.map(({ id }) => id);
    const standings = debtStandings(subject, 5, '2026-03-01');
    expect(ids(standings.chargeable)).toEqual(['oldest', 'young']);
    expect(ids(standings.agreed)).toEqual(['agreed']);
    expect(ids(standings.contested)).toEqual(['contested']);
    expect(ids(standings.prescribed)).toEqual(['old']);
    expect(ids(chargeableDebts(subject, 5, '2026-03-01'))).toEqual(['oldest', 'young']);
  });

  test('a broken agreement covers nothing, one that names no debt covers all', () => {
    expect(agreementCovering({ agreements: [{ ...agreement, status: 'broken' }] }, 'agreed')).toBeUndefined();
    expect(agreementCovering({ agreements: [{ ...agreement, debtIds: [] }] }, 'anything')?.id).toBe('a');
    expect(agreementCovering({ agreements: [agreement] }, 'young')).toBeUndefined();
  });
});
