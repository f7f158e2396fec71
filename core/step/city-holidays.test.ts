import { describe, expect, test } from 'vitest';
import { agreementReminders, breachOf } from '../agreement/index.ts';
import { debtorPlace } from '../calendar/index.ts';
import type { Agreement } from '../case/index.ts';
import { guard } from '../guard/index.ts';
import { offersFor } from '../offer/index.ts';
import { chargesFor, impute } from '../payment/index.ts';
import { caseOf, classicPlan, debt, policies } from '../testing/case-builder.ts';
import { chooseStep } from './choose-step.ts';
import { promiseState } from './promise.ts';

// Monday 02/03/2026 is a holiday in Santos alone, every year; Tuesday 17/03/2026 too, that year.
const cityHolidays = [
  { uf: 'SP' as const, city: 'Santos', on: '03-02', name: 'Dia da Cidade' },
  { uf: 'SP' as const, city: 'Santos', on: '2026-03-17', name: 'Luto municipal' },
];
const rules = policies({ cityHolidays, payment: { toleranceCents: 0 } });
const santos = { city: 'santos' };
const due = debt({ dueDate: '2026-03-02' });
const inSantos = (over: Parameters<typeof caseOf>[0] = {}) => caseOf({ debts: [due], ...over, debtor: santos });
const elsewhere = (over: Parameters<typeof caseOf>[0] = {}) => caseOf({ debts: [due], ...over, debtor: { city: 'Campinas' } });
const agreement: Agreement = {
  id: 'a',
  madeOn: '2026-02-20',
  debtIds: ['d1'],
  originalTotal: 10_000,
  total: 10_000,
  installments: [{ number: 1, dueDate: '2026-03-17', amount: 10_000 }],
  status: 'active',
};

describe('a municipal holiday in the policies', () => {
  test('closes the day for contacts there, and only there', () => {
    const ask = (subject: ReturnType<typeof caseOf>) =>
      guard({
        subject,
        channel: 'email',
        contactPoint: null,
        message: null,
        purpose: 'charge',
        policies: rules,
        now: '2026-03-17T14:00:00Z',
        on: '2026-03-17',
      });
    expect(ask(inSantos())).toMatchObject({ allowed: false, code: 'hours', deferredUntil: { date: '2026-03-18' } });
    expect(ask(elsewhere()).allowed).toBe(true);
  });

  test('moves the due date to the next business day: nobody is late on the holiday, nor charged for it', () => {
    const decide = (subject: ReturnType<typeof caseOf>, on: string) => chooseStep(subject, classicPlan(), rules, on);
    expect(decide(inSantos(), '2026-03-03')).toMatchObject({ kind: 'run', stepId: 'dia-3' });
    expect(decide(inSantos(), '2026-03-04')).toMatchObject({ kind: 'run', stepId: 'dia1' });
    expect(decide(elsewhere(), '2026-03-03')).toMatchObject({ kind: 'run', stepId: 'dia1' });
    expect(chargesFor([due], inSantos().debtor, rules, '2026-03-03').total).toBe(10_000);
    expect(chargesFor([due], elsewhere().debtor, rules, '2026-03-03').total).toBe(10_203);
    const pay = { amount: 10_000, paidOn: '2026-03-03' };
    expect(impute(inSantos(), pay, rules).paidDebtIds).toEqual(['d1']);
    expect(impute(elsewhere(), pay, rules).paidDebtIds).toEqual([]);
  });

  test('counts in the days that a promise and an instalment have', () => {
    const promises = [{ id: 'p', madeOn: '2026-03-10', dueOn: '2026-03-13', amount: 10_000, status: 'open' as const }];
    expect(promiseState(promises[0]!, inSantos({ promises }), rules, '2026-03-14').pausedUntil).toBe('2026-03-18');
    expect(promiseState(promises[0]!, elsewhere({ promises }), rules, '2026-03-14').pausedUntil).toBe('2026-03-17');
    const breachOn = (subject: ReturnType<typeof caseOf>) => breachOf(agreement, '2026-03-17', rules, debtorPlace(subject.debtor, rules)).breachOn;
    expect([breachOn(inSantos()), breachOn(elsewhere())]).toEqual(['2026-03-29', '2026-03-28']);
    const late = (subject: ReturnType<typeof caseOf>) => agreementReminders(subject, agreement, rules, '2026-03-18').due?.kind;
    expect([late(inSantos({ agreements: [agreement] })), late(elsewhere({ agreements: [agreement] }))]).toEqual(['near', 'late']);
  });

  test('moves the day until which an offer is payable', () => {
    const policy = policies({ offers: [{ id: 'o', name: 'O', validityDays: 5 }] }).offers[0]!;
    const validUntil = (subject: ReturnType<typeof caseOf>) =>
      offersFor(chargesFor([due], subject.debtor, rules, '2026-03-12'), policy, '2026-03-12', debtorPlace(subject.debtor, rules))[0]!.validUntil;
    expect([validUntil(inSantos()), validUntil(elsewhere())]).toEqual(['2026-03-18', '2026-03-17']);
  });
});
