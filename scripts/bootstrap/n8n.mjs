import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillFolder, isComplete } from './atomicFolder.mjs';
import { node24, runNpm } from './node24.mjs';
import { checkInstalled } from './installed.mjs';
import { cacheRoot, hashOfFiles, repoRoot } from './paths.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

const lockFolder = join(repoRoot, 'sandbox', 'n8n');
const manifest = join(lockFolder, 'package.json');
const lockFile = join(lockFolder, 'package-lock.json');
const version = JSON.parse(readFileSync(manifest, 'utf8')).dependencies.n8n;

/** Native modules fit one platform and one Node interface, so the key has these beside the lockfile. */
function key() {
  return `${hashOfFiles(lockFile)} ${process.platform}-${process.arch}-${node24().abi}`;
}

/** Where n8n is installed: its `node_modules/n8n/bin/n8n` is the command. */
export function n8nFolder() {
  return join(cacheRoot, `n8n-${version}-${hashOfFiles(lockFile)}`);
}

/** @type {import('./progress.mjs').Step} */
export const n8nStep = {
  label: `n8n ${version}`,
  hint: '2,9 GB em disco, de 3 a 6 minutos só na primeira vez',
  isReady: () => isComplete(n8nFolder(), key()),
  async prepare() {
    // sqlite3 comes compiled for most machines but only from a place that companies often block.
    await ensureSystemPackages('compilar o SQLite do n8n', [
      { command: 'python3', debian: 'python3' },
      { command: 'make', debian: 'make' },
      { command: 'g++', debian: 'g++' },
    ]);
    await fillFolder(n8nFolder(), key(), async (temporary) => {
      copyFileSync(manifest, join(temporary, 'package.json'));
      copyFileSync(lockFile, join(temporary, 'package-lock.json'));
      await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: temporary });
      checkInstalled(`n8n ${version}`, temporary, lockFile);
      // Only these two: other packages' build scripts fail without system libraries and are not needed here.
      const { headers } = node24();
      await runNpm(['rebuild', 'sqlite3', 'isolated-vm', '--loglevel=error'], {
        cwd: temporary,
        env: headers ? { npm_config_nodedir: headers } : {},
      });
    });
  },
};
