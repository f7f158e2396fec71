import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerSurface, startDrag, useDrag, type DragPayload, type DropTarget } from './drag.ts';

const payload: DragPayload = { type: 'blocks', ids: ['a'], label: 'a' };
const target: DropTarget = { trackId: 't', day: 3, stepId: null, index: 0 };
const classes = new Set<string>();
const at = (type: string, fields: object): Event => Object.assign(new Event(type, { cancelable: true }), fields);

beforeEach(() => {
  classes.clear();
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', { documentElement: { classList: { add: (name: string) => classes.add(name), remove: (name: string) => classes.delete(name) } } });
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  registerSurface(
    null,
    () => target,
    () => undefined,
  );
});
afterEach(async () => {
  // The click that follows a drop is let go by in the next turn.
  await new Promise((resolve) => setTimeout(resolve));
  vi.unstubAllGlobals();
});

function dragTo(x: number, y: number): DropTarget[] {
  const dropped: DropTarget[] = [];
  startDrag({ button: 0, clientX: 0, clientY: 0 } as React.PointerEvent, payload, (_, where) => dropped.push(where));
  window.dispatchEvent(at('pointermove', { clientX: x, clientY: y }));
  return dropped;
}

describe('dragging', () => {
  it('ends at Escape: nothing is dropped, neither then nor when the button is let go', () => {
    const dropped = dragTo(40, 40);
    expect(useDrag.getState().payload).toBe(payload);
    expect(classes).toEqual(new Set(['dragging']));
    window.dispatchEvent(at('keydown', { key: 'Enter' }));
    expect(useDrag.getState().payload).toBe(payload);
    window.dispatchEvent(at('keydown', { key: 'Escape' }));
    expect(useDrag.getState()).toEqual({ payload: null, target: null });
    expect(classes.size).toBe(0);
    window.dispatchEvent(at('pointerup', { clientX: 40, clientY: 40 }));
    expect(dropped).toEqual([]);
  });

  it('drops where the pointer is let go, and not after so small a move that it was a click', () => {
    const dropped = dragTo(40, 40);
    window.dispatchEvent(at('pointerup', { clientX: 40, clientY: 40 }));
    expect(dropped).toEqual([target]);
    const clicked = dragTo(2, 1);
    window.dispatchEvent(at('pointerup', { clientX: 2, clientY: 1 }));
    expect(clicked).toEqual([]);
  });
});
