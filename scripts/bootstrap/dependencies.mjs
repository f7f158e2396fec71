import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './atomicFolder.mjs';
import { runNpm } from './node24.mjs';
import { checkInstalled, missingPackages } from './installed.mjs';
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

/** @type {import('./progress.mjs').Step} */
export const dependenciesStep = {
  label: 'dependências do projeto',
  isReady() {
    if (isStamped()) return true;
    if (missingPackages(repoRoot, lockFile).length > 0) return false;
    writeFileSync(stamp, hashOfFiles(lockFile));
    return true;
  },
  async prepare() {
    mkdirSync(join(repoRoot, '.regua'), { recursive: true });
    await withLock(join(repoRoot, '.regua', 'install.lock'), async () => {
      if (isStamped()) return;
      await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: repoRoot });
      checkInstalled('dependências do projeto', repoRoot, lockFile);
      writeFileSync(stamp, hashOfFiles(lockFile));
    });
  },
};
