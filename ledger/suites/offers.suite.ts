import { beforeEach, describe, expect, test } from 'vitest';
import type { OfferedTerms } from '../../core/case/index.ts';
import type { Ledger, PaymentInput } from '../ledger.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import { AT, claimFor, IMPORT, importedCase, importedDebt, importOne, runWith } from '../testing/fixtures.ts';

/** R$ 100,00 due on 2 March; what is owed on the 10th is 102,27, and the message of that day offers 100,00 until the 16th, or two or three parts. */
const MADE_ON = '2026-03-10';
const UNTIL = '2026-03-16';

export function offersSuite(ledger: () => Ledger): void {
  describe('an offer that was made', () => {
    let caseId: string;
    let debtId: string;
    const terms = (change: Partial<OfferedTerms> = {}): OfferedTerms => ({
      id: 'geral-avista',
      kind: 'cash',
      debtIds: [debtId],
      original: 10_227,
      total: 10_000,
      entry: null,
      installments: [{ number: 1, dueDate: UNTIL, amount: 10_000 }],
      validUntil: UNTIL,
      ...change,
    });
    const plan = (count: number, amount: number, change: Partial<OfferedTerms> = {}): OfferedTerms =>
      terms({
        id: `geral-${count}x`,
        kind: 'installments',
        total: amount * count,
        installments: Array.from({ length: count }, (_, index) => ({ number: index + 1, dueDate: `2026-0${3 + index}-16`, amount })),
        ...change,
      });
    const tell = (offered: readonly OfferedTerms[], localDate = MADE_ON) =>
      ledger().claim([claimFor(caseId, { cycle: debtId, stepId: localDate, localDate, at: `${localDate}T12:00:00Z`, purpose: 'offer', offered })]);
    const pay = (amount: number, change: Partial<PaymentInput> = {}) =>
      ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, caseId, reference: `pix-${amount}`, amount, paidOn: '2026-03-13', at: AT, ...change });
    const subject = async () => (await ledger().loadCases([caseId])).get(caseId)!;

    beforeEach(async () => {
      caseId = await importOne(ledger());
      await ledger().startRun(runWith({}, {}, { payment: { toleranceCents: 0, messageStandsBusinessDays: 0 } }));
      debtId = (await subject()).debts[0]!.id;
    });

    test('is kept with the message, and settles when it is paid to the cent, until its last day', async () => {
      await tell([terms()]);
      expect((await subject()).contacts[0]!.offered).toEqual([terms()]);
      expect(await pay(10_000, { paidOn: UNTIL })).toMatchObject({ settled: true, excess: 0 });
      expect((await subject()).debts[0]).toMatchObject({
        status: 'paid',
        waivers: [{ reason: 'Foi paga a proposta de R$ 100,00, da mensagem de 10/03/2026, dentro do prazo (16/03/2026)' }],
      });
    });

    test('is not taken up by a cent less, nor a day late; the tolerance counts for it too', async () => {
      await tell([terms()]);
      expect(await pay(9_999)).toMatchObject({ settled: false });
      const other = await importOne(ledger(), importedCase({ document: '11144477735' }, [importedDebt({ number: 'X' })]));
      [caseId, debtId] = [other, (await ledger().loadCases([other])).get(other)!.debts[0]!.id];
      await tell([terms()]);
      expect(await pay(10_000, { paidOn: '2026-03-17' })).toMatchObject({ settled: false });
      await ledger().startRun(runWith({ id: 'run-2', startedAt: '2026-03-11T12:00:00Z' }, {}, { payment: { toleranceCents: 100 } }));
      const third = await importOne(ledger(), importedCase({ document: '39053344705' }, [importedDebt({ number: 'Y' })]));
      [caseId, debtId] = [third, (await ledger().loadCases([third])).get(third)!.debts[0]!.id];
      await tell([terms()]);
      expect(await pay(9_900, { reference: 'pix-tolerado' })).toMatchObject({ settled: true });
    });

    test('is taken up in two parts, and a second payment of it is too much', async () => {
      await tell([terms()]);
      expect(await pay(4_000, { paidOn: '2026-03-11' })).toMatchObject({ settled: false });
      expect(await pay(6_000)).toMatchObject({ settled: true, excess: 0 });
      expect(await pay(10_000)).toMatchObject({ settled: true, excess: 10_000 });
    });

    test('is not taken up by what came before it was made', async () => {
      await pay(4_000, { paidOn: '2026-03-09' });
      await tell([terms()]);
      expect(await pay(6_000)).toMatchObject({ settled: false });
    });

    test('binds also after another was made; either settles', async () => {
      await tell([terms()]);
      await tell([terms({ total: 9_500, validUntil: '2026-03-20' })], '2026-03-12');
      expect(await pay(9_500)).toMatchObject({ settled: true });
      expect((await subject()).debts[0]!.waivers).toMatchObject([{ reason: expect.stringContaining('12/03/2026') as string }]);
    });

    test('binds when the money comes by the creditor’s own table', async () => {
      await tell([terms()]);
      await ledger().importCases([importedCase({}, [importedDebt({ payments: [{ date: '2026-03-13', amount: 10_000 }] })])], IMPORT);
      expect((await subject()).debts[0]).toMatchObject({ status: 'paid', waivers: [{ reason: expect.stringContaining('proposta de R$ 100,00') as string }] });
    });

    test('of a plan begins with its first instalment, and the rest is due as it was told', async () => {
      await tell([terms(), plan(2, 5_050), plan(3, 3_500)]);
      expect(await pay(3_500)).toMatchObject({ settled: false, excess: 0 });
      const { agreements, debts } = await subject();
      expect(agreements).toMatchObject([
        {
          id: `${caseId}:geral-3x`,
          madeOn: '2026-03-13',
          debtIds: [debtId],
          total: 10_500,
          status: 'active',
          installments: [{ number: 1, paidOn: '2026-03-13' }, { number: 2, dueDate: '2026-04-16' }, { number: 3 }],
        },
      ]);
      expect(debts[0]!.status).toBe('open');
      expect((await ledger().events(caseId)).map(({ kind }) => kind)).toContain('agreement.made');
      await pay(7_000, { paidOn: '2026-04-10' });
      expect(await subject()).toMatchObject({ agreements: [{ status: 'completed' }], debts: [{ status: 'paid' }] });
    });

    test('of a plan begins also when the money names one of its titles, but not when it pays that title by itself', async () => {
      await ledger().importCases([importedCase({}, [importedDebt(), importedDebt({ number: 'NF-2', principal: 3_000 })])], IMPORT);
      const both = (await subject()).debts.map(({ id }) => id);
      const small = (await subject()).debts.find(({ number }) => number === 'NF-2')!.id;
      await tell([plan(3, 3_000, { debtIds: both }), plan(2, 7_000, { debtIds: both })]);
      await pay(3_000, { debtId: small, paidOn: '2026-03-11' });
      expect((await subject()).agreements).toEqual([]);
      await tell([plan(3, 2_500, { id: 'de-novo-3x' })], '2026-03-12');
      await pay(2_500, { debtId });
      expect((await subject()).agreements).toMatchObject([{ id: `${caseId}:de-novo-3x` }]);
    });

    test('of plans that begin alike the longest is meant; a named other debt, or one in an agreement, begins none', async () => {
      await tell([plan(2, 4_050, { entry: 2_000 }), plan(3, 2_700, { entry: 2_000 })]);
      expect(await pay(2_000)).toMatchObject({ settled: false });
      expect((await subject()).agreements).toMatchObject([
        { id: `${caseId}:geral-3x`, installments: [{ number: 0, amount: 2_000, paidOn: '2026-03-13' }, {}, {}, {}] },
      ]);
      await pay(2_000, { reference: 'pix-de-novo' });
      expect((await subject()).agreements).toHaveLength(1);
    });
  });
}
