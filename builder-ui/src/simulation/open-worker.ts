/** The worker as a file of its own, which a strict CSP allows. The one-file build replaces this module by an inlined one. */
export function openWorker(): Worker {
  return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
}
