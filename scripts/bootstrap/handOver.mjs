import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { node24 } from './node24.mjs';
import { prepareInOrder } from './progress.mjs';

/** Prepares the steps; on failure says why, without a stack, and ends with code 1. @param {import('./progress.mjs').Step[]} steps */
export async function prepareOrExit(steps) {
  try {
    await prepareInOrder(steps);
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}

/**
 * Runs a script under Node 24 with our stdin, stdout and stderr.
 * @returns {Promise<number>} its exit code; 128 plus the signal's number if one ended it, as shells have it
 */
export function node24Child(args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(node24().node, args, { stdio: 'inherit', ...options });
    // The terminal sends Ctrl+C to the child too; here it only must not end us before the child has cleaned up.
    const ignore = () => {};
    const forward = () => child.kill('SIGTERM');
    process.on('SIGINT', ignore);
    process.on('SIGTERM', forward);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', ignore);
      process.off('SIGTERM', forward);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/** @param {import('./progress.mjs').Step[]} steps */
export async function runUnderNode24(steps, args, options) {
  await prepareOrExit(steps);
  process.exitCode = await node24Child(args, options);
}
