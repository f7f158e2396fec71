// `npm run build [-- nodes | designer] [--force]`: builds what changed since the last time, or all of it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../bootstrap/atomicFolder.mjs';
import { bundleDesigner } from './bundleDesigner.ts';
import { bundleNodes } from './bundleNodes.ts';
import { distFolder, hashOfSources, repoRoot } from './sources.ts';

type Part = { name: string; label: string; sources: string[]; result: string; build: () => Promise<void>; exists: () => boolean };

const common = ['core', 'templates', 'package.json', 'package-lock.json', 'scripts/build'];
const parts: Part[] = [
  {
    name: 'nodes',
    label: 'nós, credenciais e linha de comando',
    sources: [...common, 'ledger', 'providers', 'server', 'nodes', 'credentials', 'cli'],
    result: join(distFolder, 'package.json'),
    build: bundleNodes,
    exists: () => true,
  },
  {
    name: 'designer',
    label: 'designer',
    sources: [...common, 'builder-ui'],
    result: join(distFolder, 'designer', 'index.html'),
    build: bundleDesigner,
    exists: () => existsSync(join(repoRoot, 'builder-ui', 'index.html')),
  },
];

// Not in dist: all of dist is published.
const stampFile = join(repoRoot, 'node_modules', '.regua-built.json');

function readStamps(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

const named = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const force = process.argv.includes('--force');

mkdirSync(distFolder, { recursive: true });
// Tests, start and a person's own build may come at the same time.
await withLock(join(repoRoot, 'node_modules', '.regua-build.lock'), async () => {
  for (const part of parts) {
    if (!part.exists() || (named.length > 0 && !named.includes(part.name))) continue;
    const hash = hashOfSources(part.sources);
    if (!force && readStamps()[part.name] === hash && existsSync(part.result)) continue;
    const started = Date.now();
    try {
      await part.build();
    } catch (error) {
      process.stderr.write(`não foi possível construir: ${part.label}\n${(error as Error).message}\n`);
      process.exitCode = 1;
      continue;
    }
    writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [part.name]: hash }));
    process.stderr.write(`construído: ${part.label}, em ${((Date.now() - started) / 1000).toFixed(1).replace('.', ',')} s\n`);
  }
});
