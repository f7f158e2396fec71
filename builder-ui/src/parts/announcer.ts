import { create } from 'zustand';

/** What a screen reader hears; the counter makes the same sentence said twice be read twice. */
export const useAnnouncement = create<{ text: string; count: number }>()(() => ({ text: '', count: 0 }));

/** Says what has just become true. Call after the change, never before. */
export function announce(text: string): void {
  useAnnouncement.setState((state) => ({ text, count: state.count + 1 }));
}
