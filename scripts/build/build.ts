// `npm run build`: builds what changed since the last time; `--force` builds all.
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
    sources: [...common, 'ledger', 'providers', 'nodes', 'credentials', 'cli'],
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

mkdirSync(distFolder, { recursive: true });
// Tests, start and a person's own build may come at the same time.
await withLock(join(repoRoot, 'node_modules', '.regua-build.lock'), async () => {
  for (const part of parts) {
    if (!part.exists()) continue;
    const hash = hashOfSources(part.sources);
    if (!process.argv.includes('--force') && readStamps()[part.name] === hash && existsSync(part.result)) continue;
    const started = Date.now();
    await part.build();
    writeFileSync(stampFile, JSON.stringify({ ...readStamps(), [part.name]: hash }));
    process.stderr.write(`construído: ${part.label}, em ${((Date.now() - started) / 1000).toFixed(1).replace('.', ',')} s\n`);
  }
});
