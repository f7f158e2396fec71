import { describe, test } from 'vitest';
import type { ClaimInput, Ledger } from './ledger.ts';
import { AT, claimFor, IMPORT, ON, PORTFOLIO, portfolioOf } from './testing/fixtures.ts';
import { useLedger } from './testing/opened.ts';
import type { Engines } from './testing/opened.ts';
import { postgresEngines } from './testing/postgres.ts';
import { sqliteEngines } from './testing/sqlite.ts';

/** One run over ten thousand due cases, as the nodes do it; 10,000 divided by the mean is cases per second. */
const CASES = 10_000;
const BATCH = 1000;
const ROUNDS = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };

const portfolio = portfolioOf(CASES);

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}

interface Filled {
  readonly ledger: Ledger;
  readonly ids: readonly string[];
  /** New at every round, so that nothing is claimed already. Read once a round: the bench may start one while another ends. */
  cycle: number;
}

const measures: Record<string, (filled: Filled) => Promise<void>> = {
  'import again, nothing new': async ({ ledger }) => void (await ledger.importCases(portfolio, IMPORT)),
  load: async ({ ledger, ids }) => {
    for (const batch of batches(ids)) await ledger.loadCases(batch);
  },
  'lease with loading, then schedule': async ({ ledger, ids }) => {
    for (;;) {
      const taken = await ledger.takeDue({ portfolio: PORTFOLIO, on: ON, now: AT, limit: BATCH, leaseMs: 60_000, owner: 'bench' });
      if (taken.length === 0) break;
      await ledger.schedule(taken.map((subject) => ({ caseId: subject.id, nextActionOn: '2026-04-01' })));
    }
    await ledger.schedule(ids.map((caseId) => ({ caseId, nextActionOn: ON })));
  },
  'claim and record the outcome': async (filled) => {
    const cycle = (filled.cycle += 1);
    for (const batch of batches(filled.ids)) {
      const results = await filled.ledger.claim(batch.map((caseId) => claimOf(caseId, cycle)));
      const claimed = results.flatMap((result) => (result.kind === 'claimed' ? [result.contactId] : []));
      if (claimed.length !== batch.length) throw new Error('a claim was refused');
      await filled.ledger.recordOutcomes(claimed.map((contactId) => ({ contactId, status: 'sent', at: AT, providerMessageId: `m-${contactId}` })));
    }
  },
  'record steps': async (filled) => {
    filled.cycle += 1;
    const step = { cadenceId: 'classica', stepId: 'd1', cycle: String(filled.cycle), status: 'done' as const, on: ON, at: AT };
    for (const batch of batches(filled.ids)) await filled.ledger.recordSteps(batch.map((caseId) => ({ ...step, caseId })));
  },
};

const NO_LIMIT = { perDay: Number.MAX_SAFE_INTEGER, perSevenDays: Number.MAX_SAFE_INTEGER };
const claimOf = (caseId: string, cycle: number): ClaimInput => claimFor(caseId, { cycle: String(cycle), caps: NO_LIMIT, runId: 'run' });

function measure(engines: Engines): void {
  const { current } = useLedger(engines);
  test.for(Object.entries(measures))('%s', { timeout: 300_000 }, async ([name, run], { bench }) => {
    const ledger = current();
    const outcomes = await ledger.importCases(portfolio, IMPORT);
    const filled: Filled = { ledger, ids: outcomes.map((outcome) => outcome.caseId), cycle: 0 };
    await bench(name, () => run(filled)).run(ROUNDS);
  });
}

const sqlite = await sqliteEngines();
describe('SQLite, 10,000 cases', () => measure(sqlite));

const postgres = postgresEngines();
if ('missing' in postgres) console.warn(postgres.missing);
else describe('PostgreSQL on this machine without waiting for the disk, 10,000 cases', () => measure(postgres));
