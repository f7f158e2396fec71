import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where our files go when nothing else is said: beside n8n's own database, as n8n itself finds it. */
export function reguaFolder(): string {
  return join(process.env['N8N_USER_FOLDER'] || homedir(), '.n8n', 'regua');
}
