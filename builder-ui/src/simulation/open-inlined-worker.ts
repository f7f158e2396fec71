import InlinedWorker from './worker.ts?worker&inline';

/** The worker out of the page's own text: the one-file build puts this in the place of `open-worker.ts`. */
export function openWorker(): Worker {
  return new InlinedWorker();
}
