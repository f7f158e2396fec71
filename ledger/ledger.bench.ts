import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import type { ClaimInput, Ledger } from './ledger.ts';
import { openSqliteLedger } from './index.ts';
import { AT, claimFor, IMPORT, ON, PORTFOLIO, portfolioOf } from './testing/fixtures.ts';

/** One run over ten thousand due cases, as the nodes do it; divide 10,000 by the mean to get cases per second. */
const CASES = 10_000;
const BATCH = 1000;

const folder = await mkdtemp(join(tmpdir(), 'regua-bench-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const portfolio = portfolioOf(CASES);
let files = 0;

async function filled(): Promise<{ ledger: Ledger; ids: string[] }> {
  files += 1;
  const ledger = openSqliteLedger({ file: join(folder, `${files}.sqlite`) });
  await ledger.migrate();
  const outcomes = await ledger.importCases(portfolio, IMPORT);
  return { ledger, ids: outcomes.map((outcome) => outcome.caseId) };
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += BATCH) yield all.slice(from, from + BATCH);
}

const { ledger, ids } = await filled();
let cycle = 0;
const claims = (batch: readonly string[]): ClaimInput[] =>
  batch.map((caseId) => claimFor(caseId, { cycle: String(cycle), caps: { perDay: 1_000_000, perSevenDays: 1_000_000 }, runId: 'run' }));

async function claimAndSettle(): Promise<void> {
  cycle += 1;
  for (const batch of batches(ids)) {
    const results = await ledger.claim(claims(batch));
    await ledger.recordOutcomes(
      results.map((result) => ({
        contactId: result.kind === 'claimed' ? result.contactId : '',
        status: 'sent' as const,
        at: AT,
        providerMessageId: `m-${cycle}`,
      })),
    );
  }
}

const rounds = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };

const measures: Record<string, () => Promise<void>> = {
  'import again, nothing new': async () => void (await ledger.importCases(portfolio, IMPORT)),
  load: async () => {
    for (const batch of batches(ids)) await ledger.loadCases(batch);
  },
  'lease, load and schedule, twice over': async () => {
    for (;;) {
      const taken = await ledger.takeDue({ portfolio: PORTFOLIO, on: ON, now: AT, limit: BATCH, leaseMs: 60_000, owner: 'bench' });
      if (taken.length === 0) break;
      await ledger.schedule(taken.map((subject) => ({ caseId: subject.id, nextActionOn: '2026-04-01' })));
    }
    await ledger.schedule(ids.map((caseId) => ({ caseId, nextActionOn: ON })));
  },
  'claim and record the outcome': claimAndSettle,
  'record steps': async () => {
    for (const batch of batches(ids)) {
      await ledger.recordSteps(
        batch.map((caseId) => ({ caseId, cadenceId: 'classica', stepId: 'd1', cycle: String(cycle), status: 'done' as const, on: ON, at: AT })),
      );
    }
  },
};

describe('SQLite, 10,000 cases', () => {
  test.for(Object.entries(measures))('%s', { timeout: 120_000 }, async ([name, measure], { bench }) => {
    await bench(name, measure).run(rounds);
  });
});
