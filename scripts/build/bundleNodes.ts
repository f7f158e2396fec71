import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { rolldown, type OutputChunk } from 'rolldown';
import { readEntries, type Entries } from './entries.ts';
import { licenseNotices } from './licenses.ts';
import { distFolder, repoRoot, sourceFiles } from './sources.ts';

/**
 * n8n brings n8n-workflow itself, and our nodes must use that very copy: its error classes are recognized by identity.
 * pg asks for the two others only if a person has installed them.
 */
const external = [/^node:/, ...builtinModules, 'n8n-workflow', 'pg-native', 'pg-cloudflare'];

const outputFolders = ['nodes', 'credentials', 'cli', 'chunks'];

/**
 * Bundles nodes, credentials and command line into `dist`. Everything from npm goes in: the published package has no
 * runtime dependencies. Nodes become CommonJS, the only form n8n loads, with what they share in common chunks; the
 * command line stays an ES module in a folder of its own, because it waits at top level.
 */
export async function bundleNodes(): Promise<void> {
  const entries = Object.entries(readEntries());
  const isCli = ([name]: [string, string]) => name.startsWith('cli/');
  mkdirSync(distFolder, { recursive: true });
  const chunks = [
    ...(await bundle(Object.fromEntries(entries.filter((entry) => !isCli(entry))), 'cjs', 'chunks')),
    ...(await bundle(Object.fromEntries(entries.filter(isCli)), 'es', 'cli/chunks')),
  ];
  const written = new Set(chunks.map((chunk) => chunk.fileName));
  writeFileSync(join(distFolder, 'THIRD-PARTY-LICENSES.txt'), licenseNotices(chunks.flatMap((chunk) => chunk.moduleIds)));
  for (const file of sourceFiles(['nodes', 'credentials']).filter((name) => /\.(svg|png|node\.json)$/.test(name))) {
    mkdirSync(dirname(join(distFolder, file)), { recursive: true });
    cpSync(join(repoRoot, file), join(distFolder, file));
    written.add(file);
  }
  writeFileSync(join(distFolder, 'package.json'), '{"type":"commonjs"}\n');
  if (entries.some(isCli)) {
    writeFileSync(join(distFolder, 'cli', 'package.json'), '{"type":"module"}\n');
    written.add('cli/package.json');
  }
  removeAllBut(written);
}

async function bundle(input: Entries, format: 'cjs' | 'es', chunkFolder: string): Promise<OutputChunk[]> {
  if (Object.keys(input).length === 0) return [];
  const build = await rolldown({
    input,
    cwd: repoRoot,
    platform: 'node',
    external,
    // The command line promises to run where the clone's `npm start` does.
    transform: { target: 'node20' },
    onLog(level, log, handler) {
      // Other people's packages warn about their own `eval` and circular imports; there is nothing to do about it here.
      if (level === 'warn' && log.id?.includes('node_modules')) return;
      handler(level, log);
    },
  });
  const { output } = await build.write({
    dir: distFolder,
    format,
    exports: 'named',
    entryFileNames: '[name].js',
    chunkFileNames: `${chunkFolder}/[name]-[hash].js`,
    keepNames: true,
    comments: { legal: false },
  });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}

/** Old outputs go last, so that an n8n that is just loading always finds a whole set. */
function removeAllBut(written: Set<string>): void {
  for (const folder of outputFolders) {
    const path = join(distFolder, folder);
    let entries;
    try {
      entries = readdirSync(path, { recursive: true, withFileTypes: true });
    } catch {
      continue;
    }
    for (const entry of entries) {
      const file = join(entry.parentPath, entry.name);
      if (entry.isFile() && !written.has(relative(distFolder, file).replaceAll('\\', '/'))) rmSync(file);
    }
  }
}
