import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Ledger } from '../../../ledger/index.ts';
import { openSqliteLedger } from '../../../ledger/index.ts';

type Operation = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/** An operation that reads a bank's file, on an empty ledger for each test; today is 10 March 2026. */
export function useBankFile(operation: Operation): { readonly ledger: () => Ledger; readonly run: (content: string | undefined) => Promise<object[][]> } {
  let folder: string;
  let file: string;
  let ledger: Ledger;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T14:00:00Z') });
    folder = mkdtempSync(join(tmpdir(), 'regua-bank-file-'));
    file = join(folder, 'ledger.sqlite');
    ledger = openSqliteLedger({ file });
    await ledger.migrate();
  });
  afterEach(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
    vi.useRealTimers();
  });
  /** The node's run in n8n on one incoming item: what leaves by each output. */
  const run = async (content: string | undefined) => {
    const outputs = await operation.call({
      getNodeParameter: (_name: string, _index: number, fallback: unknown) => fallback,
      getNode: () => ({ id: 'n', name: 'Nó', type: 'n8n-nodes-regua.payments', typeVersion: 1, parameters: {}, credentials: { reguaLedger: {} } }),
      getCredentials: () => Promise.resolve({ engine: 'sqlite', file }),
      getInputData: () => [{ json: {}, ...(content === undefined ? {} : { binary: { arquivo: {} } }) }],
      helpers: { getBinaryDataBuffer: () => Promise.resolve(Buffer.from(content ?? '')) },
      getExecutionId: () => '',
      isToolExecution: () => false,
      addExecutionHints: () => undefined,
      logger: { warn: () => undefined },
    } as unknown as IExecuteFunctions);
    return outputs.map((items) => items.map(({ json }) => json));
  };
  return { ledger: () => ledger, run };
}
