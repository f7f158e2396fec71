import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import { openSqliteLedger } from '../index.ts';
import { importedCase, IMPORT } from '../testing/fixtures.ts';

const root = mkdtempSync(join(tmpdir(), 'regua-place-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, 'n-'));
  chmodSync(folder, 0o755);
});
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('a ledger’s file', () => {
  test('is readable by its owner only, with its side files and the folders made for it, whatever the process lets others see', async () => {
    const before = process.umask(0o000);
    try {
      const file = join(folder, 'um', 'dois', 'ledger.sqlite');
      const ledger = openSqliteLedger({ file });
      await ledger.migrate();
      await ledger.importCases([importedCase()], IMPORT);
      expect(readdirSync(join(folder, 'um', 'dois')).toSorted()).toEqual(['ledger.sqlite', 'ledger.sqlite-shm', 'ledger.sqlite-wal']);
      for (const name of ['ledger.sqlite', 'ledger.sqlite-shm', 'ledger.sqlite-wal']) expect(modeOf(join(folder, 'um', 'dois', name))).toBe('600');
      expect([modeOf(join(folder, 'um')), modeOf(join(folder, 'um', 'dois'))]).toEqual(['700', '700']);
      await ledger.close();
    } finally {
      process.umask(before);
    }
  });

  test('of an earlier version is closed to other users, and stays open to the group that its owner chose', async () => {
    const file = join(folder, 'ledger.sqlite');
    writeFileSync(file, '');
    chmodSync(file, 0o664);
    const ledger = openSqliteLedger({ file, whenMissing: 'refuse' });
    await ledger.migrate();
    expect(modeOf(file)).toBe('660');
    expect(modeOf(`${file}-wal`)).toBe('660');
    await ledger.close();
  });

  test('that is not there is never begun where somebody typed its path', () => {
    const file = join(folder, 'leger.sqlite');
    expect(() => openSqliteLedger({ file, whenMissing: 'refuse' })).toThrow(
      expect.objectContaining({ code: 'ledger.file-missing', field: 'file', message: expect.stringContaining(`"${file}" não existe`) }),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('begins on request, and only in a folder that is there', async () => {
    const ledger = openSqliteLedger({ file: join(folder, 'novo.sqlite'), whenMissing: 'create' });
    await ledger.migrate();
    await ledger.close();
    const lost = join(folder, 'volume', 'novo.sqlite');
    expect(() => openSqliteLedger({ file: lost, whenMissing: 'create' })).toThrow(
      expect.objectContaining({ code: 'ledger.folder-missing', message: expect.stringContaining(join(folder, 'volume')) }),
    );
    expect(existsSync(join(folder, 'volume'))).toBe(false);
  });

  test('is the same one through a link', async () => {
    mkdirSync(join(folder, 'dados'));
    symlinkSync(join(folder, 'dados'), join(folder, 'atalho'));
    const one = openSqliteLedger({ file: join(folder, 'dados', 'l.sqlite') });
    await one.migrate();
    await one.importCases([importedCase()], IMPORT);
    const same = openSqliteLedger({ file: join(folder, 'atalho', 'l.sqlite'), whenMissing: 'refuse' });
    expect(await same.exportDebtor('52998224725', ALL_PORTFOLIOS)).toBeDefined();
    await one.close();
    await same.close();
  });

  test('that is something else is said to be none', () => {
    const file = join(folder, 'carteira.csv');
    writeFileSync(file, 'nome;valor\n'.repeat(100));
    expect(() => openSqliteLedger({ file, whenMissing: 'refuse' })).toThrow(expect.objectContaining({ code: 'ledger.sqlite-open' }));
  });
});
