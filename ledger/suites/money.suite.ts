import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Case } from '../../core/case/index.ts';
import { addDays } from '../../core/civil-date.ts';
import { policiesSchema } from '../../core/cadence/policies.ts';
import { chargesFor } from '../../core/payment/index.ts';
import type { Ledger } from '../ledger.ts';
import { ANA, AT, importedCase, importedDebt, importOne, ON, PORTFOLIO } from '../testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';

type Act =
  | { readonly kind: 'pay'; readonly amount: number; readonly named: number | undefined; readonly again: boolean }
  | { readonly kind: 'agree'; readonly covers: readonly number[]; readonly amounts: readonly number[] }
  | { readonly kind: 'break'; readonly which: number }
  | { readonly kind: 'reverse'; readonly which: number; readonly percent: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      amount: fc.integer({ min: 1, max: 15_000 }),
      named: fc.option(fc.nat(2), { nil: undefined }),
      again: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('agree' as const),
      covers: fc.subarray([0, 1, 2], { minLength: 1 }),
      amounts: fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('break' as const), which: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reverse' as const), which: fc.nat(9), percent: fc.constantFrom(100, 100, 40) }) },
);

/** What a broken agreement gives back fills, weeks before the payments that came since, the gap of one that was reversed. */
const GIVEN_BACK_EARLIER: Act[] = [
  { kind: 'agree', covers: [2], amounts: [44, 7_996] },
  { kind: 'pay', amount: 7_939, named: undefined, again: false },
  { kind: 'pay', amount: 504, named: 1, again: false },
  { kind: 'break', which: 0 },
  { kind: 'pay', amount: 13_246, named: 1, again: false },
  { kind: 'pay', amount: 6_370, named: 2, again: false },
  { kind: 'reverse', which: 1, percent: 100 },
];

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Where the money of a case is: on its debts, or on instalments of agreements that were not broken. */
function booked(subject: Case): number {
  const onDebts = subject.debts.flatMap(({ payments }) => payments.map(({ amount }) => amount));
  const onInstallments = subject.agreements
    .filter(({ status }) => status !== 'broken')
    .flatMap(({ installments }) => installments.map(({ paidAmount }) => paidAmount ?? 0));
  return sum(onDebts) + sum(onInstallments);
}

export function moneySuite(ledger: () => Ledger): void {
  const subjectOf = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!;

  describe('money', () => {
    test(
      'whatever is paid, agreed, broken and reversed: what is booked is what was paid less what went back, and nobody pays too much',
      { timeout: 180_000 },
      async () => {
        let story = 0;
        await fc.assert(
          fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 12 }), async (acts) => {
            story += 1;
            const document = String(story).padStart(11, '0');
            const debts = [0, 1, 2].map((index) =>
              importedDebt({ number: `S${story}-${index}`, dueDate: `2026-0${index + 1}-02`, principal: 5_000 + 1_111 * index }),
            );
            const caseId = await importOne(ledger(), importedCase({ document }, debts));
            const ids = (await subjectOf(caseId)).debts.map(({ id }) => id);
            const paid: { reference: string; amount: number; left: number }[] = [];
            let day = ON;
            for (const [step, one] of acts.entries()) {
              day = addDays(day, 9);
              if (one.kind === 'pay') {
                const reference = `p${story}-${step}`;
                const debtId = one.named === undefined ? undefined : ids[one.named];
                const payment = {
                  portfolio: PORTFOLIO,
                  reference,
                  amount: one.amount,
                  paidOn: day,
                  at: AT,
                  caseId,
                  ...(debtId === undefined ? {} : { debtId }),
                };
                await ledger().recordPayment(payment);
                if (one.again) await ledger().recordPayment(payment);
                paid.push({ reference, amount: one.amount, left: one.amount });
              } else if (one.kind === 'agree') {
                const total = sum(one.amounts);
                const installments = one.amounts.map((amount, index) => ({ number: index + 1, dueDate: addDays(day, 30 * index), amount }));
                await ledger()
                  .saveAgreement({
                    id: `a${story}-${step}`,
                    caseId,
                    madeOn: day,
                    debtIds: one.covers.map((index) => ids[index]!),
                    originalTotal: total,
                    total,
                    installments,
                    status: 'active',
                    at: AT,
                  })
                  .catch((error: unknown) => expect(error).toMatchObject({ code: 'ledger.agreement-overlap' }));
              } else if (one.kind === 'break') {
                const { agreements } = await subjectOf(caseId);
                const agreement = agreements[one.which % Math.max(1, agreements.length)];
                if (agreement) for (let twice = 0; twice < 2; twice += 1) await ledger().breakAgreement({ caseId, agreementId: agreement.id, on: day, at: AT });
              } else {
                const payment = paid[one.which % Math.max(1, paid.length)];
                const amount = payment && Math.ceil((payment.left * one.percent) / 100);
                if (!payment || !amount) continue;
                const input = {
                  portfolio: PORTFOLIO,
                  reference: `r${story}-${step}`,
                  paymentReference: payment.reference,
                  reversalKind: 'chargeback' as const,
                  amount,
                  on: day,
                  at: AT,
                };
                expect(await ledger().reversePayment(input)).toMatchObject({ kind: 'reversed', amount });
                expect(await ledger().reversePayment(input)).toMatchObject({ kind: 'duplicate' });
                payment.left -= amount;
              }
              const subject = await subjectOf(caseId);
              const stored = (await ledger().exportDebtor(document, ALL_PORTFOLIOS))!['payments'] as { amount: number; excess: number; reversed: number }[];
              expect(sum(stored.map((payment) => payment.amount - payment.reversed))).toBe(sum(paid.map(({ left }) => left)));
              expect(booked(subject) + sum(stored.map(({ excess }) => excess))).toBe(sum(paid.map(({ left }) => left)));
              const charges = chargesFor(subject.debts, subject.debtor, policiesSchema.parse({}), day);
              expect(charges.credit).toBe(0);
              for (const [index, debt] of subject.debts.entries()) {
                const kept = subject.agreements.some(({ status, debtIds }) => status === 'completed' && debtIds.includes(debt.id));
                expect(charges.debts[index]!.total).toBeGreaterThanOrEqual(0);
                expect([debt.number, debt.status]).toEqual([debt.number, kept || charges.debts[index]!.total === 0 ? 'paid' : 'open']);
              }
            }
          }),
          // Ends before the test's own limit, so that a failure is told with its story rather than as a test that took too long.
          { numRuns: 40, interruptAfterTimeLimit: 120_000, examples: [[GIVEN_BACK_EARLIER]] },
        );
        expect(await ledger().findCases({ portfolio: ALL_PORTFOLIOS, document: ANA })).toEqual([]);
      },
    );
  });

  describe('a broken agreement', () => {
    const agreement = (change: object = {}) => ({
      id: 'acordo-1',
      madeOn: ON,
      debtIds: [] as string[],
      originalTotal: 10_227,
      total: 9000,
      installments: [1, 2, 3].map((number) => ({ number, dueDate: `2026-0${number + 2}-20`, amount: 3000 })),
      status: 'active' as const,
      at: AT,
      ...change,
    });

    test('gives its debts each payment on the day it came, charges first, parts of instalments included, and no other debt a cent', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt({ number: 'A' }), importedDebt({ number: 'Z', dueDate: '2026-01-02' })]));
      const a = (await subjectOf(caseId)).debts.find(({ number }) => number === 'A')!.id;
      await ledger().saveAgreement({ ...agreement({ debtIds: [a] }), caseId });
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 4000, paidOn: '2026-03-20', at: AT, caseId });
      const after = await ledger().breakAgreement({ caseId, agreementId: 'acordo-1', on: '2026-05-05', at: AT });
      expect(after.agreements).toMatchObject([{ status: 'broken', brokenOn: '2026-05-05' }]);
      expect(after.debts.map(({ number, status, payments }) => [number, status, payments])).toEqual([
        ['Z', 'open', []],
        [
          'A',
          'open',
          [
            { date: '2026-03-20', amount: 3000, reference: 'pix-1' },
            { date: '2026-03-20', amount: 1000, reference: 'pix-1' },
          ],
        ],
      ]);
      // 18 days: 0,60 of interest and 2,00 of fine first, so 37,40 of principal: 62,60, and 46 days more are 0,96.
      const { total, debts } = chargesFor([after.debts[1]!], after.debtor, policiesSchema.parse({}), '2026-05-05');
      expect(debts[0]!.outstanding.principal).toBe(6_260);
      expect(total).toBe(6_260 + 96);
    });

    test('whose instalments were paid before the ledger knew the agreement has them booked once', async () => {
      const caseId = await importOne(ledger());
      const installments = [
        { number: 1, dueDate: '2026-03-20', amount: 3000, paidOn: '2026-03-19', paidAmount: 3000 },
        { number: 2, dueDate: '2026-04-20', amount: 3000, paidAmount: 500 },
      ];
      await ledger().saveAgreement({ ...agreement({ installments }), caseId });
      for (let twice = 0; twice < 2; twice += 1) await ledger().breakAgreement({ caseId, agreementId: 'acordo-1', on: '2026-06-01', at: AT });
      expect((await subjectOf(caseId)).debts[0]!.payments).toEqual([
        { date: '2026-03-19', amount: 3000, reference: 'acordo:acordo-1:1' },
        { date: '2026-04-20', amount: 500, reference: 'acordo:acordo-1:2' },
      ]);
    });

    test('that nobody knows is named', async () => {
      const caseId = await importOne(ledger());
      await expect(ledger().breakAgreement({ caseId, agreementId: 'nenhum', on: ON, at: AT })).rejects.toMatchObject({ code: 'ledger.agreement-unknown' });
    });
  });

  describe('two agreements on one case', () => {
    const over = (id: string, debtIds: string[], dueDate: string) => ({
      id,
      madeOn: ON,
      debtIds,
      originalTotal: 5000,
      total: 5000,
      installments: [{ number: 1, dueDate, amount: 5000 }],
      status: 'active' as const,
      at: AT,
    });

    test('are in force together only over different debts', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt({ number: 'A' }), importedDebt({ number: 'B' })]));
      const [a, b] = (await subjectOf(caseId)).debts.map(({ id }) => id) as [string, string];
      await ledger().saveAgreement({ ...over('um', [a], '2026-04-10'), caseId });
      await expect(ledger().saveAgreement({ ...over('outro', [a, b], '2026-04-01'), caseId })).rejects.toMatchObject({
        code: 'ledger.agreement-overlap',
        message: expect.stringContaining('Já há um acordo em vigor sobre estas dívidas, feito em 10/03/2026.'),
      });
      await expect(ledger().saveAgreement({ ...over('todas', [], '2026-04-01'), caseId })).rejects.toMatchObject({ code: 'ledger.agreement-overlap' });
      await ledger().saveAgreement({ ...over('dois', [b], '2026-04-01'), caseId });
      // The instalment due first is paid first, unless the payer names a debt of the other agreement.
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'p1', amount: 1000, paidOn: ON, at: AT, caseId });
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'p2', amount: 5000, paidOn: ON, at: AT, debtId: a });
      const after = await subjectOf(caseId);
      expect(after.agreements.map(({ id, status, installments }) => [id, status, installments[0]!.paidAmount])).toEqual([
        ['dois', 'active', 1000],
        ['um', 'completed', 5000],
      ]);
      expect(after.debts.map(({ status }) => status)).toEqual(['paid', 'open']);
    });

    test('saving one again changes nothing, so that a repeated acceptance never wipes what was paid', async () => {
      const caseId = await importOne(ledger());
      const one = { ...over('um', [], '2026-04-10'), caseId };
      await ledger().saveAgreement(one);
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'p1', amount: 1000, paidOn: ON, at: AT, caseId });
      await ledger().saveAgreement(one);
      expect((await subjectOf(caseId)).agreements[0]!.installments[0]).toMatchObject({ paidAmount: 1000 });
    });
  });
}
