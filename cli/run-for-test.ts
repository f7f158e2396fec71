import { randomUUID } from 'node:crypto';
import type { ExitCode, Io } from './io.ts';
import { runCli } from './router.ts';

export interface RunForTest {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
  /** What a script would read; the tests name the keys they mean. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- JSON of any command
  readonly json: any;
}

/** Runs a command line in memory, over files that it may read and write; today is 1 June 2026 unless `io` says otherwise. */
export async function runForTest(line: string | readonly string[], files: Record<string, string> = {}, io: Partial<Io> = {}): Promise<RunForTest> {
  let out = '';
  let err = '';
  const code = await runCli(typeof line === 'string' ? line.split(' ') : line, {
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    readFile: async (path) => files[path] ?? '',
    readBytes: async (path) => new TextEncoder().encode(files[path] ?? ''),
    writeFile: async (path, content) => void (files[path] = String(content)),
    randomUUID,
    today: () => '2026-06-01',
    ...io,
  });
  // Several lines of JSON are no document.
  const isDocument = out.startsWith('{') && !out.includes('}\n{');
  return { code, out, err, json: isDocument ? JSON.parse(out) : undefined };
}
