import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Agreement } from '../case/index.ts';
import { chargeDebts, contractTerms } from '../charges/index.ts';
import { caseOf, debt, policies } from '../testing/case-builder.ts';
import { breachOf } from './breach.ts';
import { reinstate } from './reinstate.ts';
import { remindersToday } from './reminder-today.ts';
import { agreementReminders } from './reminders.ts';

// Friday 20/03, Monday 20/04, Wednesday 20/05 of 2026.
const agreement = (over: Partial<Agreement> = {}): Agreement => ({
  id: 'ac1',
  madeOn: '2026-03-10',
  debtIds: ['d1'],
  originalTotal: 10_000,
  total: 9_000,
  installments: [
    { number: 1, dueDate: '2026-03-20', amount: 3_000 },
    { number: 2, dueDate: '2026-04-20', amount: 3_000 },
    { number: 3, dueDate: '2026-05-20', amount: 3_000 },
  ],
  status: 'active',
  ...over,
});
const paid = (count: number): Agreement => {
  const base = agreement();
  return { ...base, installments: base.installments.map((one) => (one.number <= count ? { ...one, paidOn: one.dueDate, paidAmount: one.amount } : one)) };
};

describe('breach', () => {
  test('comes when an instalment is unpaid for more days than are tolerated', () => {
    expect(breachOf(agreement(), '2026-03-20', policies())).toMatchObject({ breached: false, daysLate: 0, breachOn: '2026-03-31' });
    expect(breachOf(agreement(), '2026-03-30', policies())).toMatchObject({ breached: false, daysLate: 10 });
    expect(breachOf(agreement(), '2026-03-31', policies())).toMatchObject({
      breached: true,
      daysLate: 11,
      reasons: ['A parcela 1 de R$ 30,00, com vencimento em 20/03/2026, está atrasada há 11 dias, mais que os 10 dias de tolerância.'],
    });
    expect(breachOf(paid(1), '2026-03-31', policies())).toMatchObject({ breached: false, installment: { number: 2 }, breachOn: '2026-05-01' });
  });

  test('counts from the last day on which the instalment could be paid in time', () => {
    // 21/02/2027 is a Sunday.
    const weekend = agreement({ installments: [{ number: 1, dueDate: '2027-02-21', amount: 100 }] });
    expect(breachOf(weekend, '2027-02-22', policies())).toMatchObject({ daysLate: 0, breachOn: '2027-03-05' });
  });

  test('a part of an instalment is not the instalment; paid in full nothing is late', () => {
    const part = agreement({ installments: [{ number: 0, dueDate: '2026-03-20', amount: 3_000, paidOn: '2026-03-20', paidAmount: 2_999 }] });
    expect(breachOf(part, '2026-04-20', policies())).toMatchObject({ breached: true, reasons: [expect.stringContaining('A entrada')] });
    expect(breachOf(paid(3), '2030-01-01', policies())).toMatchObject({ breached: false });
    expect(breachOf(agreement({ status: 'completed' }), '2030-01-01', policies())).toMatchObject({ breached: false });
    expect(breachOf(agreement({ status: 'broken', brokenOn: '2026-04-01' }), '2030-01-01', policies())).toMatchObject({
      breached: true,
      reasons: ['O acordo já foi dado como quebrado em 01/04/2026.'],
    });
  });
});

describe('reminders of instalments', () => {
  const ask = (one: Agreement, on: string, steps: string[] = []) =>
    agreementReminders(caseOf({ steps: steps.map((stepId) => ({ cadenceId: 'regua', stepId, cycle: 'ac1', status: 'done', on })) }), one, policies(), on);

  test('near, late, and then the breach', () => {
    expect(ask(agreement(), '2026-03-16')).toEqual({ due: null, breached: false, nextActionOn: '2026-03-17' });
    expect(ask(agreement(), '2026-03-17')).toMatchObject({
      due: { key: 'parcela-1-antes-3', kind: 'near', days: 3, reasons: ['A parcela 1 de R$ 30,00 (20/03/2026) vence em 3 dias.'] },
      nextActionOn: '2026-03-21',
    });
    expect(ask(agreement(), '2026-03-17', ['parcela-1-antes-3'])).toMatchObject({ due: null, nextActionOn: '2026-03-21' });
    expect(ask(agreement(), '2026-03-21', ['parcela-1-antes-3'])).toMatchObject({
      due: { key: 'parcela-1-depois-1', kind: 'late', days: 1 },
      nextActionOn: '2026-03-25',
    });
    expect(ask(agreement(), '2026-03-25', ['parcela-1-depois-1'])).toMatchObject({ due: { key: 'parcela-1-depois-5' }, nextActionOn: '2026-03-31' });
    expect(ask(agreement(), '2026-03-31')).toMatchObject({ due: null, breached: true, nextActionOn: '2026-04-01' });
  });

  test('after an outage only the latest runs, and one of a day to come ends with that day', () => {
    expect(ask(agreement(), '2026-03-26')).toMatchObject({ due: { key: 'parcela-1-depois-5' } });
    expect(ask(agreement(), '2026-03-27', ['parcela-1-depois-5'])).toMatchObject({ due: null });
    const quiet = policies({ agreement: { remindDaysLate: [] } });
    expect(agreementReminders(caseOf(), agreement(), quiet, '2026-03-21')).toMatchObject({ due: null, nextActionOn: '2026-03-31' });
  });

  test('of what is paid there is no reminder; a finished or broken agreement asks for nothing', () => {
    expect(ask(paid(1), '2026-03-20')).toMatchObject({ due: null, nextActionOn: '2026-04-17' });
    expect(ask(agreement({ status: 'completed' }), '2026-03-20')).toEqual({ due: null, breached: false, nextActionOn: null });
    expect(ask(agreement({ status: 'broken' }), '2026-03-20')).toMatchObject({ breached: true, nextActionOn: null });
    expect(ask(paid(3), '2026-06-01')).toEqual({ due: null, breached: false, nextActionOn: null });
  });
});

describe('reinstatement', () => {
  const terms = contractTerms({});

  test('brings the debt back without the discount and net of what was paid', () => {
    // R$ 100,00 due 02/03; 30,00 paid on 20/03: 18 days of interest 0,60 and the fine 2,00 first, then 27,40 of principal.
    const back = reinstate(paid(1), [debt()], terms, '2026-05-10');
    expect(back.agreement).toMatchObject({ status: 'broken', brokenOn: '2026-05-10' });
    expect(back.paidUnderAgreement).toBe(3_000);
    expect(back.debts[0]).toMatchObject({ status: 'open', payments: [{ date: '2026-03-20', amount: 3_000, reference: 'acordo:ac1:1' }] });
    expect(back.charges.debts[0]!.outstanding.principal).toBe(7_260);
    // 51 days on what is left: 72,60 × 1% ÷ 30 × 51 = 1,23.
    expect(back.charges.total).toBe(7_260 + 123);
  });

  test('a part of an instalment counts too, on its due date', () => {
    const part = agreement({ installments: [{ number: 1, dueDate: '2026-03-20', amount: 3_000, paidAmount: 1_000 }] });
    const back = reinstate(part, [debt()], terms, '2026-05-10');
    expect(back.paidUnderAgreement).toBe(1_000);
    expect(back.debts[0]!.payments).toEqual([{ date: '2026-03-20', amount: 1_000, reference: 'acordo:ac1:1' }]);
    const early = agreement({ installments: [{ number: 1, dueDate: '2026-06-20', amount: 3_000, paidAmount: 1_000 }] });
    expect(reinstate(early, [debt()], terms, '2026-05-10').debts[0]!.payments).toMatchObject([{ date: '2026-05-10' }]);
  });

  test('done twice it imputes nothing twice', () => {
    const once = reinstate(paid(2), [debt()], terms, '2026-06-10');
    const twice = reinstate(once.agreement, once.debts, terms, '2026-06-10');
    expect(twice.debts).toEqual(once.debts);
    expect(twice).toMatchObject({ paidUnderAgreement: 6_000, moved: [], excess: 0 });
  });

  test('a payment goes to the oldest debt first, what is left to the next, and debts outside the agreement are not touched', () => {
    const debts = [
      debt({ id: 'd2', dueDate: '2026-03-05', principal: 5_000 }),
      debt({ id: 'd1', dueDate: '2026-03-02', principal: 1_000 }),
      debt({ id: 'd3' }),
    ];
    const back = reinstate(
      agreement({ debtIds: ['d1', 'd2'], installments: [{ number: 1, dueDate: '2026-03-20', amount: 3_000, paidOn: '2026-03-20' }] }),
      debts,
      terms,
      '2026-03-20',
    );
    expect(back.debts.map(({ id, status }) => [id, status])).toEqual([
      ['d1', 'paid'],
      ['d2', 'open'],
    ]);
    // d1 owed 10,00 + 0,20 + 0,06.
    expect(back.debts[0]!.payments).toEqual([{ date: '2026-03-20', amount: 1_026, reference: 'acordo:ac1:1' }]);
    expect(back.debts[1]!.payments).toEqual([{ date: '2026-03-20', amount: 1_974, reference: 'acordo:ac1:1' }]);
  });

  test('loses no cent: what was paid under the agreement stands on the debts, whatever the amounts', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50_000 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.integer({ min: 1, max: 60_000 }), { maxLength: 5 }),
        (principals, amounts) => {
          const debts = principals.map((principal, index) => debt({ id: `d${index}`, principal, dueDate: `2026-03-0${index + 1}` }));
          const one = agreement({
            debtIds: [],
            installments: amounts.map((amount, index) => ({
              number: index,
              dueDate: `2026-0${4 + index}-10`,
              amount,
              paidOn: `2026-0${4 + index}-10`,
              paidAmount: amount,
            })),
          });
          const back = reinstate(one, debts, terms, '2026-12-01');
          const imputed = back.debts.flatMap(({ payments }) => payments).reduce((sum, payment) => sum + payment.amount, 0);
          expect(imputed + back.excess).toBe(amounts.reduce((sum, amount) => sum + amount, 0));
          expect(back.paidUnderAgreement).toBe(imputed + back.excess);
          // What no debt needs is excess, and no debt is overpaid.
          expect(chargeDebts(back.debts, terms, '2026-12-01').credit).toBe(0);
          if (back.excess > 0) expect(back.charges.total).toBe(0);
        },
      ),
    );
  });
});

describe('the reminders of today', () => {
  const reminderToday = (...question: Parameters<typeof remindersToday>) => remindersToday(...question)[0] ?? null;
  const subject = (over: Parameters<typeof caseOf>[0] = {}) => caseOf({ debts: [debt()], agreements: [agreement()], ...over });
  const entered = (on: string) => ({ cadenceId: 'regua', stepId: 'parcela-1-antes-3', cycle: 'ac1', status: 'entered' as const, on });

  test('names agreement, instalment and reminder, and counts from the due date', () => {
    expect(reminderToday(subject(), policies(), '2026-03-17')).toMatchObject({ id: 'ac1:1:parcela-1-antes-3', day: -3, reminder: { kind: 'near' } });
    expect(reminderToday(subject(), policies(), '2026-03-16')).toBeNull();
    expect(reminderToday(subject(), policies(), '2026-03-21')).toMatchObject({ id: 'ac1:1:parcela-1-depois-1', day: 1 });
  });

  test('are one for each agreement in force, the one due first in front', () => {
    const later = agreement({ id: 'ac0', debtIds: ['d2'], installments: [{ number: 1, dueDate: '2026-03-20', amount: 3_000 }] });
    const sooner = agreement({ id: 'ac2', debtIds: ['d3'], installments: [{ number: 1, dueDate: '2026-03-16', amount: 3_000 }] });
    const all = subject({ agreements: [later, agreement(), sooner, agreement({ id: 'ac9', status: 'completed' })] });
    expect(remindersToday(all, policies(), '2026-03-17').map(({ id }) => id)).toEqual([
      'ac2:1:parcela-1-depois-1',
      'ac0:1:parcela-1-antes-3',
      'ac1:1:parcela-1-antes-3',
    ]);
  });

  test('comes again on the day of a crash, and not on the days after when nothing followed', () => {
    expect(reminderToday(subject({ steps: [entered('2026-03-17')] }), policies(), '2026-03-17')).not.toBeNull();
    expect(reminderToday(subject({ steps: [entered('2026-03-17')] }), policies(), '2026-03-18')).toBeNull();
  });

  test('comes back when it was deferred, and is over when it was said', () => {
    expect(reminderToday(subject({ steps: [{ ...entered('2026-03-17'), status: 'deferred' }] }), policies(), '2026-03-18')).not.toBeNull();
    expect(reminderToday(subject({ steps: [{ ...entered('2026-03-17'), status: 'done' }] }), policies(), '2026-03-18')).toBeNull();
  });

  test('is not for who asked not to be contacted, nor without an agreement in force', () => {
    const { debtor } = subject();
    expect(reminderToday(subject({ debtor: { ...debtor, optedOut: ['all'] } }), policies(), '2026-03-17')).toBeNull();
    expect(reminderToday(subject({ agreements: [agreement({ status: 'broken' })] }), policies(), '2026-03-17')).toBeNull();
  });
});
