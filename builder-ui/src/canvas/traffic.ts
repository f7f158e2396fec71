import { create } from 'zustand';

/**
 * Cases on the ruler: how many went along each line and stand in each step, from the simulation at the day shown,
 * or live from n8n. Empty when nothing is shown.
 */
export const useTraffic = create<{ lines: Readonly<Record<string, number>>; steps: Readonly<Record<string, number>>; largest: number }>()(() => ({
  lines: {},
  steps: {},
  largest: 0,
}));

export const useStepTraffic = (stepId: string): number | null => useTraffic((state) => state.steps[stepId] ?? null);
export const useLineTraffic = (lineId: string): number | null => useTraffic((state) => state.lines[lineId] ?? null);

export function clearTraffic(): void {
  useTraffic.setState({ lines: {}, steps: {}, largest: 0 });
}
