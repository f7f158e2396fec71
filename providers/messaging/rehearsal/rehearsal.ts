import type { MessageProvider } from '../message-provider.ts';

/** Takes every message and hands it to nobody: it has no address, no file and no connection. */
export function rehearsalProvider(): MessageProvider {
  return { concurrency: 50, send: () => Promise.resolve({ kind: 'rehearsed' }), close: () => Promise.resolve() };
}
