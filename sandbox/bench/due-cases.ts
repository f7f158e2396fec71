// `npm run bench:n8n -- [CASES] [--rounds N] [--only NAME,…]`: so many due cases in a real n8n server, beside the same by stock nodes.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { CadenceDocument } from '../../core/cadence/document.ts';
import { sampleCases } from '../../core/simulation/index.ts';
import { toWorkflow } from '../../core/workflow/index.ts';
import { nodeNames, ROLES } from '../../core/workflow/names.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { repoRoot } from '../../scripts/bootstrap/paths.mjs';
import { findTemplate } from '../../templates/index.ts';
import type { N8n } from '../n8n/server.ts';
import { startN8n } from '../n8n/server.ts';
import { startOutbox } from '../outbox/outbox.ts';
import { anyFreePort } from '../ports.ts';
import { demoCredentials, refsOf } from '../start/demo.ts';

/** A Monday, eleven in the morning in São Paulo: everybody may be written to. */
const NOW = Date.parse('2026-11-23T14:00:00Z');
const TODAY = '2026-11-23';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, only: { type: 'string' }, profile: { type: 'boolean' } },
});
const count = Number(positionals[0] ?? 10_000);
const rounds = Number(values.rounds ?? 3);

const TEXT =
  'Olá, {{ $json.name.split(" ")[0] }}! O valor de hoje é R$ {{ ($json.amount * 1.02 + $json.amount * 0.01 / 30 * Math.max(0, $json.days)).toFixed(2).replace(".", ",") }}.';
const CODE_TEXT =
  '`Olá, ${json.name.split(" ")[0]}! O valor de hoje é R$ ${(json.amount * 1.02 + (json.amount * 0.01 / 30) * Math.max(0, json.days)).toFixed(2).replace(".", ",")}.`';

interface Figures {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMb: number;
  readonly longestStallMs: number;
  readonly messages: number;
}

/** What is measured; each round has a path, and a ledger, of its own. */
interface Contender {
  readonly name: string;
  readonly title: string;
  readonly workflow: (round: number) => Promise<{ readonly nodes: object[]; readonly connections: object }>;
}

const folder = mkdtempSync(join(tmpdir(), 'regua-bench-'));
const gateway = await startBareGateway();
const outbox = await startOutbox({ dataDir: join(folder, 'outbox') });
const meterPort = await anyFreePort();
const ledgerFile = (name: string, round: number): string => join(folder, `${name}-${round}.sqlite`);
const credentials = demoCredentials(outbox, 'segredo-so-da-medida').map((one) =>
  one.type === 'reguaGateway' ? { ...one, data: { ...one.data, baseUrl: gateway.url } } : one,
);
const hook = { id: 'hook', name: 'Começar', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0] };
const startOf = (path: string): object => ({
  ...hook,
  webhookId: path,
  parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', responseData: 'noData' },
});

const CONTENDERS: readonly Contender[] = [
  {
    name: 'compose',
    title: 'Régua: decide, escreve, reserva e grava; nada a enviar',
    workflow: (round) => cadence('compose', round, { email: false, compose: true }),
  },
  { name: 'http', title: 'Régua: o mesmo, enviado por HTTP', workflow: (round) => cadence('http', round, { email: false, compose: false }) },
  { name: 'mixed', title: 'Régua: HTTP e e-mail', workflow: (round) => cadence('mixed', round, { email: true, compose: false }) },
  { name: 'stock-rules', title: 'Nós comuns, por regras: Switch, Set, HTTP Request', workflow: () => Promise.resolve(stockRules()) },
  { name: 'stock-code', title: 'Um nó Code que envia 20 de cada vez', workflow: () => Promise.resolve(stockCode()) },
  { name: 'stock-code-dry', title: 'Um nó Code que só escreve, sem memória nem guarda', workflow: () => Promise.resolve(stockCodeDry()) },
];
const only = values.only?.split(',');
const contenders = CONTENDERS.filter(({ name }) => only?.includes(name) ?? true);
/** So many as ours sends, on both sides. */
let messages = count;

try {
  const ledgers = contenders.flatMap(({ name }) =>
    Array.from({ length: rounds }, (_, round) => ({
      id: `ledger-${name}-${round}`,
      name: `${name} ${round}`,
      type: 'reguaLedger',
      data: { engine: 'sqlite', file: ledgerFile(name, round) },
    })),
  );
  const n8n = await startN8n({
    userFolder: join(folder, 'n8n'),
    env: {
      NODE_OPTIONS: `--expose-gc --require ${join(repoRoot, 'sandbox/bench/meter.cjs')}${values.profile ? ` --cpu-prof --cpu-prof-dir=${join(tmpdir(), 'regua-prof')}` : ''}`,
      REGUA_BENCH_NOW: String(NOW),
      REGUA_BENCH_METER: String(meterPort),
      REGUA_DEMONSTRATION: '',
      EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none',
      N8N_PAYLOAD_SIZE_MAX: '64',
    },
  });
  try {
    await n8n.cli.importCredentials([...credentials, ...ledgers]);
    const figures = new Map<string, Figures[]>(contenders.map(({ name }) => [name, []]));
    for (let round = 0; round < rounds; round++)
      for (const contender of contenders) {
        const measured = await measure(n8n, contender, round);
        figures.get(contender.name)!.push(measured);
        process.stderr.write(`${contender.name} ${round + 1}/${rounds}: ${JSON.stringify(measured)}\n`);
      }
    process.stdout.write(
      `${count} casos que vencem hoje, medianas de ${rounds} rodadas alternadas num servidor n8n; ${cpus().length} núcleos. A CPU é só a do n8n.\n\n`,
    );
    process.stdout.write(
      '| o que roda | casos/s | mensagens/s | s | CPU s | mensagens | memória de pico, MB | maior parada, ms |\n|---|---|---|---|---|---|---|---|\n',
    );
    for (const { name, title } of contenders) {
      const of = (key: keyof Figures): number => median(figures.get(name)!.map((one) => one[key]));
      process.stdout.write(
        `| ${title} | ${name.startsWith('stock') ? '–' : Math.round(count / of('seconds'))} | ${Math.round(of('messages') / of('seconds'))} | ${of('seconds').toFixed(1)} | ${of('cpuSeconds').toFixed(1)} | ${of('messages')} | ${Math.round(of('peakMb'))} | ${Math.round(of('longestStallMs'))} |\n`,
      );
    }
  } finally {
    await n8n.stop();
  }
} finally {
  await outbox.stop();
  await gateway.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(n8n: N8n, contender: Contender, round: number): Promise<Figures> {
  const path = `${contender.name}-${round}`;
  const { nodes, connections } = await contender.workflow(round);
  const settings = { executionOrder: 'v1', timezone: 'America/Sao_Paulo', saveDataSuccessExecution: 'none' };
  const { id } = await n8n.api.call<{ id: string }>('POST', '/workflows', { name: path, settings, nodes: [startOf(path), ...nodes], connections });
  await n8n.api.call('POST', `/workflows/${id}/activate`);
  const listens = async () => (await (await fetch(`${n8n.url}/webhook/${path}`)).text()).includes('POST request');
  for (let tries = 0; tries < 100 && !(await listens()); tries++) await pause(100);
  gateway.taken = 0;
  outbox.clear();
  await fetch(`http://127.0.0.1:${meterPort}/reset`);
  const started = performance.now();
  const response = await fetch(`${n8n.url}/webhook/${path}`, { method: 'POST', signal: AbortSignal.timeout(1_200_000) });
  const seconds = (performance.now() - started) / 1000;
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}\n${await whyFailed(n8n)}`);
  const meter = (await (await fetch(`http://127.0.0.1:${meterPort}/`)).json()) as Omit<Figures, 'seconds' | 'messages'>;
  // After so much work n8n needs a moment before it takes its own database for ready again.
  for (let tries = 0; ; tries++) {
    try {
      await n8n.api.call('POST', `/workflows/${id}/deactivate`);
      break;
    } catch (error) {
      if (tries >= 20) throw error;
      await pause(500);
    }
  }
  const sent = gateway.taken + outbox.list().messages.length;
  if (contender.name === 'http') messages = sent;
  return { seconds, ...meter, messages: sent };
}

async function whyFailed(n8n: N8n): Promise<string> {
  const { data } = await n8n.api.call<{ data: { data?: { resultData?: { error?: object } } }[] }>('GET', '/executions?includeData=true&limit=1&status=error');
  return JSON.stringify(data[0]?.data?.resultData?.error)?.slice(0, 2000) ?? '';
}

async function cadence(name: string, round: number, { email, compose }: { readonly email: boolean; readonly compose: boolean }) {
  const template = findTemplate('classica')!.document;
  const id = `${name}-${round}`;
  const document: CadenceDocument = { ...template, id, portfolio: id, policies: { ...template.policies, channels: byGateway(template.policies.channels) } };
  const ledger = openSqliteLedger({ file: ledgerFile(name, round) });
  await ledger.migrate();
  const cases = sampleCases(count, 7, TODAY).map(({ debtor, debts }) => ({
    debtor: { ...debtor, contactPoints: debtor.contactPoints.filter(({ kind }) => email || kind !== 'email') },
    debts: debts.filter((debt) => debt.status === 'open'),
  }));
  await ledger.importCases(cases, { portfolio: document.portfolio, on: TODAY, at: `${TODAY}T12:00:00Z` });
  await ledger.close();
  const refs = { ...refsOf(credentials), reguaLedger: { id: `ledger-${name}-${round}`, name: `${name} ${round}` } };
  const workflow = toWorkflow(document, { credentials: refs });
  const trigger = nodeNames(document).get(ROLES.trigger)!;
  const nodes = workflow.nodes
    .filter((node) => node.name !== trigger)
    .map((node) => (compose && node.type.endsWith('.sendMessage') ? { ...node, parameters: { ...node.parameters, operation: 'composeOnly' } } : node));
  const { [trigger]: _, ...connections } = workflow.connections as Record<string, object>;
  return { nodes, connections: { ...connections, Começar: { main: [[{ node: nodeNames(document).get(ROLES.lookup)!, type: 'main', index: 0 }]] } } };
}

function byGateway(channels: CadenceDocument['policies']['channels']): CadenceDocument['policies']['channels'] {
  return Object.fromEntries(
    Object.entries(channels).map(([channel, policy]) => [channel, channel === 'sms' || channel === 'whatsapp' ? { ...policy, provider: 'gateway' } : policy]),
  ) as CadenceDocument['policies']['channels'];
}

/** What a person wires by hand for one message a case: no ledger, no guard, no memory. */
function stockRules() {
  const days = [-3, 1, 7, 15, 30];
  const nodes = [
    node('Casos', 'code', 2, { jsCode: itemsCode(days) }),
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
      assignments: { assignments: [{ id: 'a', name: 'text', type: 'string', value: `=${TEXT}` }] },
      includeOtherFields: true,
      options: {},
    }),
    node('Enviar', 'httpRequest', 4.2, {
      method: 'POST',
      url: `${gateway.url}/messages`,
      sendHeaders: true,
      headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${outbox.token}` }] },
      sendBody: true,
      specifyBody: 'json',
      jsonBody: '={{ JSON.stringify({ to: $json.phone, channel: "sms", text: $json.text, reference: $json.phone }) }}',
      options: {},
    }),
  ];
  const connections = {
    Começar: to('Casos'),
    Casos: to('Etapa'),
    Etapa: { main: days.map(() => [{ node: 'Texto', type: 'main', index: 0 }]) },
    Texto: to('Enviar'),
  };
  return { nodes, connections };
}

/** What somebody who programs writes in its place. */
function stockCode() {
  const send = `
const items = $input.all(); const done = [];
for (let from = 0; from < items.length; from += 20) {
  done.push(...await Promise.all(items.slice(from, from + 20).map(async ({ json }) => {
    const text = ${CODE_TEXT};
    const answer = await this.helpers.httpRequest({ method: 'POST', url: '${gateway.url}/messages', headers: { Authorization: 'Bearer x' }, json: true, body: { to: json.phone, channel: 'sms', text, reference: json.phone } });
    return { json: { ...json, text, id: answer.id } };
  })));
}
return done;`;
  return {
    nodes: [node('Casos', 'code', 2, { jsCode: itemsCode([-3, 1, 7, 15, 30]) }), node('Enviar', 'code', 2, { jsCode: send })],
    connections: { Começar: to('Casos'), Casos: to('Enviar') },
  };
}

function stockCodeDry() {
  const write = `return $input.all().map(({ json }) => ({ json: { ...json, text: ${CODE_TEXT} } }));`;
  return {
    nodes: [node('Casos', 'code', 2, { jsCode: itemsCode([-3, 1, 7, 15, 30]) }), node('Textos', 'code', 2, { jsCode: write })],
    connections: { Começar: to('Casos'), Casos: to('Textos') },
  };
}

function node(name: string, type: string, typeVersion: number, parameters: Record<string, unknown>): object {
  return { id: name, name, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0], parameters };
}

function to(name: string) {
  return { main: [[{ node: name, type: 'main', index: 0 }]] };
}

function itemsCode(days: readonly number[]): string {
  return `return Array.from({ length: ${messages} }, (_, i) => ({ json: { phone: '+5511' + (900000000 + i), name: 'Cliente ' + i, amount: 100 + (i % 900), days: ${JSON.stringify(days)}[i % ${days.length}] } }));`;
}

/** Takes every message and keeps none. */
async function startBareGateway() {
  const gateway = { url: '', taken: 0, stop: async () => {} };
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      gateway.taken += 1;
      response.writeHead(202, { 'content-type': 'application/json' }).end(`{"id":"m-${gateway.taken}","status":"sent"}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  gateway.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  gateway.stop = () => new Promise((resolve) => void server.close(() => resolve()));
  return gateway;
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
}
