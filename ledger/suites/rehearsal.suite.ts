import { TEAMS } from '../../core/case/index.ts';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger.ts';
import { ANA, AT, claimFor, IMPORT, importedCase, importedDebt, importOne, ON, PORTFOLIO, portfolioOf, runWith } from '../testing/fixtures.ts';
import type { Dump } from '../testing/opened.ts';

export function rehearsalSuite(ledger: () => Ledger, dump: () => Promise<Dump>): void {
  const LATER = '2026-06-30';
  const LATER_AT = '2026-06-30T14:00:00.000Z';
  const rehearsed = runWith({ id: 'ensaio-1', on: LATER, startedAt: LATER_AT });
  const due = { portfolio: PORTFOLIO, on: LATER, now: AT, limit: 10, leaseMs: 60_000, owner: 'ensaio' };
  const installments = [
    { number: 1, dueDate: '2026-03-20', amount: 5000 },
    { number: 2, dueDate: '2026-04-20', amount: 5000 },
  ];

  /** A person with a bit of everything behind them, and the same person elsewhere. */
  async function lived(): Promise<string> {
    await ledger().startRun(runWith());
    const caseId = await importOne(ledger(), importedCase({}, [importedDebt(), importedDebt({ number: 'NF-2', dueDate: '2026-03-05' })]));
    const [elsewhere] = await ledger().importCases([importedCase()], { ...IMPORT, portfolio: 'outra' });
    await ledger().claim([claimFor(elsewhere!.caseId)]);
    await ledger().recordPayment({ portfolio: PORTFOLIO, reference: 'pix-1', amount: 3000, paidOn: ON, at: AT, caseId });
    await ledger().recordPayment({ portfolio: PORTFOLIO, reference: 'pix-2', amount: 1000, paidOn: ON, at: AT, caseId });
    await ledger().reversePayment({ portfolio: PORTFOLIO, reference: 'med-2', paymentReference: 'pix-2', reversalKind: 'med', on: ON, at: AT });
    const debtId = (await ledger().loadCases([caseId])).get(caseId)!.debts[1]!.id;
    await ledger().saveAgreement({
      id: 'acordo-1',
      caseId,
      madeOn: ON,
      debtIds: [debtId],
      originalTotal: 10_000,
      total: 10_000,
      installments,
      status: 'active',
      at: AT,
    });
    await ledger().recordSteps([{ caseId, cadenceId: 'classica', stepId: 'd1', cycle: debtId, status: 'done', on: ON, at: AT }]);
    await ledger().saveBureauEntry({ id: 'neg-1', caseId, provider: 'manual', debtIds: [debtId], amount: 1, status: 'requested', requestedOn: ON, at: AT });
    await ledger().takeDue({ ...due, owner: 'de verdade' });
    return caseId;
  }

  describe('a rehearsal', () => {
    test('sees the cases as they are, also those that an execution holds', async () => {
      const caseId = await lived();
      const rehearsal = await ledger().rehearsal();
      const cases = await rehearsal.takeDue(due);
      expect(cases).toEqual([(await ledger().loadCases([caseId])).get(caseId)]);
      expect(cases[0]!.contactsElsewhere).toHaveLength(1);
      expect(await rehearsal.findCases({ portfolio: PORTFOLIO, document: '529.982.247-25' })).toEqual(
        await ledger().findCases({ portfolio: PORTFOLIO, document: ANA }),
      );
      expect(await rehearsal.registeredCases(PORTFOLIO)).toEqual([caseId]);
      await rehearsal.close();
    });

    test('counts money by the newest run’s terms, as the real day does', async () => {
      const caseId = await importOne(ledger());
      await ledger().startRun(runWith());
      await ledger().startRun(runWith({ id: 'run-2', startedAt: '2026-03-10T13:00:00.000Z' }, { finePercent: '0', interestMonthlyPercent: '0' }));
      const paid = importedCase({}, [importedDebt({ payments: [{ date: ON, amount: 10_000 }] })]);
      const statusIn = async (one: Ledger) => {
        await one.importCases([paid], IMPORT);
        return (await one.loadCases([caseId])).get(caseId)!.debts.map(({ status }) => status);
      };
      const rehearsal = await ledger().rehearsal();
      expect(await statusIn(rehearsal)).toEqual(['paid']);
      await rehearsal.close();
      expect(await statusIn(ledger())).toEqual(['paid']);
    });

    test('answers what the real day would, remembers what was done in it, and leaves nothing but the marked run', async () => {
      const caseId = await lived();
      const before = await dump();
      const rehearsal = await ledger().rehearsal();
      await rehearsal.startRun(rehearsed);
      const [subject] = await rehearsal.takeDue(due);
      await rehearsal.setTiers([{ caseId, tierId: 'todos' }]);
      const step = { caseId, cadenceId: 'classica', stepId: 'd7', cycle: subject!.debts[0]!.id, on: LATER, at: LATER_AT };
      await rehearsal.recordSteps([{ ...step, status: 'entered' }]);
      const caps = { perDay: 1, perSevenDays: 3 };
      const claim = claimFor(caseId, { stepId: 'd7', at: LATER_AT, localDate: LATER, caps });
      const [claimed, again, capped] = await rehearsal.claim([claim, claim, { ...claim, stepId: 'd15' }]);
      expect([claimed!.kind, again!.kind, capped!.kind]).toEqual(['claimed', 'already', 'capped']);
      if (claimed!.kind === 'claimed') await rehearsal.recordOutcomes([{ contactId: claimed!.contactId, status: 'composed', at: LATER_AT }]);
      await rehearsal.recordSteps([{ ...step, status: 'done' }]);
      await rehearsal.schedule([{ caseId, nextActionOn: '2026-07-15' }]);
      const broken = await rehearsal.breakAgreement({ caseId, agreementId: 'acordo-1', on: LATER, at: LATER_AT });
      expect(broken.agreements).toMatchObject([{ status: 'broken', brokenOn: LATER }]);
      await rehearsal.savePromise({ id: 'p', caseId, madeOn: LATER, dueOn: '2026-07-02', amount: 1, status: 'open', at: LATER_AT });
      await rehearsal.saveBureauEntry({ ...subject!.bureauEntries[0]!, status: 'removal-requested', removalRequestedOn: LATER, caseId, at: LATER_AT });
      await rehearsal.saveFiling({ id: 'acao-1', caseId, preparedOn: LATER, amount: 1, status: 'prepared', at: LATER_AT });
      const task = {
        caseId,
        kind: 'hand-off' as const,
        title: 'Ligar',
        instructions: '',
        team: TEAMS.collection,
        dueOn: LATER,
        createdAt: LATER_AT,
        key: 'k',
      };
      expect([(await rehearsal.openTask(task)).created, (await rehearsal.openTask(task)).created]).toEqual([true, false]);
      await rehearsal.recordRefusals([{ caseId, cadenceId: 'classica', stepId: 'd7', cycle: 'c', on: LATER, at: LATER_AT, code: 'hours', reason: 'Cedo.' }]);
      expect(await rehearsal.reconcileStale(LATER_AT, LATER_AT)).toBe(0);
      const there = (await rehearsal.loadCases([caseId])).get(caseId)!;
      expect(there).toMatchObject({ tierId: 'todos', contacts: [{ status: 'composed' }], promises: [{ id: 'p' }], filings: [{ id: 'acao-1' }] });
      expect(there.steps.map(({ stepId, status }) => `${stepId} ${status}`)).toEqual(['d1 done', 'd7 done']);
      await rehearsal.close();
      const after = await dump();
      expect({ ...after, rehearsals: [] }).toEqual(before);
      expect(after['rehearsals']).toHaveLength(1);
    });

    test('imports as the real day would, and nothing is there afterwards', async () => {
      await lived();
      const before = await dump();
      const rehearsal = await ledger().rehearsal();
      const outcomes = await rehearsal.importCases([importedCase({ name: 'Ana S. Souza' }), ...portfolioOf(2)], {
        portfolio: PORTFOLIO,
        on: LATER,
        at: LATER_AT,
      });
      expect(outcomes.map(({ debtor }) => debtor)).toEqual(['updated', 'created', 'created']);
      await rehearsal.close();
      expect(await dump()).toEqual(before);
    });

    test('is no run for anybody who asks what happened', async () => {
      await lived();
      const rehearsal = await ledger().rehearsal();
      // Refused as the real one would be: the portfolio is another cadence's.
      await expect(rehearsal.startRun({ ...rehearsed, cadenceId: 'outra' })).rejects.toMatchObject({ code: 'portfolio.other-cadence' });
      await rehearsal.startRun({ ...rehearsed, cadenceId: 'outra', portfolio: 'nova' });
      await rehearsal.startRun({ ...rehearsed, id: 'ensaio-2' });
      await rehearsal.close();
      expect((await ledger().latestRun('classica'))?.id).toBe('run-1');
      expect(await ledger().latestRun('outra')).toBeUndefined();
      expect((await ledger().dayReport({ portfolio: PORTFOLIO, on: LATER })).runs).toBe(0);
      expect(await ledger().getRun('ensaio-2')).toEqual({ ...rehearsed, id: 'ensaio-2', rehearsal: true });
      expect((await ledger().getRun('run-1'))!.rehearsal).toBeUndefined();
    });

    test('counts by its own run’s terms, though a newer real run has others', async () => {
      const caseId = await importOne(ledger(), importedCase({}, [importedDebt(), importedDebt({ number: 'NF-2' })]));
      const debtIds = (await ledger().loadCases([caseId])).get(caseId)!.debts.map(({ id }) => id);
      const total = { originalTotal: 20_000, total: 20_000, status: 'active' as const, at: AT };
      await ledger().saveAgreement({
        id: 'acordo-1',
        caseId,
        madeOn: ON,
        debtIds,
        ...total,
        installments: [{ number: 1, dueDate: '2026-03-20', amount: 20_000 }],
      });
      await ledger().recordPayment({ portfolio: PORTFOLIO, reference: 'pix-1', amount: 15_000, paidOn: '2026-03-20', at: AT, caseId });
      await ledger().startRun(runWith({ id: 'nova', startedAt: '2027-01-01T12:00:00Z' }, { finePercent: 1 }));
      /** What the first debt takes of the money that comes back: its fine comes before the second debt. */
      const firstDebtTakes = async (finePercent: number): Promise<number> => {
        const rehearsal = await ledger().rehearsal();
        await rehearsal.startRun(runWith({ id: `ensaio-${finePercent}`, on: LATER, startedAt: LATER_AT }, { finePercent }));
        await rehearsal.takeDue(due);
        const { debts } = await rehearsal.breakAgreement({ caseId, agreementId: 'acordo-1', on: LATER, at: LATER_AT });
        await rehearsal.close();
        return debts[0]!.payments.reduce((sum, { amount }) => sum + amount, 0);
      };
      expect((await firstDebtTakes(2)) - (await firstDebtTakes(0))).toBe(200);
    });

    test('refuses what it could only answer wrongly', async () => {
      const caseId = await lived();
      const before = await dump();
      const rehearsal = await ledger().rehearsal();
      const refused = { code: 'rehearsal.unsupported' };
      await expect(rehearsal.recordPayment({ portfolio: PORTFOLIO, reference: 'x', amount: 1, paidOn: LATER, at: LATER_AT, caseId })).rejects.toMatchObject(
        refused,
      );
      await expect(
        rehearsal.reversePayment({ portfolio: PORTFOLIO, reference: 'y', paymentReference: 'pix-1', reversalKind: 'med', on: LATER, at: LATER_AT }),
      ).rejects.toMatchObject(refused);
      await expect(rehearsal.assignPayment({ portfolio: PORTFOLIO, reference: 'x', at: LATER_AT, caseId })).rejects.toMatchObject(refused);
      await expect(rehearsal.eraseDebtor(ANA, PORTFOLIO, LATER_AT)).rejects.toMatchObject(refused);
      await expect(rehearsal.eraseInactive(LATER, LATER_AT)).rejects.toMatchObject(refused);
      await rehearsal.close();
      expect(await dump()).toEqual(before);
    });
  });
}
