// What `npm start` runs once everything is in place: outbox, n8n and designer, until Ctrl+C.
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { whenParentIsGone } from '../scripts/bootstrap/parent.mjs';
import { repoRoot } from '../scripts/bootstrap/paths.mjs';
import { startLine } from '../scripts/bootstrap/progress.mjs';
import { parseStartOptions } from '../scripts/startOptions.mjs';
import { designerFolder, jsonLines, startServer } from '../server/index.ts';
import { startN8n, type N8n } from './n8n/server.ts';
import { startOutbox } from './outbox/outbox.ts';
import { deliveryWebhooks } from './start/deliveryWebhooks.ts';
import { demoCredentials, importDemo, placeSample, refsOf } from './start/demo.ts';
import { holdDataFolder } from './start/onlyOne.ts';
import { choosePorts } from './start/ports.ts';
import { readOrMakeSecrets } from './start/secrets.ts';
import { summary } from './start/summary.ts';

const OWNER_EMAIL = 'demo@regua.example';

/** As long as a phone that is on takes to say that it got a message. */
const RECEIPTS_AFTER_MS = 2000;

const say = (line: string) => process.stderr.write(`${line}\n`);
const toStop: (() => void | Promise<void>)[] = [];
let running: Pick<N8n, 'kill'> | undefined;
let n8nApi: N8n['api'] | undefined;
let stopping = false;

async function stop(exitCode: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  for (const one of toStop.reverse()) {
    try {
      await one();
    } catch (error) {
      say((error as Error).message);
      exitCode ||= 1;
    }
  }
  process.exit(exitCode);
}

function onSignal(): void {
  if (stopping) {
    // Asked twice: no more patience. What n8n had started goes with its process group, when this process exits.
    running?.kill();
    process.exit(130);
  }
  say('\nEncerrando… (Ctrl+C de novo encerra à força)');
  void stop(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
whenParentIsGone(() => {
  if (!stopping) onSignal();
});

async function main(): Promise<void> {
  const started = Date.now();
  const { data, today, receipts, ...asked } = parseStartOptions(process.argv.slice(2));
  const dataFolder = resolve(repoRoot, data);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  toStop.push(holdDataFolder(dataFolder));
  const secrets = readOrMakeSecrets(dataFolder);
  const ports = await choosePorts(asked, say);

  const outbox = await startOutbox({
    httpPort: ports.outboxPort,
    smtpPort: ports.smtpPort,
    dataDir: join(dataFolder, 'outbox'),
    token: secrets.token,
    smtpLogin: { user: 'regua', password: secrets.smtpPassword },
    // Outbox first, n8n later: nobody listens before it is there.
    deliveryWebhooks: async () => (n8nApi ? deliveryWebhooks(n8nApi) : []),
    webhookSecret: secrets.webhookSecret,
    ...(receipts ? { receiptsAfterMs: RECEIPTS_AFTER_MS } : {}),
  });
  toStop.push(() => outbox.stop());

  const filesFolder = join(dataFolder, 'arquivos');
  const sampleCsv = placeSample(filesFolder);
  const owner = { email: OWNER_EMAIL, password: secrets.ownerPassword };
  const endLine = startLine('n8n');
  const n8n = await startN8n({
    userFolder: join(dataFolder, 'n8n'),
    port: ports.n8nPort,
    owner,
    env: { N8N_RESTRICT_FILE_ACCESS_TO: filesFolder, ...(today ? { REGUA_TODAY: today } : {}) },
    onSpawn: (server) => {
      running = server;
      toStop.push(() => server.stop());
    },
  });
  n8nApi = n8n.api;
  const credentials = demoCredentials(outbox, secrets.webhookSecret);
  await importDemo(n8n.cli, dataFolder, credentials, sampleCsv);
  endLine('pronto');

  const designer = await startServer({
    port: ports.designerPort,
    designerFolder: designerFolder(),
    n8nUrl: n8n.url,
    log: jsonLines(say),
    session: {
      n8nUrl: n8n.url,
      apiKey: n8n.api.key,
      outboxUrl: outbox.url,
      portfolioUrl: '/demo/devedores.csv',
      portfolioFile: sampleCsv,
      credentials: refsOf(credentials),
      webhookSecret: secrets.webhookSecret,
    },
    sampleCsv,
  });
  toStop.push(() => designer.stop());

  process.stdout.write(
    summary({ designerUrl: designer.url, n8nUrl: n8n.url, outboxUrl: outbox.url, owner, sampleCsv, dataFolder, today, seconds: (Date.now() - started) / 1000 }),
  );
  await n8n.ended;
}

main().catch((error: unknown) => {
  if (stopping) return;
  say(`\n${(error as Error).message}`);
  void stop(1);
});
