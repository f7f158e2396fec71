import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import { openSqliteLedger } from '../index.ts';
import type { Ledger } from '../ledger.ts';
import { ANA, importedCase, IMPORT, portfolioOf } from '../testing/fixtures.ts';
import { backUpSqlite } from './back-up.ts';

let folder: string;
let file: string;
let ledger: Ledger;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-backup-'));
  file = join(folder, 'ledger.sqlite');
  ledger = openSqliteLedger({ file });
  await ledger.migrate();
  await ledger.importCases([importedCase()], IMPORT);
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a backup of a ledger in use holds what a copy of its file alone loses', async () => {
  copyFileSync(file, join(folder, 'so-o-arquivo.sqlite'));
  const facts = backUpSqlite({ file, out: join(folder, 'copia.sqlite') });
  expect(facts.cases).toBe(1);
  expect(facts.events).toBeGreaterThan(0);
  const copy = openSqliteLedger({ file: join(folder, 'copia.sqlite'), whenMissing: 'refuse' });
  await copy.migrate();
  expect(JSON.stringify(await copy.exportDebtor(ANA, ALL_PORTFOLIOS))).toContain('Ana Souza');
  await copy.close();
  const alone = openSqliteLedger({ file: join(folder, 'so-o-arquivo.sqlite'), whenMissing: 'refuse' });
  await alone.migrate();
  expect(await alone.exportDebtor(ANA, ALL_PORTFOLIOS)).toBeUndefined();
  await alone.close();
});

test('a backup is one file for its owner only, and the ledger goes on', async () => {
  const before = process.umask(0o000);
  try {
    backUpSqlite({ file, out: join(folder, 'copia.sqlite') });
  } finally {
    process.umask(before);
  }
  expect((statSync(join(folder, 'copia.sqlite')).mode & 0o777).toString(8)).toBe('600');
  expect(readdirSync(folder).filter((name) => name.startsWith('copia'))).toEqual(['copia.sqlite']);
  await ledger.importCases(portfolioOf(3), IMPORT);
  expect(backUpSqlite({ file, out: join(folder, 'outra.sqlite') }).cases).toBe(4);
});

test('a backup writes over nothing and leaves nothing half', async () => {
  const out = join(folder, 'copia.sqlite');
  writeFileSync(out, 'algo precioso');
  expect(() => backUpSqlite({ file, out })).toThrow(expect.objectContaining({ code: 'backup.exists', field: 'out' }));
  expect(() => backUpSqlite({ file, out: file })).toThrow(expect.objectContaining({ code: 'backup.exists' }));
  expect(() => backUpSqlite({ file: join(folder, 'nada.sqlite'), out: join(folder, 'x') })).toThrow(
    expect.objectContaining({ code: 'backup.missing', field: 'file' }),
  );
  expect(existsSync(join(folder, 'nada.sqlite'))).toBe(false);
  expect(() => backUpSqlite({ file, out: join(folder, 'pasta', 'x') })).toThrow(expect.objectContaining({ code: 'backup.failed' }));
  writeFileSync(join(folder, 'texto'), 'olá, não sou um banco'.repeat(50));
  expect(() => backUpSqlite({ file: join(folder, 'texto'), out: join(folder, 'x') })).toThrow(expect.objectContaining({ code: 'backup.no-ledger' }));
  expect(readdirSync(folder).toSorted()).toEqual(['copia.sqlite', 'ledger.sqlite', 'ledger.sqlite-shm', 'ledger.sqlite-wal', 'texto']);
});
