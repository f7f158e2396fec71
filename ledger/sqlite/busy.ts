/** SQLite's primary result codes: another process holds the lock. */
const BUSY_CODES = new Set([5, 6]);

export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  return BUSY_CODES.has(error.errcode & 0xff);
}

/**
 * Repeats while another process holds the lock. The waiting is asynchronous, so that n8n's main process goes on serving meanwhile;
 * SQLite's own `busy_timeout` would freeze it.
 */
export async function retryWhileBusy<T>(attempt: () => Promise<T>, patienceMs: number): Promise<T> {
  let waited = 0;
  for (let delay = 2; ; delay = Math.min(delay * 2, 50)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || waited >= patienceMs) throw error;
      waited += delay;
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}
