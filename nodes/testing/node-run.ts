import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';

/** What comes to a node: what an item says, and the content of a file it brings. */
export interface IncomingItem {
  readonly json: object;
  readonly file?: string | Uint8Array;
}

export interface NodeRun {
  readonly ledger: Ledger;
  /** What n8n showed above the output, of all runs of this test. */
  readonly hints: string[];
  /** Runs an operation as n8n does, with the parameters that aren't at their default. */
  run(
    operation: (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>,
    parameters: Readonly<Record<string, unknown>>,
    items: readonly IncomingItem[],
    /** Credentials beside the ledger's, by type. */
    credentials?: Readonly<Record<string, object>>,
  ): Promise<INodeExecutionData[][]>;
}

/** For each test of the file a new SQLite ledger, and as much of n8n as an operation asks for. It is 2026-03-10, 11:00 in Brasília. */
export function nodeRuns(): NodeRun {
  let folder: string;
  let file: string;
  let ledger: Ledger;
  const hints: string[] = [];
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-10T14:00:00Z') });
    folder = mkdtempSync(join(tmpdir(), 'regua-node-'));
    file = join(folder, 'ledger.sqlite');
    ledger = openSqliteLedger({ file });
    await ledger.migrate();
    hints.length = 0;
  });
  afterEach(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true, force: true });
    vi.useRealTimers();
  });
  return {
    get ledger() {
      return ledger;
    },
    hints,
    run: (operation, parameters, items, credentials = {}) =>
      operation.call({
        getNodeParameter: (name: string, _index: number, fallback: unknown) => parameters[name] ?? fallback,
        getNode: () => ({
          id: 'n',
          name: 'Nó',
          type: 'n8n-nodes-regua.node',
          typeVersion: 9,
          parameters: {},
          credentials: { reguaLedger: {}, ...credentials },
        }),
        getCredentials: (type: string) => Promise.resolve(credentials[type] ?? { engine: 'sqlite', file }),
        getInputData: () => items.map(({ json, file: content }) => ({ json, ...(content !== undefined && { binary: { data: {} } }) })),
        helpers: { getBinaryDataBuffer: (index: number) => Promise.resolve(Buffer.from(items[index]!.file ?? '')) },
        getExecutionId: () => '',
        isToolExecution: () => false,
        addExecutionHints: (...shown: NodeExecutionHint[]) => void hints.push(...shown.map(({ message }) => message)),
        logger: { warn: () => undefined },
      } as unknown as IExecuteFunctions),
  };
}
