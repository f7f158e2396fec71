import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { n8nFolder } from '../../scripts/bootstrap/n8n.mjs';

/** @returns command and first argument that start n8n under this very Node @throws Error when n8n is not installed */
export function n8nCommand(): [string, string] {
  const script = join(n8nFolder(), 'node_modules', 'n8n', 'bin', 'n8n');
  if (!existsSync(script)) throw new Error('O n8n ainda não está instalado: rode `npm start` ou `npm test` uma vez.');
  return [process.execPath, script];
}
