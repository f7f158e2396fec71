import { create } from 'zustand';
import type { NewBlockKind } from '../../../core/cadence/new-block.ts';
import type { MessagePurpose } from '../../../core/case/case.ts';

/** What the palette offers: a whole step, or a block of a kind (a message with its purpose). */
export type PaletteItem =
  { readonly kind: 'step' } | { readonly kind: Exclude<NewBlockKind, 'message'> } | { readonly kind: 'message'; readonly purpose: MessagePurpose };

export type DragPayload =
  | { readonly type: 'new'; readonly item: PaletteItem; readonly label: string }
  | { readonly type: 'blocks'; readonly ids: readonly string[]; readonly label: string }
  | { readonly type: 'steps'; readonly ids: readonly string[]; readonly label: string };

/** The cell under the pointer, and between which blocks. */
export interface DropTarget {
  readonly trackId: string;
  readonly day: number;
  readonly stepId: string | null;
  readonly index: number;
}

export const useDrag = create<{ payload: DragPayload | null; target: DropTarget | null }>()(() => ({ payload: null, target: null }));

/** Set by the canvas: where a screen position lies on the ruler. */
type Locate = (clientX: number, clientY: number, payload: DragPayload) => DropTarget | null;
let locate: Locate = () => null;
let panBy: (dx: number, dy: number) => void = () => {};
let surface: HTMLElement | null = null;
export function registerSurface(element: HTMLElement | null, find: Locate, pan: (dx: number, dy: number) => void): void {
  surface = element;
  locate = find;
  panBy = pan;
}

let ghost: HTMLElement | null = null;
export function registerGhost(element: HTMLElement | null): void {
  ghost = element;
}

const START_AFTER_PX = 5;
const EDGE_PX = 48;
/** Pixels a millisecond, whatever the screen's frame rate. */
const PAN_SPEED = 0.85;
const LONGEST_FRAME_MS = 50;

/**
 * Pointer dragging of our own instead of React Flow's: the same hand movement takes things out of the palette, between cards
 * and along the ruler, on touch screens too; and a frame only moves one ghost, however many nodes there are.
 */
export function startDrag(event: React.PointerEvent, payload: DragPayload, onDrop: (payload: DragPayload, target: DropTarget) => void): void {
  if (event.button !== 0) return;
  const origin = { x: event.clientX, y: event.clientY };
  let position = origin;
  let active = false;
  let frame = 0;
  let lastPush = 0;
  // Coming in from the palette crosses the edge: the ruler only moves for a hand that has been inside.
  let hasBeenInside = false;

  const tick = (): void => {
    frame = 0;
    if (ghost) ghost.style.transform = `translate(${position.x}px, ${position.y}px)`;
    const target = locate(position.x, position.y, payload);
    if (!sameTarget(target, useDrag.getState().target)) useDrag.setState({ target });
    if (!target || !surface) return;
    const push = pushAtEdges(surface, position);
    if (!push) {
      hasBeenInside = true;
      lastPush = 0;
    } else if (hasBeenInside) {
      const now = performance.now();
      const elapsed = lastPush === 0 ? 0 : Math.min(LONGEST_FRAME_MS, now - lastPush);
      lastPush = now;
      panBy(push.dx * elapsed, push.dy * elapsed);
      frame = requestAnimationFrame(tick);
    }
  };
  const move = (moved: PointerEvent): void => {
    position = { x: moved.clientX, y: moved.clientY };
    if (!active) {
      if (Math.hypot(position.x - origin.x, position.y - origin.y) < START_AFTER_PX) return;
      active = true;
      document.documentElement.classList.add('dragging');
      useDrag.setState({ payload, target: null });
    }
    moved.preventDefault();
    frame ||= requestAnimationFrame(tick);
  };
  const end = (): void => {
    cancelAnimationFrame(frame);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', drop);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', cancelByKey, true);
    window.removeEventListener('wheel', wheel);
    document.documentElement.classList.remove('dragging');
    if (active) useDrag.setState({ payload: null, target: null });
  };
  const drop = (up: PointerEvent): void => {
    const target = active ? locate(up.clientX, up.clientY, payload) : null;
    if (active) window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, true), 0);
    end();
    if (target) onDrop(payload, target);
  };
  const wheel = (turned: WheelEvent): void => {
    if (!active) return;
    turned.preventDefault();
    panBy(-turned.deltaX, -turned.deltaY);
    frame ||= requestAnimationFrame(tick);
  };
  const cancelByKey = (key: KeyboardEvent): void => {
    if (key.key !== 'Escape') return;
    key.stopPropagation();
    end();
  };
  window.addEventListener('pointermove', move, { passive: false });
  window.addEventListener('pointerup', drop);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', cancelByKey, true);
  window.addEventListener('wheel', wheel, { passive: false });
}

/** The click that ends a drag is no click on what lies beneath. */
function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function pushAtEdges(element: HTMLElement, { x, y }: { x: number; y: number }): { dx: number; dy: number } | null {
  const box = element.getBoundingClientRect();
  const dx = x < box.left + EDGE_PX ? PAN_SPEED : x > box.right - EDGE_PX ? -PAN_SPEED : 0;
  const dy = y < box.top + EDGE_PX ? PAN_SPEED : y > box.bottom - EDGE_PX ? -PAN_SPEED : 0;
  return dx === 0 && dy === 0 ? null : { dx, dy };
}

function sameTarget(a: DropTarget | null, b: DropTarget | null): boolean {
  return a === b || (a !== null && b !== null && a.trackId === b.trackId && a.day === b.day && a.stepId === b.stepId && a.index === b.index);
}
