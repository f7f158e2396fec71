import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repoRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Shared by every clone of the project on this machine, so that a second clone does not pay again. */
export const cacheRoot =
  process.env.REGUA_CACHE || (process.env.XDG_CACHE_HOME ? join(process.env.XDG_CACHE_HOME, 'regua') : join(homedir(), '.cache', 'regua'));

/** First 12 hex digits of the SHA-256 of the files, in the order given. */
export function hashOfFiles(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 12);
}
