import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ReguaError } from '../core/errors.ts';
import { NODE_PACKAGE } from '../core/workflow/parameters.ts';

/**
 * Where the built designer is, in a clone and in the installed package alike: both have it in `dist/designer` beside our package.json.
 * @throws ReguaError `serve.no-designer` when it was not built
 */
export function designerFolder(): string {
  const folder = join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'dist', 'designer');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new ReguaError(
    'serve.no-designer',
    `O designer não está em ${folder}. Num clone do projeto, rode npm run build; no pacote instalado, instale-o de novo.`,
  );
}

function packageRoot(folder: string): string {
  const manifest = join(folder, 'package.json');
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === NODE_PACKAGE) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new ReguaError('serve.no-designer', 'Não achei a pasta do pacote da Régua. Instale-o de novo.');
  return packageRoot(parent);
}
