import { useSyncExternalStore } from 'react';

/** Below this a phone: the list comes first and the details come as a sheet. */
const query = window.matchMedia('(max-width: 760px)');

export const isNarrow = (): boolean => query.matches;

export function useNarrow(): boolean {
  return useSyncExternalStore((changed) => {
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  }, isNarrow);
}
