import { describe, expect, test } from 'vitest';
import type { BureauEntry, Case } from '../case/index.ts';
import { addDays } from '../civil-date.ts';
import { caseOf, contact, debt, policies } from '../testing/case-builder.ts';
import type { BureauEligibility } from './eligibility.ts';
import { bureauEligibility } from './eligibility.ts';
import { advanceEntry, requestEntry } from './lifecycle.ts';
import { removalDeadline, removalState } from './removal.ts';

const notice = (over = {}) =>
  contact({ stepId: 'dia30', purpose: 'bureau-notice', at: '2026-04-01T13:00:00Z', deliveredAt: '2026-04-01T13:05:00Z', status: 'delivered', ...over });
const noticed = (over: Parameters<typeof caseOf>[0] = {}): Case => caseOf({ contacts: [notice()], ...over });
const ask = (subject: Case, on = '2026-04-16', over = {}): BureauEligibility => bureauEligibility(subject, policies(over), on);
const agreement = { id: 'a', madeOn: '2026-04-02', debtIds: ['d1'], originalTotal: 1, total: 1, installments: [], status: 'active' } as const;
const entry = (over: Partial<BureauEntry> = {}): BureauEntry => ({
  id: 'e1',
  provider: 'manual',
  debtIds: ['d1'],
  amount: 10_000,
  status: 'registered',
  requestedOn: '2026-04-16',
  registeredOn: '2026-04-17',
  ...over,
});

describe('may the debt be registered', () => {
  test('yes, when the notice was delivered and its days have passed, for what is owed that day', () => {
    // R$ 100,00, 45 days late: 2,00 + 1,50.
    expect(ask(noticed())).toMatchObject({ eligible: true, code: 'eligible', debtIds: ['d1'], amount: 10_350 });
    expect(ask(noticed()).reasons).toEqual([
      'Aviso entregue em 01/04/2026 e prazo cumprido: pode ser negativada por R$ 103,50.',
      'O registro precisa sair até 02/03/2031 (cinco anos do vencimento).',
    ]);
  });

  test('not a day before the wait is over, and it says when', () => {
    expect(ask(noticed(), '2026-04-10')).toMatchObject({ eligible: false, code: 'notice-waiting', earliestOn: '2026-04-11', amount: 0, debtIds: [] });
    expect(ask(noticed(), '2026-04-11').eligible).toBe(true);
    expect(ask(noticed(), '2026-04-02', { bureau: { noticeWaitDays: 1 } }).eligible).toBe(true);
  });

  test.each<[string, Case, string]>([
    ['paid', noticed({ debts: [debt({ status: 'paid' })] }), '2026-04-16'],
    ['agreement', noticed({ agreements: [agreement] }), '2026-04-16'],
    ['contested', noticed({ debts: [debt({ contestedOn: '2026-04-03' })] }), '2026-04-16'],
    ['prescribed', noticed({ debts: [debt({ dueDate: '2021-04-15' })] }), '2026-04-16'],
    ['not-overdue', noticed({ debts: [debt({ dueDate: '2026-04-16' })] }), '2026-04-16'],
    ['already-registered', noticed({ bureauEntries: [entry({ status: 'requested' })] }), '2026-04-16'],
    ['promise-open', noticed({ promises: [{ id: 'p', madeOn: '2026-04-14', dueOn: '2026-04-17', amount: 10_000, status: 'open' }] }), '2026-04-16'],
    ['notice-missing', caseOf(), '2026-04-16'],
    ['notice-not-proven', caseOf({ contacts: [notice({ deliveredAt: undefined, status: 'sent' })].map(({ deliveredAt: _, ...rest }) => rest) }), '2026-04-16'],
  ])('no: %s', (code, subject, on) => {
    expect(ask(subject, on)).toMatchObject({ eligible: false, code, amount: 0 });
  });

  test('nothing older than five years goes in, even where the contract prescribes later (CDC 43 §1)', () => {
    const old = noticed({ debts: [debt({ dueDate: '2021-04-15' })] });
    expect(ask(old, '2026-04-15', { prescription: { years: 10 } })).toMatchObject({ eligible: true });
    expect(ask(old, '2026-04-16', { prescription: { years: 10 } })).toMatchObject({ code: 'too-old' });
  });

  test('a debt that fell due after the notice was not told of and stays out', () => {
    const subject = noticed({ debts: [debt(), debt({ id: 'd2', dueDate: '2026-04-05' }), debt({ id: 'd3', dueDate: '2026-05-05' })] });
    expect(ask(subject)).toMatchObject({ eligible: true, debtIds: ['d1'] });
    expect(ask(noticed({ debts: [debt({ dueDate: '2026-04-05' })] }))).toMatchObject({ code: 'notice-missing' });
  });

  test('debts that are contested or registered already are left out of the amount', () => {
    const subject = noticed({
      debts: [debt(), debt({ id: 'd2', contestedOn: '2026-04-10' }), debt({ id: 'd3' })],
      bureauEntries: [entry({ debtIds: ['d3'] })],
    });
    expect(ask(subject)).toMatchObject({ eligible: true, debtIds: ['d1'], amount: 10_350 });
    expect(ask(subject).reasons.join(' ')).toContain('1 dívida contestada fica de fora');
    expect(ask(noticed({ bureauEntries: [entry({ status: 'removed' })] })).eligible).toBe(true);
  });

  test('the minimum is the creditor’s', () => {
    expect(ask(noticed(), '2026-04-16', { bureau: { minAmountCents: 10_350 } }).eligible).toBe(true);
    expect(ask(noticed(), '2026-04-16', { bureau: { minAmountCents: 10_351 } })).toMatchObject({ code: 'below-minimum' });
  });

  test('an earlier entry by somebody else is a note, not a bar (Súmula 385)', () => {
    const decision = ask(noticed({ previousBureauEntry: true }));
    expect(decision.eligible).toBe(true);
    expect(decision.reasons.join(' ')).toContain('Súmula 385');
  });

  test('a promise that is over bars nothing; an open one says from when', () => {
    const promised = noticed({ promises: [{ id: 'p', madeOn: '2026-04-06', dueOn: '2026-04-10', amount: 10_000, status: 'open' }] });
    expect(ask(promised, '2026-04-14')).toMatchObject({ code: 'promise-open', earliestOn: '2026-04-15' });
    expect(ask(promised, '2026-04-15').eligible).toBe(true);
  });
});

describe('the removal clock (Súmula 548)', () => {
  test.each([
    ['a Wednesday', '2026-03-11', '2026-03-18'],
    ['the Friday before Carnival', '2026-02-13', '2026-02-24'],
    ['Carnival Monday, a bank holiday', '2026-02-16', '2026-02-24'],
    ['a Saturday', '2026-02-14', '2026-02-24'],
    ['the eve of Good Friday', '2026-04-02', '2026-04-10'],
    ['the eve of 20 November', '2026-11-19', '2026-11-27'],
    ['the week between the years', '2026-12-30', '2027-01-07'],
  ])('paid on %s (%s) the record must be gone by %s', (_, cleared, deadline) => {
    expect(removalDeadline(cleared, policies())).toBe(deadline);
  });

  test('a stricter house rule shortens it', () => {
    expect(removalDeadline('2026-02-13', policies({ bureau: { removalBusinessDays: 2 } }))).toBe('2026-02-19');
  });

  const paidCase = caseOf({
    debts: [
      debt({
        status: 'paid',
        payments: [
          { date: '2026-02-10', amount: 1 },
          { date: '2026-02-13', amount: 10_000 },
        ],
      }),
    ],
  });
  const state = (on: string, over: Partial<BureauEntry> = {}, subject: Case = paidCase) => removalState(entry(over), subject, policies(), on);

  test('runs from the last payment, raises the alarm before it is missed, and says when it was', () => {
    expect(state('2026-02-13')).toMatchObject({
      kind: 'due',
      cause: 'paid',
      clearedOn: '2026-02-13',
      deadline: '2026-02-24',
      businessDaysLeft: 5,
      nextActionOn: '2026-02-14',
    });
    expect(state('2026-02-17')).toMatchObject({ kind: 'due', businessDaysLeft: 5 });
    expect(state('2026-02-19')).toMatchObject({ kind: 'due', businessDaysLeft: 3 });
    expect(state('2026-02-20')).toMatchObject({
      kind: 'alarm',
      businessDaysLeft: 2,
      reasons: ['A dívida foi quitada em 13/02/2026: peça a retirada até 24/02/2026 (faltam 2 dias úteis).'],
    });
    expect(state('2026-02-24')).toMatchObject({ kind: 'alarm', businessDaysLeft: 0, reasons: [expect.stringContaining('hoje é o último dia')] });
    expect(state('2026-02-25')).toMatchObject({
      kind: 'overdue',
      businessDaysLeft: -1,
      reasons: [expect.stringContaining('Prazo perdido: a dívida foi quitada em 13/02/2026, e o registro')],
    });
  });

  test('goes on while the removal was asked for and not confirmed', () => {
    expect(state('2026-02-19', { status: 'removal-requested' })).toMatchObject({ kind: 'requested', nextActionOn: '2026-02-20' });
    expect(state('2026-02-20', { status: 'removal-requested' })).toMatchObject({ kind: 'alarm', reasons: [expect.stringContaining('sem confirmação')] });
    expect(state('2026-02-25', { status: 'removal-requested' })).toMatchObject({ kind: 'overdue' });
    expect(state('2026-02-25', { status: 'removed', removedOn: '2026-02-20' })).toEqual({
      kind: 'removed',
      nextActionOn: null,
      reasons: ['O registro foi retirado em 20/02/2026.'],
    });
    expect(state('2026-02-25', { status: 'refused' })).toMatchObject({ kind: 'not-needed', nextActionOn: null });
  });

  test('does not run on a part: all debts of the entry have to be settled', () => {
    const half = caseOf({ debts: [debt({ status: 'paid', payments: [{ date: '2026-02-13', amount: 1 }] }), debt({ id: 'd2' })] });
    expect(state('2026-02-20', { debtIds: ['d1', 'd2'] }, half)).toMatchObject({ kind: 'not-needed', reasons: [expect.stringContaining('1 de 2 dívidas')] });
    expect(state('2026-02-20', { debtIds: ['d1'] }, half)).toMatchObject({ kind: 'alarm' });
  });

  test('runs from the first instalment of an agreement that replaced the debt, not from the signature', () => {
    const agreed = (installments: { number: number; dueDate: string; amount: number; paidOn?: string }[]) =>
      caseOf({ agreements: [{ ...agreement, installments }] });
    expect(state('2026-04-10', {}, agreed([{ number: 1, dueDate: '2026-04-08', amount: 100 }]))).toMatchObject({ kind: 'not-needed' });
    expect(state('2026-04-10', {}, agreed([{ number: 1, dueDate: '2026-04-08', amount: 100, paidOn: '2026-04-08' }]))).toMatchObject({
      kind: 'due',
      cause: 'agreement',
      clearedOn: '2026-04-08',
      deadline: '2026-04-15',
    });
  });

  test('a record leaves before its debt completes five years, paid or not', () => {
    const old = caseOf({ debts: [debt({ dueDate: '2021-04-15' })] });
    expect(state('2026-04-07', {}, old)).toMatchObject({ kind: 'not-needed', nextActionOn: '2026-04-08' });
    expect(state('2026-04-08', {}, old)).toMatchObject({ kind: 'due', cause: 'five-years', deadline: '2026-04-15' });
    expect(state('2026-04-13', {}, old)).toMatchObject({ kind: 'alarm' });
    expect(state('2026-04-16', {}, old)).toMatchObject({ kind: 'overdue' });
  });

  test('a cancelled debt is removed from the day it is seen; a contested one should rest', () => {
    expect(state('2026-04-20', {}, caseOf({ debts: [debt({ status: 'cancelled' })] }))).toMatchObject({
      kind: 'due',
      cause: 'cancelled',
      clearedOn: '2026-04-20',
      deadline: '2026-04-28',
    });
    expect(state('2026-04-20', {}, caseOf({ debts: [debt({ contestedOn: '2026-04-19' })] }))).toMatchObject({ kind: 'due', cause: 'contested' });
  });
});

describe('the life of an entry', () => {
  test('requested, registered, removal asked for, removed, each with its date', () => {
    const requested = requestEntry(ask(noticed()), { id: 'e1', provider: 'manual', on: '2026-04-16' });
    expect(requested).toEqual({ id: 'e1', provider: 'manual', debtIds: ['d1'], amount: 10_350, status: 'requested', requestedOn: '2026-04-16' });
    const registered = advanceEntry(requested, 'registered', '2026-04-17');
    const leaving = advanceEntry(registered, 'removal-requested', '2026-05-04');
    expect(advanceEntry(leaving, 'removed', '2026-05-06')).toMatchObject({
      status: 'removed',
      registeredOn: '2026-04-17',
      removalRequestedOn: '2026-05-04',
      removedOn: '2026-05-06',
    });
    expect(advanceEntry(requested, 'refused', '2026-04-17').status).toBe('refused');
  });

  test('the same event twice changes nothing; an impossible one is refused in words', () => {
    const removed = entry({ status: 'removed', removedOn: '2026-05-06' });
    expect(advanceEntry(removed, 'removed', '2026-05-09')).toBe(removed);
    expect(() => advanceEntry(removed, 'registered', '2026-05-09')).toThrow('O registro está "retirado" e não pode passar a "registro'.slice(0, 55));
    expect(() => advanceEntry(entry({ status: 'refused' }), 'removal-requested', '2026-05-09')).toThrow('recusado');
    expect(advanceEntry(entry({ status: 'requested' }), 'removal-requested', '2026-05-09').status).toBe('removal-requested');
  });

  test('what is not eligible can’t be requested', () => {
    expect(() => requestEntry(ask(caseOf()), { id: 'e', provider: 'manual', on: addDays('2026-04-16', 0) })).toThrow('Falta o aviso prévio');
  });
});
