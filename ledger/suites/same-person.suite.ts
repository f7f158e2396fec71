import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policiesSchema } from '../../core/cadence/policies.ts';
import type { ContactStatus } from '../../core/case/index.ts';
import { addDays } from '../../core/civil-date.ts';
import { capsFor, guard } from '../../core/guard/index.ts';
import type { Ledger } from '../ledger.ts';
import { AT, claimFor, IMPORT, importedCase, importOne, ON, PORTFOLIO, runWith } from '../testing/fixtures.ts';

const STATUSES: readonly ContactStatus[] = ['claimed', 'composed', 'sent', 'failed', 'delivered', 'read', 'answered', 'unknown'];

const past = fc.record({
  daysAgo: fc.integer({ min: -3, max: 9 }),
  status: fc.constantFrom(...STATUSES),
  /** A receipt after the failure: it had arrived all the same. */
  arrivedAfterAll: fc.boolean(),
  elsewhere: fc.boolean(),
});

export function samePersonSuite(ledger: () => Ledger): void {
  const subject = async (caseId: string) => (await ledger().loadCases([caseId])).get(caseId)!;
  const inPortfolio = async (portfolio: string, document = '52998224725') =>
    (await ledger().importCases([importedCase({ document })], { ...IMPORT, portfolio }))[0]!.caseId;
  const runOf = (portfolio: string, creditor: string) => {
    const run = runWith({ id: `run-${portfolio}`, cadenceId: `regua-${portfolio}`, portfolio });
    return ledger().startRun({ ...run, settings: { ...run.settings, creditor: { ...run.settings.creditor, document: creditor } } });
  };

  describe('one person in several portfolios', () => {
    test('the guard and the claim count alike: what one lets through the other does, whatever came before and wherever', { timeout: 120_000 }, async () => {
      let story = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(past, { maxLength: 5 }),
          fc.record({ perDay: fc.integer({ min: 1, max: 2 }), perSevenDays: fc.integer({ min: 1, max: 4 }) }),
          fc.constantFrom('charge' as const, 'thanks' as const),
          async (history, frequency, purpose) => {
            story += 1;
            const document = String(story).padStart(11, '0');
            const caseId = await inPortfolio(PORTFOLIO, document);
            const other = await inPortfolio('outra', document);
            for (const [index, { daysAgo, status, arrivedAfterAll, elsewhere }] of history.entries()) {
              const localDate = addDays(ON, -daysAgo);
              const [claimed] = await ledger().claim([claimFor(elsewhere ? other : caseId, { stepId: `s${index}`, localDate, at: `${localDate}T12:00:00Z` })]);
              if (claimed?.kind !== 'claimed') throw new Error('an uncapped claim is granted');
              if (status !== 'claimed') await ledger().recordOutcomes([{ contactId: claimed.contactId, status, at: `${localDate}T12:00:00Z` }]);
              if (status === 'failed' && arrivedAfterAll)
                await ledger().recordReceipts({
                  portfolio: elsewhere ? 'outra' : PORTFOLIO,
                  receipts: [{ contactId: claimed.contactId, status: 'delivered', at: `${localDate}T13:00:00Z` }],
                });
            }
            const policies = policiesSchema.parse({ frequency });
            const verdict = guard({
              subject: await subject(caseId),
              channel: 'whatsapp',
              contactPoint: null,
              message: null,
              purpose,
              policies,
              now: '2026-03-10T14:00:00Z',
              on: ON,
            });
            const [claim] = await ledger().claim([claimFor(caseId, { stepId: 'hoje', purpose, caps: capsFor(purpose, frequency) })]);
            expect(verdict.allowed ? 'allowed' : verdict.code).toBe(claim?.kind === 'claimed' ? 'allowed' : 'frequency');
          },
        ),
        { numRuns: 60 },
      );
    });

    test('an opt-out is said to the creditor: it holds in all of their portfolios, one channel or all', async () => {
      const first = await importOne(ledger());
      const second = await inPortfolio('outra');
      await runOf(PORTFOLIO, '11.222.333/0001-81');
      await runOf('outra', '11222333000181');
      await ledger().recordOptOut({ caseId: first, channel: 'sms', at: AT });
      expect((await subject(second)).debtor.optedOut).toEqual(['sms']);
      await ledger().recordOptOut({ caseId: second, channel: 'all', at: AT });
      expect([...(await subject(first)).debtor.optedOut].sort()).toEqual(['all', 'sms']);
      // Somebody who is imported for the same creditor later is not asked again.
      const third = await inPortfolio('terceira');
      await runOf('terceira', '11222333000181');
      expect((await subject(third)).debtor.optedOut).toContain('all');
      expect((await ledger().takeDue({ portfolio: 'terceira', on: ON, now: AT, limit: 1, leaseMs: 1, owner: 'teste' }))[0]!.debtor.optedOut).toContain('all');
    });

    test('another creditor has to be told, too; one that is not known yet is taken for the same', async () => {
      const first = await importOne(ledger());
      const second = await inPortfolio('outra');
      await ledger().recordOptOut({ caseId: first, channel: 'all', at: AT });
      expect((await subject(second)).debtor.optedOut).toEqual(['all']);
      await runOf(PORTFOLIO, '11222333000181');
      expect((await subject(second)).debtor.optedOut).toEqual(['all']);
      await runOf('outra', '11444777000161');
      expect((await subject(second)).debtor.optedOut).toEqual([]);
      expect((await subject(first)).debtor.optedOut).toEqual(['all']);
    });

    test('nobody else is silenced', async () => {
      const first = await importOne(ledger());
      const bruno = await inPortfolio('outra', '11144477735');
      await ledger().recordOptOut({ caseId: first, channel: 'all', at: AT });
      expect((await subject(bruno)).debtor.optedOut).toEqual([]);
      expect(await subject(bruno)).not.toHaveProperty('contactsElsewhere');
    });
  });
}
