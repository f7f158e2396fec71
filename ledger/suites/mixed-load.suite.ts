import { describe, expect, test } from 'vitest';
import type { Ledger } from '../ledger.ts';
import { AT, claimFor, IMPORT, ON, PORTFOLIO, portfolioOf } from '../testing/fixtures.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';

export function mixedLoadSuite(ledger: () => Ledger, another: () => Promise<Ledger>): void {
  describe('mixed load', () => {
    test('executions, webhooks and imports at the same moment all get through, and nothing is booked twice', async () => {
      const table = portfolioOf(30);
      const ids = (await ledger().importCases(table, IMPORT)).map((outcome) => outcome.caseId);
      const shuffled = ids.toSorted((a, b) => a.slice(-6).localeCompare(b.slice(-6)));
      const one = ledger();
      const two = await another();
      const three = await another();
      const work: Promise<unknown>[] = [];
      for (let round = 0; round < 4; round += 1) {
        for (const [twin, list] of [
          [one, ids],
          [two, shuffled],
          [three, ids.toReversed()],
        ] as const) {
          work.push(
            twin.recordSteps(
              list.map((caseId) => ({ caseId, cadenceId: 'classica', stepId: `d${round}`, cycle: 'x', status: 'done' as const, on: ON, at: AT })),
            ),
            twin.schedule(list.map((caseId, index) => ({ caseId, nextActionOn: index % 2 === 0 ? ON : '2026-04-01' }))),
            twin.setTiers(list.map((caseId, index) => ({ caseId, tierId: `t${index % 3}` }))),
            twin.claim(list.map((caseId) => claimFor(caseId, { stepId: `d${round}` }))),
            twin.importCases(round % 2 === 0 ? table : table.toReversed(), IMPORT),
            twin.takeDue({ portfolio: PORTFOLIO, on: ON, now: AT, limit: 10, leaseMs: 1, owner: 'x' }),
            ...list
              .slice(0, 5)
              .flatMap((caseId) => [
                twin.recordPayment({ portfolio: ALL_PORTFOLIOS, reference: `${caseId}:${round}`, amount: 10, paidOn: ON, at: AT, caseId }),
                twin.recordOptOut({ caseId, channel: 'sms', at: AT }),
                twin.recordReply({ caseId, channel: 'whatsapp', text: 'oi', at: AT }),
              ]),
          );
        }
      }
      await Promise.all(work);
      const paid = new Set([...ids.slice(0, 5), ...shuffled.slice(0, 5), ...ids.toReversed().slice(0, 5)]);
      for (const [id, subject] of await ledger().loadCases(ids)) {
        expect(subject.contacts).toHaveLength(4);
        expect(subject.steps).toHaveLength(4);
        expect(subject.debts[0]!.payments).toHaveLength(paid.has(id) ? 4 : 0);
        expect(subject.debtor.optedOut).toEqual(paid.has(id) ? ['sms'] : []);
      }
    });
  });
}
