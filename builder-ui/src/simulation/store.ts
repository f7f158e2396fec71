import { create } from 'zustand';
import { DEFAULT_ASSUMPTIONS } from '../../../core/simulation/assumptions.ts';
import type { CaseTimeline, SimulatedDay, SimulationResults } from '../../../core/simulation/types.ts';
import type { PersonListed, RunSetup } from './protocol.ts';
import type { Settings } from './settings.ts';
import { keepSettings, readSettings } from './settings-storage.ts';

/** One finished or running simulation, and all it was made of. */
export interface Run {
  readonly id: number;
  readonly setup: RunSetup;
  readonly days: readonly SimulatedDay[];
  readonly of: number;
  /** The debtors that can be watched one by one, and how many each of them stands for. */
  readonly followed: readonly PersonListed[];
  readonly each: number;
  readonly results: SimulationResults | null;
  readonly milliseconds: number | null;
}

interface SimulationState {
  readonly settings: Settings;
  readonly run: Run | null;
  /** Another version run on the same portfolio with the same luck. */
  readonly other: Run | null;
  /** The day shown on the ruler, 0 … of-1. */
  readonly shownDay: number;
  readonly playing: boolean;
  /** Days a second. */
  readonly speed: number;
  readonly people: readonly PersonListed[];
  readonly timeline: { readonly name: string; readonly timeline: CaseTimeline } | null;
  readonly problem: string | null;
}

export const useSimulation = create<SimulationState>()(() => ({
  settings: readSettings({ debtors: 1000, days: 120, seed: 7, assumptions: DEFAULT_ASSUMPTIONS }),
  run: null,
  other: null,
  shownDay: 0,
  playing: false,
  speed: 8,
  people: [],
  timeline: null,
  problem: null,
}));

export function changeSettings(patch: Partial<Settings>): void {
  const settings = { ...useSimulation.getState().settings, ...patch };
  useSimulation.setState({ settings });
  keepSettings(settings);
}

export const isRunning = (run: Run | null): boolean => run !== null && run.results === null;
