import { createServer } from 'node:net';

/** Whether somebody can listen on the loopback port now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Any free loopback port. Another process may take it before it is used; callers that can, listen on 0 themselves. */
export function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('sem porta livre'))));
    });
  });
}

/** The port itself if it is free, else the next free one of the hundred above it. */
export async function freePortFrom(port: number, taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let candidate = port; candidate < port + 100; candidate++) {
    if (!taken.has(candidate) && (await isFree(candidate))) return candidate;
  }
  throw new Error(`Nenhuma porta livre entre ${port} e ${port + 99}.`);
}
