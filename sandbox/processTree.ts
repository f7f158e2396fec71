import { spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Ends a child that was spawned with `detached: true` (so that it leads a process group) and all that it started:
 * asks first, and after `patienceMs` kills. Resolves when the child is gone.
 */
export async function endTree(child: ChildProcess, patienceMs: number): Promise<void> {
  if (child.pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const outOfPatience = new AbortController();
    await Promise.race([gone, pause(patienceMs, undefined, { signal: outOfPatience.signal }).catch(() => {})]);
    outOfPatience.abort();
  }
  killTree(child);
}

/** Kills at once. Also after a clean end: what the child had started may have outlived it. */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // nobody of the group is left
  }
}
