import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IExecuteFunctions } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { ANA, claimFor, importOne } from '../../ledger/testing/fixtures.ts';
import { findDebtor } from './find.ts';

let folder: string;
let file: string;
let ledger: Ledger;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T14:00:00Z') });
  folder = mkdtempSync(join(tmpdir(), 'regua-find-'));
  file = join(folder, 'ledger.sqlite');
  ledger = openSqliteLedger({ file });
  await ledger.migrate();
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
  vi.useRealTimers();
});

/** The node's run in n8n. */
const run = (parameters: Readonly<Record<string, unknown>>, input: readonly object[]) =>
  findDebtor.call({
    getNodeParameter: (name: string, _index: number, fallback: unknown) => parameters[name] ?? fallback,
    getNode: () => ({ id: 'n', name: 'Nó', type: 'n8n-nodes-regua.debtorLookup', typeVersion: 9, parameters: {}, credentials: { reguaLedger: {} } }),
    getCredentials: () => Promise.resolve({ engine: 'sqlite', file }),
    getInputData: () => input.map((json) => ({ json })),
    getExecutionId: () => '',
    isToolExecution: () => false,
    addExecutionHints: () => undefined,
    logger: { warn: () => undefined },
  } as unknown as IExecuteFunctions);

describe('a debtor who is looked up', () => {
  it('is shown with the last ten contacts, oldest first, and with the CPF masked', async () => {
    const caseId = await importOne(ledger);
    const days = Array.from({ length: 12 }, (_, index) => `2026-02-${String(index + 1).padStart(2, '0')}`);
    await ledger.claim(days.map((day) => claimFor(caseId, { stepId: day, at: `${day}T12:00:00.000Z`, localDate: day })));
    const [[found] = [], missing] = await run({ findBy: 'document', findValue: '529.982.247-25' }, [{}]);
    expect(missing).toEqual([]);
    expect((found!.json['contacts'] as { at: string }[]).map(({ at }) => at.slice(0, 10))).toEqual(days.slice(2));
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`${ANA}|529.982.247-25`));
  });

  it('shows why they were left in peace, and when the cadence looks again', async () => {
    const caseId = await importOne(ledger);
    const wait = { code: 'contested', reason: 'A dívida está contestada.', on: '2026-03-10' };
    await ledger.settle({ looks: [{ caseId, nextActionOn: null, wait }] });
    const [[found] = []] = await run({ findBy: 'document', findValue: '529.982.247-25' }, [{}]);
    expect(found!.json).toMatchObject({ nextActionOn: null, leftInPeace: [{ on: '2026-03-10', code: 'contested', reason: 'A dívida está contestada.' }] });
  });
});
