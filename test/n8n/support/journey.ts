import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import type { Ledger } from '../../../ledger/index.ts';
import { openSqliteLedger } from '../../../ledger/index.ts';
import { importedCase, importedDebt, importedPoint } from '../../../ledger/testing/fixtures.ts';
import type { ImportedCase } from '../../../core/portfolio/index.ts';
import { CadenceStep } from '../../../nodes/CadenceStep/CadenceStep.node.ts';
import { ChannelChoice } from '../../../nodes/ChannelChoice/ChannelChoice.node.ts';
import { DebtorLookup } from '../../../nodes/DebtorLookup/DebtorLookup.node.ts';
import { LtvTier } from '../../../nodes/LtvTier/LtvTier.node.ts';
import { SendMessage } from '../../../nodes/SendMessage/SendMessage.node.ts';
import type { Outbox } from '../../../sandbox/outbox/outbox.ts';
import { startOutbox } from '../../../sandbox/outbox/outbox.ts';
import { demoCredentials } from '../../../sandbox/start/demo.ts';
import type { CoreNode, Outputs } from './coreWorkflow.ts';
import { runInCore } from './coreWorkflow.ts';

/** A ledger in a file of its own and an outbox on loopback. */
export interface Bench {
  readonly folder: string;
  readonly file: string;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly credentials: Readonly<Record<string, object>>;
  close(): Promise<void>;
}

export async function openBench(): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'regua-bench-'));
  // What this n8n remembers of cadences and ledgers is this bench's own.
  process.env['N8N_USER_FOLDER'] = folder;
  const file = join(folder, 'ledger.sqlite');
  const ledger = openSqliteLedger({ file });
  await ledger.migrate();
  const outbox = await startOutbox({ dataDir: folder });
  return {
    folder,
    file,
    ledger,
    outbox,
    credentials: {
      reguaLedger: { engine: 'sqlite', file },
      ...Object.fromEntries(demoCredentials(outbox, 'segredo-dos-testes').map(({ type, data }) => [type, data])),
    },
    async close() {
      await ledger.close();
      await outbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `count` debtors with a phone and an e-mail, one debt each, due on 2026-03-09. */
export function debtors(count: number, change: Partial<ImportedCase['debtor']> = {}): ImportedCase[] {
  return Array.from({ length: count }, (_, index) =>
    importedCase(
      {
        name: `Pessoa ${index} da Silva`,
        document: String(index + 1).padStart(11, '0'),
        contactPoints: [
          importedPoint({ value: `+5511${String(900_000_001 + index)}` }),
          importedPoint({ kind: 'email', value: `pessoa${index}@exemplo.example` }),
        ],
        ...change,
      },
      [importedDebt({ number: `NF-${1000 + index}`, dueDate: '2026-03-09' })],
    ),
  );
}

export async function importDebtors(bench: Bench, cases: readonly ImportedCase[]): Promise<string[]> {
  const outcomes = await bench.ledger.importCases(cases, { portfolio: 'principal', on: '2026-03-01', at: '2026-03-01T12:00:00Z' });
  return outcomes.map(({ caseId }) => caseId);
}

export const creditor = {
  name: 'Loja Boa Ltda.',
  document: '11222333000181',
  address: 'Rua das Flores, 10',
  city: 'São Paulo',
  uf: 'SP',
  kind: 'EPP',
  phone: '1133334444',
  paymentUrl: 'https://pagar.example/{{caseId}}',
};

const BODY = 'Olá, {{ debtor.firstName }}. O título {{ debt.number }} venceu em {{ debt.dueDate }}.';

export interface JourneyOptions {
  readonly today?: string;
  readonly channels?: readonly string[];
  readonly policies?: object;
  readonly send?: object;
  readonly steps?: readonly object[];
}

/** Today's cases → tier → step → channel → message, in n8n's own engine. */
export function journey(bench: Bench, options: JourneyOptions = {}): CoreNode[] {
  const { credentials } = bench;
  const steps = options.steps ?? [
    { id: 'd1', name: 'Aviso', day: 1, doneWhen: 'action', provides: '', requires: '' },
    { id: 'd7', name: 'Formal', day: 7, doneWhen: 'action', provides: '', requires: '' },
  ];
  return [
    {
      name: 'lookup',
      node: new DebtorLookup(),
      credentials,
      parameters: {
        operation: 'due',
        today: options.today ?? '2026-03-10',
        cadenceId: 'regua',
        cadenceName: 'Teste',
        creditor,
        frequency: { perDay: 1, perSevenDays: 3 },
        policies: JSON.stringify(options.policies ?? {}),
      },
    },
    {
      name: 'tier',
      node: new LtvTier(),
      credentials,
      parameters: {
        tiers: {
          tier: [
            { id: 'vip', name: 'VIP', minLifetimeValue: '1.000.000,00' },
            { id: 'all', name: 'Todos' },
          ],
        },
      },
      to: ['step', 'step'],
    },
    { name: 'step', node: new CadenceStep(), credentials, parameters: { trackId: 'principal', steps: { step: steps } }, to: steps.map(() => 'channel') },
    { name: 'channel', node: new ChannelChoice(), credentials, parameters: { channels: options.channels ?? ['sms', 'email'], blockId: 'canal' } },
    {
      name: 'send',
      node: new SendMessage(),
      credentials,
      parameters: {
        operation: 'send',
        blockId: 'mensagem',
        purpose: 'charge',
        channel: 'chosen',
        texts: { text: [{ channel: 'any', body: BODY }] },
        ...options.send,
      },
    },
  ];
}

export function runJourney(bench: Bench, options: JourneyOptions = {}): Promise<Outputs> {
  return runInCore([{} as IDataObject], journey(bench, options));
}
