import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { storeOf } from './engine.ts';
import { acquireSqlite } from './sqlite/shared-connections.ts';

it('a transaction that need not reach the disk leaves the next one reaching it, also when it fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regua-engine-'));
  const { db, release } = acquireSqlite(join(folder, 'regua.sqlite'), 'create');
  const store = storeOf(db, 'sqlite');
  const synchronous = async () => (await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows[0]!.synchronous;
  const FULL = 2;
  expect(await synchronous()).toBe(FULL);
  const within = await store.write(async ({ db: trx }) => (await sql<{ synchronous: number }>`pragma synchronous`.execute(trx)).rows[0]!.synchronous, {
    durable: false,
  });
  expect([within, await synchronous()]).toEqual([1, FULL]);
  await expect(store.write(() => Promise.reject(new Error('não')), { durable: false })).rejects.toThrow('não');
  expect(await synchronous()).toBe(FULL);
  await release();
  rmSync(folder, { recursive: true, force: true });
});
