import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { readEntries } from './entries.ts';
import { licenseNotices } from './licenses.ts';
import { distFolder, repoRoot, sourceFiles } from './sources.ts';

/**
 * n8n brings n8n-workflow itself, and our nodes must use that very copy: its error classes are recognized by identity.
 * pg asks for the two others only if a person has installed them.
 */
const external = [/^node:/, ...builtinModules, 'n8n-workflow', 'pg-native', 'pg-cloudflare'];

const outputFolders = ['nodes', 'credentials', 'cli', 'chunks'];

/**
 * Bundles nodes, credentials and command line into `dist` as CommonJS, the only form n8n loads, with what they share
 * in common chunks. Everything from npm goes in: the published package has no runtime dependencies.
 */
export async function bundleNodes(): Promise<void> {
  const input = readEntries();
  const written = new Set<string>();
  mkdirSync(distFolder, { recursive: true });
  if (Object.keys(input).length > 0) {
    const bundle = await rolldown({
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
    const { output } = await bundle.write({
      dir: distFolder,
      format: 'cjs',
      exports: 'named',
      entryFileNames: '[name].js',
      chunkFileNames: 'chunks/[name]-[hash].js',
      keepNames: true,
      comments: { legal: false },
    });
    await bundle.close();
    for (const file of output) written.add(file.fileName);
    const modules = output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
    writeFileSync(join(distFolder, 'THIRD-PARTY-LICENSES.txt'), licenseNotices(modules));
  }
  for (const file of sourceFiles(['nodes', 'credentials']).filter((name) => /\.(svg|png|node\.json)$/.test(name))) {
    mkdirSync(dirname(join(distFolder, file)), { recursive: true });
    cpSync(join(repoRoot, file), join(distFolder, file));
    written.add(file);
  }
  // The repository is ESM; what n8n requires from dist is not.
  writeFileSync(join(distFolder, 'package.json'), '{"type":"commonjs"}\n');
  removeAllBut(written);
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
