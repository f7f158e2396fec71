import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const STAMP = '.regua-complete';

/** Whether a folder was filled to its end, by a call with this very key. */
export function isComplete(folder, key) {
  try {
    return readFileSync(join(folder, STAMP), 'utf8') === key;
  } catch {
    return false;
  }
}

/**
 * Fills a folder all or nothing: `fill` works in a sibling, which takes the folder's name only when it is whole.
 * Of several processes that want the same folder one fills it and the others wait.
 * @param {string} folder where the result shall be
 * @param {string} key what the folder is made from; another key means that it must be made again
 * @param {(temporaryFolder: string) => Promise<void>} fill
 */
export async function fillFolder(folder, key, fill) {
  mkdirSync(dirname(folder), { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (isComplete(folder, key)) return;
    removeLeftovers(folder);
    const temporary = `${folder}.tmp-${process.pid}`;
    mkdirSync(temporary, { recursive: true });
    await fill(temporary);
    writeFileSync(join(temporary, STAMP), key);
    const old = `${folder}.old-${process.pid}`;
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(temporary, folder);
    rmSync(old, { recursive: true, force: true });
  });
}

/** What a killed process left behind; only called while holding the lock, so nobody is using it. */
function removeLeftovers(folder) {
  const prefix = `${basename(folder)}.`;
  for (const name of readdirSync(dirname(folder))) {
    if (name.startsWith(`${prefix}tmp-`) || name.startsWith(`${prefix}old-`)) rmSync(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/**
 * Runs `work` while no other process holds the same lock. A lock is a folder (creating one is atomic everywhere)
 * with the holder's process id, so that the lock of a process that died can be taken over.
 */
export async function withLock(lock, work) {
  let told = false;
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const holder = holderOf(lock);
    if (holder === 'dead') {
      // Renaming first: of two processes that see the dead lock only one gets to remove it.
      const grave = `${lock}.dead-${process.pid}`;
      try {
        renameSync(lock, grave);
        rmSync(grave, { recursive: true, force: true });
      } catch {
        // the other one was faster
      }
      continue;
    }
    if (!told) {
      told = true;
      process.stderr.write(`  outra instalação está em andamento (processo ${holder}); esperando que termine…\n`);
    }
    await pause(500);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function holderOf(lock) {
  let pid;
  try {
    pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
  } catch {
    // The holder is between creating the folder and writing its id, or has just released the lock.
    return '?';
  }
  if (!Number.isInteger(pid) || pid <= 0) return '?';
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === 'EPERM' ? pid : 'dead';
  }
}
