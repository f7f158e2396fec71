import type { FilingProvider } from '../filing-provider.ts';

/** Takes packages and puts none anywhere. */
export function rehearsalFiling(): FilingProvider {
  return { submit: () => Promise.resolve({ file: null }) };
}
