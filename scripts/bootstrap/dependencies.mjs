import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './atomicFolder.mjs';
import { runNpm } from './node24.mjs';
import { hashOfFiles, repoRoot } from './paths.mjs';

const lockFile = join(repoRoot, 'package-lock.json');
const stamp = join(repoRoot, 'node_modules', '.regua-installed');

function isStamped() {
  try {
    return readFileSync(stamp, 'utf8') === hashOfFiles(lockFile);
  } catch {
    return false;
  }
}

/**
 * Whether node_modules already holds what the lockfile says, as after somebody's own `npm install`.
 * npm writes the list of what it installed; packages for other platforms are missing there, rightly.
 */
function isInstalled() {
  let installed;
  try {
    installed = JSON.parse(readFileSync(join(repoRoot, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || installed[path]?.version === version || (optional && !installed[path]));
}

/** @type {import('./progress.mjs').Step} */
export const dependenciesStep = {
  label: 'dependências do projeto',
  isReady() {
    if (isStamped()) return true;
    if (!isInstalled()) return false;
    writeFileSync(stamp, hashOfFiles(lockFile));
    return true;
  },
  async prepare() {
    mkdirSync(join(repoRoot, '.regua'), { recursive: true });
    await withLock(join(repoRoot, '.regua', 'install.lock'), async () => {
      if (isStamped()) return;
      await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: repoRoot });
      writeFileSync(stamp, hashOfFiles(lockFile));
    });
  },
};
