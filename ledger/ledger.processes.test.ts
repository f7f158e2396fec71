import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteLedger } from './index.ts';
import type { Ledger } from './ledger.ts';
import { AT, claimFor, IMPORT, portfolioOf } from './testing/fixtures.ts';
import { ALL_PORTFOLIOS } from './portfolio-scope.ts';

const run = promisify(execFile);
const RIVAL = fileURLToPath(new URL('./testing/rival-process.ts', import.meta.url));

/** Starts another Node on the same file and reads its answer. */
async function rival<T>(file: string, command: string, caseIds: readonly string[] = []): Promise<T> {
  const { stdout } = await run(process.execPath, ['--disable-warning=ExperimentalWarning', RIVAL, file, command, ...caseIds]);
  return JSON.parse(stdout) as T;
}

describe('several processes on one SQLite file', { timeout: 120_000 }, () => {
  let folder: string;
  let file: string;
  let ledger: Ledger;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regua-processes-'));
    file = join(folder, 'regua.sqlite');
    ledger = openSqliteLedger({ file });
  });
  afterEach(async () => {
    await ledger.close();
    await rm(folder, { recursive: true, force: true });
  });

  const filled = async (count: number): Promise<string[]> => {
    await ledger.migrate();
    return (await ledger.importCases(portfolioOf(count), IMPORT)).map((outcome) => outcome.caseId);
  };

  test('take disjoint batches that cover everything', async () => {
    const ids = await filled(300);
    const taken = await Promise.all([rival<string[]>(file, 'take'), rival<string[]>(file, 'take'), rival<string[]>(file, 'take')]);
    expect(taken.flat().sort()).toEqual(ids.sort());
  });

  test('claim each block exactly once between them', async () => {
    const ids = await filled(60);
    const kinds = await Promise.all([
      rival<string[]>(file, 'claim', ids),
      rival<string[]>(file, 'claim', ids.toReversed()),
      rival<string[]>(file, 'claim', ids),
    ]);
    expect(kinds.flat().filter((kind) => kind === 'claimed')).toHaveLength(60);
    expect(kinds.flat().filter((kind) => kind === 'already')).toHaveLength(120);
    for (const subject of (await ledger.loadCases(ids)).values()) expect(subject.contacts).toHaveLength(1);
  });

  test('what another writes is seen at once, also of a case that was just looked at', async () => {
    const [id] = await filled(1);
    expect((await ledger.loadCases([id!])).get(id!)!.contacts).toEqual([]);
    await rival(file, 'claim', [id!]);
    expect((await ledger.loadCases([id!])).get(id!)!.contacts).toHaveLength(1);
  });

  test('a crash between claim and outcome leaves unknown, and nothing is sent again', async () => {
    const ids = await filled(5);
    await expect(rival(file, 'claim-and-die', ids)).rejects.toMatchObject({ signal: 'SIGKILL' });
    expect(await ledger.reconcileStale('2026-03-10T12:00:01Z', '2026-03-10T13:00:00Z')).toBe(5);
    const again = await ledger.claim(ids.flatMap((caseId) => [claimFor(caseId), claimFor(caseId, { channel: 'sms' })]));
    expect(again).toHaveLength(10);
    for (const result of again) expect(result).toMatchObject({ kind: 'already', contact: { status: 'unknown' } });
    expect(await ledger.tasks({ status: 'open' })).toHaveLength(5);
  });

  test('may all create and migrate the same new file', async () => {
    expect(await Promise.all([rival(file, 'migrate'), rival(file, 'migrate'), rival(file, 'migrate'), ledger.migrate().then(() => true)])).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(await ledger.importCases(portfolioOf(1), IMPORT)).toHaveLength(1);
  });
});

describe('several ledgers in one process', () => {
  test('share the file, and the last one to close it closes it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regua-shared-'));
    const first = openSqliteLedger({ file: join(folder, 'novo', 'regua.sqlite') });
    const second = openSqliteLedger({ file: join(folder, 'novo', '..', 'novo', 'regua.sqlite') });
    await first.migrate();
    await Promise.all([first.importCases(portfolioOf(20), IMPORT), second.importCases(portfolioOf(20), IMPORT)]);
    await first.close();
    await first.close();
    expect(await second.findCases({ portfolio: ALL_PORTFOLIOS, document: '00000000000' })).toHaveLength(1);
    await second.close();
    await expect(second.ping()).rejects.toThrow();
    const third = openSqliteLedger({ file: join(folder, 'novo', 'regua.sqlite') });
    expect(await third.findCases({ portfolio: ALL_PORTFOLIOS, document: '00000000019' })).toHaveLength(1);
    await third.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('a place that cannot be written is said so', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regua-shared-'));
    await writeFile(join(folder, 'arquivo'), 'isto não é um banco de dados');
    for (const file of [join(folder, 'arquivo', 'regua.sqlite'), join(folder, 'arquivo'), folder]) {
      expect(() => openSqliteLedger({ file })).toThrow(expect.objectContaining({ code: 'ledger.sqlite-open', message: expect.stringContaining(file) }));
    }
    await rm(folder, { recursive: true, force: true });
  });

  test('a ledger in memory is its own', async () => {
    const [one, two] = [openSqliteLedger({ file: ':memory:' }), openSqliteLedger({ file: ':memory:' })];
    await one.migrate();
    await one.importCases(portfolioOf(1), IMPORT);
    await two.migrate();
    expect(await two.findCases({ portfolio: ALL_PORTFOLIOS, document: '00000000000' })).toEqual([]);
    expect(await one.takeDue({ portfolio: IMPORT.portfolio, on: IMPORT.on, now: AT, limit: 1, leaseMs: 1, owner: 'x' })).toHaveLength(1);
    await Promise.all([one.close(), two.close()]);
  });
});
