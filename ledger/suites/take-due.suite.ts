import { describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger.ts';
import { AT, IMPORT, importOne, ON, PORTFOLIO, portfolioOf } from '../testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';

export function takeDueSuite(ledger: () => Ledger, another: () => Promise<Ledger>): void {
  const query = { portfolio: PORTFOLIO, on: ON, now: AT, limit: 10, leaseMs: 60_000, owner: 'execução 1' };

  describe('takeDue', () => {
    test('gives the longest due first, up to the limit, and only of the portfolio', async () => {
      const outcomes = await ledger().importCases(portfolioOf(4), IMPORT);
      const ids = outcomes.map((outcome) => outcome.caseId);
      await ledger().importCases(portfolioOf(1), { ...IMPORT, portfolio: 'outra' });
      await ledger().schedule([
        { caseId: ids[3]!, nextActionOn: '2026-03-01' },
        { caseId: ids[1]!, nextActionOn: '2026-03-05' },
        { caseId: ids[0]!, nextActionOn: null },
        { caseId: ids[2]!, nextActionOn: '2026-03-11' },
      ]);
      expect((await ledger().takeDue(query)).map((found) => found.id)).toEqual([ids[3], ids[1]]);
    });

    test('a leased case is not given again until the lease ends or it is scheduled', async () => {
      const caseId = await importOne(ledger());
      const ids = async (now: string) => (await ledger().takeDue({ ...query, now })).map((found) => found.id);
      expect(await ids(AT)).toEqual([caseId]);
      expect(await ids('2026-03-10T12:00:59Z')).toEqual([]);
      expect(await ids('2026-03-10T12:01:00Z')).toEqual([caseId]);
      await ledger().schedule([{ caseId, nextActionOn: ON }]);
      expect(await ids('2026-03-10T12:01:01Z')).toEqual([caseId]);
    });

    test('executions at the same time get disjoint batches that cover everything', async () => {
      await ledger().importCases(portfolioOf(100), IMPORT);
      const twins = [ledger(), await another(), await another()];
      const batches: string[] = [];
      const drain = async (twin: Ledger, owner: string) => {
        for (;;) {
          const taken = await twin.takeDue({ ...query, limit: 7, owner });
          batches.push(...taken.map((found) => found.id));
          // A skipped lock may make one batch look empty in PostgreSQL; the others have those cases.
          if (taken.length === 0) return;
        }
      };
      await Promise.all(twins.map((twin, index) => drain(twin, `execução ${index}`)));
      expect(batches).toHaveLength(100);
      expect(new Set(batches).size).toBe(100);
    });

    test('executions that take a limited batch at the same instant each get a full one, while there is enough for both', async () => {
      await ledger().importCases(portfolioOf(40), IMPORT);
      const twins = [ledger(), await another()];
      for (let round = 0; round < 4; round += 1) {
        const batches = await Promise.all(twins.map((twin, index) => twin.takeDue({ ...query, limit: 5, owner: `execução ${round}-${index}` })));
        expect(batches.map((batch) => batch.length)).toEqual([5, 5]);
        expect(new Set(batches.flat().map(({ id }) => id)).size).toBe(10);
      }
      expect(await ledger().takeDue(query)).toEqual([]);
    });

    test('an event that comes while the case is held is not forgotten by its scheduling', async () => {
      const caseId = await importOne(ledger());
      await ledger().takeDue(query);
      await ledger().recordPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-1', amount: 100, paidOn: ON, at: AT, caseId });
      await ledger().schedule([{ caseId, nextActionOn: '2026-04-01' }]);
      expect(await ledger().takeDue(query)).toHaveLength(1);
      await ledger().schedule([{ caseId, nextActionOn: '2026-04-01' }]);
      expect(await ledger().takeDue(query)).toHaveLength(0);
    });

    test('the same holds when the case was going to rest for good', async () => {
      const caseId = await importOne(ledger());
      await ledger().takeDue(query);
      await ledger().recordDispute({ caseId, on: ON, at: AT });
      await ledger().schedule([{ caseId, nextActionOn: null }]);
      expect(await ledger().takeDue(query)).toHaveLength(1);
    });
  });
}
