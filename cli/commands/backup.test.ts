import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runForTest } from '../run-for-test.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regua-backup-command-'));
  // As far as a backup looks into a ledger; the ledger's own tests copy a real one.
  const database = new DatabaseSync(join(folder, 'ledger.sqlite'));
  database.exec('create table cases (id); create table events (id); insert into cases values (1); insert into events values (1), (2)');
  database.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('copies a ledger and says what the copy holds', async () => {
  const [file, out] = [join(folder, 'ledger.sqlite'), join(folder, 'copia.sqlite')];
  expect((await runForTest(['backup', file, '--out', out, '--json'])).json).toEqual({ out, cases: 1, events: 2 });
  expect(existsSync(out)).toBe(true);
  expect((await runForTest(['backup', file, '--out', join(folder, 'outra.sqlite')])).out).toContain('1 caso, 2 eventos.');
});

it('says what is missing or in the way', async () => {
  const file = join(folder, 'ledger.sqlite');
  const error = async (...args: string[]) => (await runForTest(['backup', ...args, '--json'])).json.error;
  expect(await error()).toMatchObject({ code: 'usage.missing', field: 'file' });
  expect(await error(file)).toMatchObject({ code: 'usage.missing', field: 'out' });
  expect(await error(join(folder, 'nada.sqlite'), '--out', join(folder, 'x'))).toMatchObject({ code: 'backup.missing', field: 'file' });
  expect(await error(file, '--out', file)).toMatchObject({ code: 'backup.exists', field: 'out' });
});
