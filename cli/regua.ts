#!/usr/bin/env node
import { readFile, writeFile } from 'node:fs/promises';
import { ReguaError } from '../core/errors.ts';
import type { Io } from './io.ts';
import { runCli } from './router.ts';

const io: Io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: async (path) => {
    try {
      return path === '-' ? await readStdin() : await readFile(path, 'utf8');
    } catch (cause) {
      throw new ReguaError('file.unreadable', `Não consegui ler o arquivo "${path}". Confira o nome e a permissão.`, { field: 'file', cause });
    }
  },
  writeFile: async (path, content) => {
    try {
      await writeFile(path, content);
    } catch (cause) {
      throw new ReguaError('file.unwritable', `Não consegui gravar o arquivo "${path}". Confira a pasta e a permissão.`, { field: 'out', cause });
    }
  },
  today: () => {
    const now = new Date();
    return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
  },
};

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

// The exit code is set, not forced: what was written to a pipe still has to drain.
process.exitCode = await runCli(process.argv.slice(2), io);
