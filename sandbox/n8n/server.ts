import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import bcrypt from 'bcryptjs';
import { anyFreePort } from '../ports.ts';
import { endTree, killTree } from '../processTree.ts';
import { N8nCli } from './cli.ts';
import { n8nCommand } from './command.ts';
import { n8nEnvironment, type N8nEnvironment } from './environment.ts';
import { ensureApiKey, Session, type Owner, type PublicApi } from './session.ts';
import { prepareUserFolder } from './userFolder.ts';

export type N8nOptions = {
  /** Made if missing; n8n keeps its `.n8n` in it, we the log and the API key. */
  userFolder: string;
  /** Where our nodes come from: this clone by default. */
  packageFolder?: string;
  /** Any free one by default. */
  port?: number;
  /** A made-up one by default. */
  owner?: Owner;
  /** More settings, stronger than ours. */
  env?: N8nEnvironment;
  /** Milliseconds until n8n must answer; the first start migrates a database. */
  patienceMs?: number;
  /** Hears of the process as soon as there is one to end, long before it answers. */
  onSpawn?: (server: Pick<N8n, 'stop' | 'kill'>) => void;
};

export type N8n = {
  url: string;
  owner: Owner;
  logFile: string;
  /** The public API with a key of its own. */
  api: PublicApi;
  /** n8n's command line on the same user folder. */
  cli: N8nCli;
  login(): Promise<Session>;
  /** Rejects when n8n ends without having been asked to. */
  ended: Promise<never>;
  stop(): Promise<void>;
  /** For a second Ctrl+C. */
  kill(): void;
};

const STOP_PATIENCE_MS = 10_000;

/** Starts an n8n on loopback with our nodes in it and waits until it answers. @throws Error with the end of its log */
export async function startN8n({ userFolder, packageFolder, port, owner = madeUpOwner(), env = {}, patienceMs = 120_000, onSpawn }: N8nOptions): Promise<N8n> {
  prepareUserFolder(userFolder, packageFolder);
  const [command, script] = n8nCommand();
  const listenPort = port || (await anyFreePort());
  const url = `http://localhost:${listenPort}`;
  const logFile = join(userFolder, 'n8n.log');
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(command, [script, 'start'], {
    env: n8nEnvironment(userFolder, await anyFreePort(), {
      N8N_PORT: String(listenPort),
      N8N_LISTEN_ADDRESS: '127.0.0.1',
      N8N_EDITOR_BASE_URL: `${url}/`,
      WEBHOOK_URL: `${url}/`,
      // Loopback has no https.
      N8N_SECURE_COOKIE: 'false',
      N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
      N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
      N8N_INSTANCE_OWNER_EMAIL: owner.email,
      N8N_INSTANCE_OWNER_FIRST_NAME: 'Régua',
      N8N_INSTANCE_OWNER_LAST_NAME: 'Demonstração',
      N8N_INSTANCE_OWNER_PASSWORD_HASH: await bcrypt.hash(owner.password, 10),
      ...env,
    }),
    cwd: userFolder,
    stdio: ['ignore', log, log],
    // A group of its own: Ctrl+C in the terminal reaches us alone, and we end n8n with its task runner in order.
    detached: process.platform !== 'win32',
  });
  closeSync(log);
  const lastResort = () => killTree(child);
  process.once('exit', lastResort);

  let stopping = false;
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('exit', lastResort);
      killTree(child);
      if (!stopping) reject(new Error(`O n8n terminou sozinho (${signal ?? code}). Fim do registro em ${logFile}:\n${endOf(logFile)}`));
    });
  });
  ended.catch(() => {});
  const stop = async () => {
    stopping = true;
    await endTree(child, STOP_PATIENCE_MS);
  };
  const kill = () => {
    stopping = true;
    killTree(child);
  };
  onSpawn?.({ stop, kill });

  try {
    await Promise.race([untilReady(url, child, patienceMs, logFile), ended]);
    const api = await ensureApiKey(url, owner, userFolder);
    return { url, owner, logFile, api, cli: new N8nCli(userFolder, env), login: () => Session.login(url, owner), ended, stop, kill };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function untilReady(url: string, child: ChildProcess, patienceMs: number, logFile: string): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && child.exitCode === null) {
    try {
      const response = await fetch(`${url}/healthz/readiness`, { signal: AbortSignal.timeout(2000) });
      if (response.ok) return;
    } catch {
      // not listening yet
    }
    await pause(150);
  }
  throw new Error(`O n8n não respondeu em ${patienceMs / 1000} s. Fim do registro em ${logFile}:\n${endOf(logFile)}`);
}

function endOf(logFile: string): string {
  return readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n');
}

function madeUpOwner(): Owner {
  // n8n wants a number and a capital letter.
  return { email: 'demo@regua.example', password: `${randomBytes(12).toString('base64url')}A1` };
}
