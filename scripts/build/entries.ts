import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repoRoot } from './sources.ts';

/** From the output without extension (`nodes/DebtorLookup/DebtorLookup.node`) to the source file it is bundled from. */
export type Entries = Record<string, string>;

/**
 * What is bundled is what package.json declares: n8n reads the same lists, so a node cannot be built and not loaded.
 * @throws Error naming every declared file without a source
 */
export function readEntries(): Entries {
  const manifest = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8')) as {
    n8n?: { nodes?: string[]; credentials?: string[] };
    bin?: Record<string, string>;
  };
  const declared = [...(manifest.n8n?.nodes ?? []), ...(manifest.n8n?.credentials ?? []), ...Object.values(manifest.bin ?? {})];
  const entries = declared.map((output) => {
    const name = output.replace(/^(\.\/)?dist\//, '').replace(/\.js$/, '');
    return [name, join(repoRoot, `${name}.ts`)] as const;
  });
  const missing = entries.filter(([, source]) => !existsSync(source));
  // The command line is written beside the nodes; until its file is there the nodes can be built without it.
  const unbuildable = missing.filter(([name]) => !name.startsWith('cli/'));
  if (unbuildable.length > 0) {
    throw new Error(`Declarado no package.json, mas sem fonte: ${unbuildable.map(([name]) => `${name}.ts`).join(', ')}`);
  }
  return Object.fromEntries(entries.filter((entry) => !missing.includes(entry)));
}
