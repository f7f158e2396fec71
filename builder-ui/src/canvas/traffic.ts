import { create } from 'zustand';
import { ownValue } from '../../../core/json/own-value.ts';

interface Traffic {
  readonly lines: Readonly<Record<string, number>>;
  readonly steps: Readonly<Record<string, number>>;
  readonly largest: number;
  /** The last day in words; only n8n has one. */
  readonly day: string | null;
}

const NONE: Traffic = { lines: {}, steps: {}, largest: 0, day: null };

/**
 * Cases on the ruler: how many went along each line and stand in each step, from the simulation at the day shown,
 * or live from n8n. Empty when nothing is shown.
 */
export const useTraffic = create<Traffic>()(() => NONE);

export const useStepTraffic = (stepId: string): number | null => useTraffic((state) => ownValue(state.steps, stepId) ?? null);
export const useLineTraffic = (lineId: string): number | null => useTraffic((state) => ownValue(state.lines, lineId) ?? null);

export function clearTraffic(): void {
  useTraffic.setState(NONE);
}
