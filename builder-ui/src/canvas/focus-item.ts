import { announce } from '../parts/announcer.ts';
import { nameOf, onRestored } from '../document/edits.ts';
import { currentDocument, select, useEditor } from '../document/store.ts';

let reveal: (id: string) => void = () => {};
export function registerReveal(pan: (id: string) => void): () => void {
  reveal = pan;
  return () => {
    reveal = () => {};
  };
}

/** Brings an item into view without moving the keyboard. */
export const revealItem = (id: string): void => reveal(id);

const FRAMES_TO_WAIT = 12;

/** Selects an item, brings it into view and puts the keyboard on it; cards out of view are rendered first, hence the waiting. */
export function focusItem(id: string, options: { extend?: boolean; selectIt?: boolean } = {}): void {
  const { selected } = useEditor.getState();
  if (options.extend) select([...selected.filter((other) => other !== id), id], id);
  else if (options.selectIt ?? true) select([id]);
  else useEditor.setState({ current: id });
  reveal(id);
  let frames = 0;
  const attempt = (): void => {
    const element = document.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`);
    if (element) {
      element.focus({ preventScroll: true });
    } else if (++frames < FRAMES_TO_WAIT) {
      // What has just been made or taken back only has a place after the next render.
      requestAnimationFrame(() => {
        reveal(id);
        attempt();
      });
    } else announce(nameOf(currentDocument(), id));
  };
  attempt();
}

onRestored((id) => focusItem(id, { selectIt: false }));
