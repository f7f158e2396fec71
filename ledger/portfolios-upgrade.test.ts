import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeLedger } from './compose-ledger.ts';
import { storeOf } from './engine.ts';
import { migrateToLatest, migrationsFor } from './migrations/index.ts';
import { openSqlite } from './sqlite/shared-connections.ts';
import { AT, runWith } from './testing/fixtures.ts';

let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'regua-upgrade-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const CREDITOR = { name: 'Loja Horizonte', document: '11222333000181' };

describe('a ledger from before portfolios had holders', () => {
  it('gives each portfolio to the cadence and creditor of its newest run', async () => {
    const { db, close } = openSqlite(join(folder, 'ledger.sqlite'));
    const ledger = composeLedger(storeOf(db, 'sqlite'), close);
    const all = Object.entries(migrationsFor('sqlite'));
    await migrateToLatest(db, 'sqlite', Object.fromEntries(all.filter(([name]) => name < '0005')));
    // As it was before: the runs of two cadences that shared a portfolio, and nobody who said whose it is.
    const settings = { ...runWith().settings, cadenceName: 'Segunda', creditor: { ...runWith().settings.creditor, ...CREDITOR } };
    for (const [id, cadence, at] of [
      ['r1', 'primeira', '2026-03-01T12:00:00.000Z'],
      ['r2', 'segunda', '2026-03-02T12:00:00.000Z'],
    ])
      await sql`insert into runs (id, cadence_id, portfolio, run_on, started_at, settings)
        values (${id}, ${cadence}, 'principal', ${at!.slice(0, 10)}, ${at}, ${JSON.stringify(settings)})`.execute(db);
    await ledger.migrate();
    expect(await ledger.portfolios()).toEqual([
      { portfolio: 'principal', cases: 0, holder: { portfolio: 'principal', cadenceId: 'segunda', cadenceName: 'Segunda', creditor: CREDITOR } },
    ]);
    await expect(ledger.startRun(runWith({ id: 'r3', cadenceId: 'primeira', portfolio: 'principal', startedAt: AT }))).rejects.toThrow('"Segunda"');
    await ledger.close();
  });
});
