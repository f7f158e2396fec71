import type { LateEntry } from '../cadence/policies.ts';
import type { CivilDate } from '../civil-date.ts';

/** A track reduced to what the choice of a step needs. */
export interface StepPlan {
  readonly cadenceId: string;
  readonly trackId: string;
  readonly lateEntry: LateEntry;
  readonly steps: readonly PlannedStep[];
}

export interface PlannedStep {
  readonly id: string;
  readonly name: string;
  /** Days relative to the anchor's due date. */
  readonly day: number;
  readonly doneWhen: 'action' | 'entered';
  /** The block that ends the step, when several could; absent: any block of a Régua node does. */
  readonly closedBy?: string;
  /** What later steps need by law and only this one gives. */
  readonly provides?: 'bureau-notice';
  readonly requires?: 'bureau-notice';
  /** It gives notice, registers, sues or hands over to lawyers: never the first that a debtor hears of a debt. */
  readonly formal?: true;
}

export type WaitCode =
  | 'no-open-debt'
  | 'agreement-in-force'
  | 'promise-open'
  | 'contested'
  | 'prescribed'
  | 'opted-out'
  | 'before-first-step'
  | 'between-steps'
  | 'finished'
  | 'conversation-first'
  | 'notice-not-proven'
  | 'notice-waiting';

export type StepDecision =
  | {
      readonly kind: 'run';
      readonly stepId: string;
      readonly stepName: string;
      readonly day: number;
      /** The anchor's debt id: a new anchor starts a new cycle. */
      readonly cycle: string;
      readonly daysOverdue: number;
      /** Steps whose day passed without being run (an outage, an old debt) and that stay behind. */
      readonly passedOver: readonly string[];
      readonly reasons: readonly string[];
    }
  | {
      readonly kind: 'wait';
      readonly code: WaitCode;
      /** When to look at the case again; null = only an event brings it back. */
      readonly nextActionOn: CivilDate | null;
      readonly cycle: string | null;
      readonly daysOverdue: number | null;
      readonly reasons: readonly string[];
    };
