import { describe, expect, test } from 'vitest';
import { caseOf, contact, debt, policies } from '../testing/case-builder.ts';
import { askedAmounts, standingAsks } from './asked-amounts.ts';
import { chargesFor } from './charges-for.ts';

describe('what a message asks for', () => {
  // Monday 02/03; d2 fell due on Sunday 01/03 and is payable on the Monday, too.
  const debts = [debt(), debt({ id: 'd2', dueDate: '2026-03-01' }), debt({ id: 'd3', dueDate: '2026-03-10' })];
  const { debtor } = caseOf();
  const asked = (on: string, purpose: Parameters<typeof askedAmounts>[0] = 'charge') =>
    askedAmounts(purpose, debts, chargesFor(debts, debtor, policies(), on).debts, on, { uf: 'SP' });

  test('is kept for the debts that are overdue, at what they cost that day', () => {
    expect(asked('2026-03-02')).toEqual([]);
    expect(asked('2026-03-03')).toEqual([
      { debtId: 'd1', total: 10_203 },
      { debtId: 'd2', total: 10_203 },
    ]);
    expect(asked('2026-03-11').map(({ debtId }) => debtId)).toEqual(['d1', 'd2', 'd3']);
  });

  test('is nothing when it thanks, asks how it went, or reminds of an instalment', () => {
    for (const purpose of ['thanks', 'survey', 'agreement', 'other'] as const) expect(asked('2026-03-11', purpose)).toEqual([]);
    for (const purpose of ['reminder', 'formal', 'offer', 'bureau-notice', 'legal-notice'] as const) expect(asked('2026-03-11', purpose)).toHaveLength(3);
  });

  test('leaves out a debt that costs nothing, or whose cost is not known', () => {
    const paid = [debt({ payments: [{ date: '2026-03-02', amount: 10_000 }] }), debt({ id: 'd2' })];
    expect(askedAmounts('charge', paid, chargesFor(paid.slice(0, 1), debtor, policies(), '2026-03-11').debts, '2026-03-11', { uf: 'SP' })).toEqual([]);
  });
});

describe('messages whose amounts stand', () => {
  const at = (id: string, day: string, over: object = {}) => contact({ id, at: `${day}T13:00:00Z`, asked: [{ debtId: id, total: 1 }], ...over });
  const standing = (paidOn: string, contacts: ReturnType<typeof at>[], businessDays = 1) =>
    standingAsks(caseOf({ contacts }), policies({ payment: { messageStandsBusinessDays: businessDays } }), paidOn).map(
      ({ on, amounts }) => `${on} ${amounts[0]!.debtId}`,
    );

  test('are those of the day and of the business day before, newest first', () => {
    const contacts = [at('a', '2026-03-10'), at('b', '2026-03-11'), at('c', '2026-03-09'), at('d', '2026-03-12')];
    expect(standing('2026-03-11', contacts)).toEqual(['2026-03-11 b', '2026-03-10 a']);
    expect(standing('2026-03-11', [...contacts].reverse())).toEqual(['2026-03-11 b', '2026-03-10 a']);
    expect(standing('2026-03-11', contacts, 0)).toEqual(['2026-03-11 b']);
    expect(standing('2026-03-11', contacts, 2)).toEqual(['2026-03-11 b', '2026-03-10 a', '2026-03-09 c']);
  });

  test('stand over a holiday of the state the debtor lives in', () => {
    // 09/07 is a holiday in São Paulo only; 2026-07-09 is a Thursday.
    const asked = [at('a', '2026-07-08')];
    const inState = (uf: string, paidOn: string) =>
      standingAsks(caseOf({ debtor: { uf }, contacts: asked }), policies({ payment: { messageStandsBusinessDays: 1 } }), paidOn).length;
    expect(inState('SP', '2026-07-10')).toBe(1);
    expect(inState('SP', '2026-07-13')).toBe(0);
    expect(inState('RJ', '2026-07-10')).toBe(0);
    expect(inState('RJ', '2026-07-09')).toBe(1);
  });

  test('are not those that failed or asked for nothing', () => {
    const { asked: _, ...silent } = at('b', '2026-03-11');
    expect(standing('2026-03-11', [at('a', '2026-03-11', { status: 'failed' }), silent, at('c', '2026-03-11', { status: 'unknown' })])).toEqual([
      '2026-03-11 c',
    ]);
  });
});
