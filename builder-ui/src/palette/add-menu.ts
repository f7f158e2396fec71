import { create } from 'zustand';
import type { PaletteItem } from '../canvas/drag.ts';

/** The menu that a "+" opens: what can go into that cell; with an `item` given, only the day is asked. */
export interface AddMenuRequest {
  readonly trackId: string;
  readonly day: number;
  readonly index?: number;
  readonly item?: PaletteItem;
  readonly anchor: HTMLElement;
}

export const useAddMenu = create<{ request: AddMenuRequest | null }>()(() => ({ request: null }));

export const openAddMenu = (request: AddMenuRequest): void => useAddMenu.setState({ request });

/** The keyboard goes back to where it was. */
export function closeAddMenu(options: { returnFocus: boolean }): void {
  const { request } = useAddMenu.getState();
  useAddMenu.setState({ request: null });
  if (options.returnFocus) request?.anchor.focus();
}
