// `npm run bench:n8n -- [CASES]`: a run of so many due cases in a real n8n, sending to loopback, beside the same by stock nodes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleCases } from '../../core/simulation/index.ts';
import { toWorkflow, type N8nWorkflow } from '../../core/workflow/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { findTemplate } from '../../templates/index.ts';
import { N8nCli } from '../n8n/cli.ts';
import { startOutbox } from '../outbox/outbox.ts';
import { demoCredentials, refsOf } from '../start/demo.ts';

const TODAY = '2026-11-23';
const manual = { id: 'start', name: 'Rodar', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0] as [number, number], parameters: {} };
const count = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'regua-bench-'));
const outbox = await startOutbox({ dataDir: join(folder, 'outbox') });
try {
  const cli = new N8nCli(join(folder, 'n8n'), { REGUA_TODAY: TODAY });
  const credentials = demoCredentials(outbox, 'segredo-so-da-medida');
  await cli.importCredentials(credentials);

  const ledger = openSqliteLedger({ file: join(folder, 'n8n', '.n8n', 'regua', 'ledger.sqlite') });
  await ledger.migrate();
  const cases = sampleCases(count, 7, TODAY).map(({ debtor, debts }) => ({ debtor, debts: debts.filter((debt) => debt.status === 'open') }));
  await ledger.importCases(cases, { portfolio: findTemplate('classica')!.document.portfolio, on: TODAY, at: `${TODAY}T12:00:00Z` });
  await ledger.close();

  const cadence = toWorkflow(findTemplate('classica')!.document, { credentials: refsOf(credentials) });
  const ours = await timed(cli, 'bench-regua', cadence);
  const sentByOurs = outbox.list().messages.length;
  outbox.clear();
  const stock = await timed(cli, 'bench-stock', stockWorkflow(count));
  const sentByStock = outbox.list().messages.length;
  const boot = await timed(cli, 'bench-empty', { name: 'vazio', nodes: [manual], connections: {}, settings: {} });

  const line = (name: string, seconds: number, sent: number): string =>
    `${name.padEnd(46)} ${(seconds - boot).toFixed(1).padStart(7)} s  ${String(sent).padStart(6)} mensagens  ${Math.round(count / (seconds - boot))} casos/s\n`;
  process.stdout.write(`${count} casos; o tempo de subir o n8n (${boot.toFixed(1)} s) foi descontado.\n`);
  process.stdout.write(line('Régua: régua clássica, com registro e guarda', ours, sentByOurs));
  process.stdout.write(line('Nós comuns: Code, Switch, Set, HTTP Request', stock, sentByStock));
} finally {
  await outbox.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function timed(cli: N8nCli, id: string, workflow: N8nWorkflow): Promise<number> {
  await cli.importWorkflow({ ...workflow, id });
  const started = performance.now();
  const { code, stdout } = await cli.run(['execute', `--id=${id}`], {}, 1_200_000);
  if (code !== 0) throw new Error(stdout.slice(-2000));
  return (performance.now() - started) / 1000;
}

/** What a person wires by hand for one message a case: no ledger, no guard, no memory. */
function stockWorkflow(items: number): N8nWorkflow {
  const node = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>) => ({
    id: name,
    name,
    type: `n8n-nodes-base.${type}`,
    typeVersion,
    position: [0, 0] as [number, number],
    parameters,
  });
  const days = [-3, 1, 7, 15, 30];
  const to = (name: string) => [{ node: name, type: 'main', index: 0 }];
  return {
    name: 'nós comuns',
    nodes: [
      manual,
      node('Casos', 'code', 2, {
        jsCode: `return Array.from({ length: ${items} }, (_, i) => ({ json: { phone: '+5511' + (900000000 + i), name: 'Cliente ' + i, amount: 100 + (i % 900), days: ${JSON.stringify(days)}[i % ${days.length}] } }));`,
      }),
      node('Etapa', 'switch', 3.2, {
        rules: {
          values: days.map((day) => ({
            conditions: {
              options: { caseSensitive: true, typeValidation: 'strict', version: 2 },
              combinator: 'and',
              conditions: [{ leftValue: '={{ $json.days }}', rightValue: day, operator: { type: 'number', operation: 'equals' } }],
            },
          })),
        },
        options: {},
      }),
      node('Texto', 'set', 3.4, {
        assignments: {
          assignments: [
            {
              id: 'a',
              name: 'text',
              type: 'string',
              value:
                '=Olá, {{ $json.name.split(" ")[0] }}! O valor de hoje é R$ {{ ($json.amount * 1.02 + $json.amount * 0.01 / 30 * Math.max(0, $json.days)).toFixed(2).replace(".", ",") }}.',
            },
          ],
        },
        includeOtherFields: true,
        options: {},
      }),
      node('Enviar', 'httpRequest', 4.2, {
        method: 'POST',
        url: `${outbox.gatewayUrl}/messages`,
        sendHeaders: true,
        headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${outbox.token}` }] },
        sendBody: true,
        specifyBody: 'json',
        jsonBody: '={{ JSON.stringify({ to: $json.phone, channel: "sms", text: $json.text, reference: $json.phone }) }}',
        options: {},
      }),
    ],
    connections: {
      Rodar: { main: [to('Casos')] },
      Casos: { main: [to('Etapa')] },
      Etapa: { main: days.map(() => to('Texto')) },
      Texto: { main: [to('Enviar')] },
    },
    settings: { executionOrder: 'v1' },
  };
}
