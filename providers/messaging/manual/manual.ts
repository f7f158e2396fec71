import type { MessageProvider } from '../message-provider.ts';

/** Letters: a person prints and posts them. Nothing is written here; the page is made from the ledger when somebody opens it. */
export function manualProvider(): MessageProvider {
  return { concurrency: 50, send: () => Promise.resolve({ kind: 'prepared' }), close: () => Promise.resolve() };
}
