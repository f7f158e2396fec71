import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IExecuteFunctions } from 'n8n-workflow';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { AT, importedCase, importedDebt, importOne, ON, PORTFOLIO, runWith } from '../../ledger/testing/fixtures.ts';
import { chooseSteps } from './choose-steps.ts';

let folder: string;
let file: string;
let ledger: Ledger;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T14:00:00Z') });
  folder = mkdtempSync(join(tmpdir(), 'regua-steps-'));
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
  chooseSteps.call({
    getNodeParameter: (name: string, _index: number, fallback: unknown) => parameters[name] ?? fallback,
    getNode: () => ({ id: 'n', name: 'Nó', type: 'n8n-nodes-regua.cadenceStep', typeVersion: 9, parameters: {}, credentials: { reguaLedger: {} } }),
    getCredentials: () => Promise.resolve({ engine: 'sqlite', file }),
    getInputData: () => input.map((json) => ({ json })),
    getExecutionId: () => '',
    isToolExecution: () => false,
    addExecutionHints: () => undefined,
    logger: { warn: () => undefined },
  } as unknown as IExecuteFunctions);

describe('instalments of two agreements that are to be reminded of on one day', () => {
  it('are spoken of one a day: the case comes back tomorrow, though no step waits for it', async () => {
    const caseId = await importOne(ledger, importedCase({}, [importedDebt({ number: 'A' }), importedDebt({ number: 'B' })]));
    const { debts } = (await ledger.loadCases([caseId])).get(caseId)!;
    await ledger.startRun(runWith({ id: 'r' }));
    const agree = (index: number) =>
      ledger.saveAgreement({
        id: `acordo-${index + 1}`,
        caseId,
        madeOn: ON,
        debtIds: [debts[index]!.id],
        originalTotal: 10_000,
        total: 10_000,
        installments: [
          { number: 1, dueDate: '2026-03-13', amount: 5_000 },
          { number: 2, dueDate: '2026-04-13', amount: 5_000 },
        ],
        status: 'active',
        at: AT,
      });
    const steps = { step: [{ id: 'd60', name: 'D+60', day: 60 }] };
    const item = { caseId, cadenceId: 'classica', runId: 'r', today: ON, why: [] };
    const reminded = async () => {
      const outputs = await run({ cadenceId: 'classica', trackId: 'unica', steps }, [item]);
      expect(outputs.slice(0, -1)).toEqual([[], []]);
      const { event, step } = outputs.at(-1)![0]!.json as unknown as { event: { agreementId: string }; step: { nextActionOn: string } };
      return [event.agreementId, step.nextActionOn];
    };
    await agree(0);
    const [, alone] = await reminded();
    expect(alone! > '2026-03-11').toBe(true);
    await agree(1);
    expect(await reminded()).toEqual(['acordo-1', '2026-03-11']);
    expect((await ledger.findCases({ portfolio: PORTFOLIO, caseId }))[0]!.subject.steps).toMatchObject([
      { stepId: 'parcela-1-antes-3', cycle: 'acordo-1', status: 'entered' },
    ]);
  });
});
