import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { licenseNotices } from './licenses.ts';
import { distFolder, repoRoot } from './sources.ts';

/** Builds the designer, a static page, into `dist/designer`; its own vite.config says how. */
export async function bundleDesigner(): Promise<void> {
  const result = join(distFolder, 'designer');
  // Built beside and put in place at the end: a designer that is open right now goes on finding its files.
  const outDir = `${result}.new`;
  const modules = new Set<string>();
  await build({
    root: join(repoRoot, 'builder-ui'),
    base: './',
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: 'regua:collect-modules',
        generateBundle(_options, bundle) {
          for (const file of Object.values(bundle)) if (file.type === 'chunk') file.moduleIds.forEach((id) => modules.add(id));
        },
      },
    ],
  });
  writeFileSync(join(outDir, 'THIRD-PARTY-LICENSES.txt'), licenseNotices(modules));
  const old = `${result}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(result)) renameSync(result, old);
  renameSync(outDir, result);
  rmSync(old, { recursive: true, force: true });
}
