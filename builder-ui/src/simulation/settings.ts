import type { Assumptions } from '../../../core/simulation/index.ts';

/** What a person sets before a run. */
export interface Settings {
  readonly debtors: number;
  readonly days: number;
  readonly seed: number;
  readonly assumptions: Assumptions;
}
