#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { ReguaError } from '../core/errors.ts';
import type { Io } from './io.ts';
import { runCli } from './router.ts';

const io: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: async (path) => (await readBytes(path)).toString('utf8'),
  readBytes,
  writeFile: async (path, content) => {
    try {
      await writeFile(path, content);
    } catch (cause) {
      throw new ReguaError('file.unwritable', `Não consegui gravar o arquivo "${path}". Confira a pasta e a permissão.`, { field: 'out', cause });
    }
  },
  fetchJson: async (address) => {
    try {
      const response = await fetch(address, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(30_000) });
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } catch (cause) {
      throw new ReguaError('network.unreachable', `Não consegui falar com ${new URL(address).host}. Confira a internet e tente de novo.`, {
        field: 'fetch',
        cause,
      });
    }
  },
  randomUUID,
  untilStopped: () =>
    new Promise((resolve) => {
      // Asked a second time, the process ends as any other does.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
    }),
  openInBrowser: (address) => {
    const [command, ...args] = process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['cmd', '/c', 'start', ''] : ['xdg-open'];
    const opened = spawn(command!, [...args, address], { stdio: 'ignore', detached: true });
    // The address stands in the terminal all the same.
    opened.once('error', () => undefined);
    opened.unref();
  },
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  },
};

async function readBytes(path: string): Promise<Buffer> {
  try {
    return path === '-' ? await readStdin() : await readFile(path);
  } catch (cause) {
    throw new ReguaError('file.unreadable', `Não consegui ler o arquivo "${path}". Confira o nome e a permissão.`, { field: 'file', cause });
  }
}

async function readStdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

// `regua … | head` closes the pipe early: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set, not forced: what was written to a pipe still has to drain.
try {
  process.exitCode = await runCli(process.argv.slice(2), io);
} catch (error) {
  // Neither a finding nor wrong use: a defect of ours, told apart by its own code (EX_SOFTWARE).
  process.stderr.write(`Erro inesperado da Régua: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 70;
}
