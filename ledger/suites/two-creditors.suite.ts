import { describe, expect, test } from 'vitest';
import { policiesSchema } from '../../core/cadence/policies.ts';
import { guard } from '../../core/guard/index.ts';
import type { Ledger } from '../ledger.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import { ANA, AT, claimFor, IMPORT, importedCase, importedDebt, ON, runWith } from '../testing/fixtures.ts';

/** One person, one telephone, two creditors in one ledger: each with its portfolio, cadence, contract and words. */
const A = { portfolio: 'Loja Horizonte', cadenceId: 'regua-a', creditor: { name: 'Loja Horizonte', document: '11222333000181' }, fine: '2' };
const B = { portfolio: 'Escola Sol', cadenceId: 'regua-b', creditor: { name: 'Escola Sol', document: '11444777000161' }, fine: '0' };

export function twoCreditorsSuite(ledger: () => Ledger): void {
  const begin = async ({ portfolio, cadenceId, creditor, fine }: typeof A) => {
    const [outcome] = await ledger().importCases([importedCase({}, [importedDebt({ number: 'NF-1' })])], { ...IMPORT, portfolio });
    const run = runWith({ id: `rodada-${cadenceId}`, portfolio, cadenceId }, { finePercent: fine });
    await ledger().startRun({ ...run, settings: { ...run.settings, cadenceId, cadenceName: portfolio, creditor: { ...run.settings.creditor, ...creditor } } });
    return outcome!.caseId;
  };
  const subject = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!;
  const both = async () => ({ a: await begin(A), b: await begin(B) });
  const due = async (portfolio: string) => (await ledger().takeDue({ portfolio, on: ON, now: AT, limit: 10, leaseMs: 0, owner: 'teste' })).map(({ id }) => id);
  const claim = (caseId: string, { cadenceId, portfolio }: typeof A, caps?: { perDay: number; perSevenDays: number }) =>
    ledger().claim([claimFor(caseId, { cadenceId, runId: `rodada-${cadenceId}`, content: { text: `Olá, aqui é ${portfolio}.` }, ...(caps ? { caps } : {}) })]);

  describe('two creditors with the same debtor', () => {
    test('each takes its own case, under its own settings', async () => {
      const { a, b } = await both();
      expect(a).not.toBe(b);
      expect([await due(A.portfolio), await due(B.portfolio)]).toEqual([[a], [b]]);
      expect((await ledger().latestRun(A.cadenceId))?.settings.creditor.name).toBe('Loja Horizonte');
      expect((await ledger().latestRun(B.cadenceId))?.settings.creditor.name).toBe('Escola Sol');
    });

    test('what one wrote is in its own record only, and in its own report', async () => {
      const { a, b } = await both();
      await claim(a, A);
      expect((await ledger().contents(a)).map(({ text }) => text)).toEqual(['Olá, aqui é Loja Horizonte.']);
      expect(await ledger().contents(b)).toEqual([]);
      expect((await subject(b)).contacts).toEqual([]);
      expect((await ledger().dayReport({ portfolio: A.portfolio, on: ON })).contacts).toHaveLength(1);
      expect((await ledger().dayReport({ portfolio: B.portfolio, on: ON })).contacts).toEqual([]);
    });

    test('SAIR, a dispute, a promise, a reply and a payment to one leave the other as it was', async () => {
      const { a, b } = await both();
      const before = await subject(b);
      const events = await ledger().events(b);
      await ledger().recordReply({ caseId: a, channel: 'whatsapp', text: 'SAIR', at: AT });
      await ledger().recordOptOut({ caseId: a, channel: 'all', at: AT });
      await ledger().savePromise({ caseId: a, id: 'p', madeOn: ON, dueOn: ON, amount: 100, status: 'open', at: AT });
      await ledger().recordDispute({ caseId: a, on: ON, at: AT, text: 'Não reconheço.' });
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 1_000_000, paidOn: ON, at: AT, caseId: a });
      expect((await subject(a)).debtor.optedOut).toEqual(['all']);
      expect((await subject(a)).debts.map(({ status }) => status)).toEqual(['paid']);
      expect(await subject(b)).toEqual(before);
      expect(await ledger().events(b)).toEqual(events);
    });

    test('a payment is counted by the contract of the creditor it was made to', async () => {
      const { a, b } = await both();
      // R$ 100,00 eight days late: one contract adds a fine of 2 %, the other none.
      for (const caseId of [a, b])
        await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: `pix-${caseId}`, amount: 10_050, paidOn: ON, at: AT, caseId });
      expect((await subject(a)).debts[0]!.status).toBe('open');
      expect((await subject(b)).debts[0]!.status).toBe('paid');
    });

    test('only the cap is shared, and its reason does not tell who else wrote', async () => {
      const { a, b } = await both();
      await claim(a, A);
      expect(await claim(b, B, { perDay: 1, perSevenDays: 3 })).toEqual([{ kind: 'capped' }]);
      const decision = guard({
        subject: await subject(b),
        channel: 'whatsapp',
        contactPoint: null,
        message: null,
        purpose: 'charge',
        policies: policiesSchema.parse({}),
        now: '2026-03-10T14:00:00Z',
        on: ON,
      });
      expect(decision).toMatchObject({ allowed: false, code: 'frequency' });
      expect(decision.reason).toMatch(/já foi (procurado|contatado)/);
      for (const told of [A.portfolio, A.creditor.document, A.cadenceId, 'outro credor', 'whatsapp']) expect(decision.reason).not.toContain(told);
    });

    test('what is known of the other contacts when deciding are their days, never their words or whose they were', async () => {
      const { a, b } = await both();
      await claim(a, A);
      const text = JSON.stringify(await subject(b));
      for (const told of [A.portfolio, A.creditor.document, 'aqui é']) expect(text).not.toContain(told);
      expect((await subject(b)).debtor.document).toBe(ANA);
    });
  });
}
