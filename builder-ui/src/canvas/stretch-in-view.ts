import { useStore, type ReactFlowState } from '@xyflow/react';

/** Flow units; what is drawn reaches this far beyond the edges, and panning renders anew only as often. */
const CHUNK = 1200;
const first = ({ transform: [x, , zoom] }: ReactFlowState): number => Math.floor(-x / zoom / CHUNK) - 1;
const last = ({ transform: [x, , zoom], width }: ReactFlowState): number => Math.ceil((width - x) / zoom / CHUNK) + 1;

/** The stretch of the ruler in sight, rounded outwards, in flow units. */
export function useStretchInView(): { from: number; to: number } {
  return { from: useStore(first) * CHUNK, to: useStore(last) * CHUNK };
}
