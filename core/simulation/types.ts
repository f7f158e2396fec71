import type { CadenceDocument } from '../cadence/document.ts';
import type { Case, Channel, ContactStatus } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { STEP_TASK_KINDS } from '../run/tasks.ts';
import type { StepTask, StepTaskKind } from '../run/tasks.ts';
import type { Assumptions } from './assumptions.ts';
import type { World } from './world.ts';

export interface SimulationInput {
  readonly document: CadenceDocument;
  readonly cases: readonly Case[];
  /** First day simulated. */
  readonly from: CivilDate;
  readonly days: number;
  /** Any integer; the same seed, document, cases and assumptions give the same run. */
  readonly seed: number;
  /** How debtors respond: assumed, never measured. Absent: `DEFAULT_ASSUMPTIONS`. */
  readonly assumptions?: Assumptions | undefined;
  /** What happens outside; absent: what the assumptions say. */
  readonly world?: World | undefined;
  /** `HH:MM` of every day's runs, instead of the cadence's own clock. */
  readonly hours?: readonly string[] | undefined;
  /** Called after each day; returning false ends the run there. */
  readonly onDay?: ((day: SimulatedDay, progress: { readonly done: number; readonly of: number }) => boolean | void) | undefined;
  /** Whose single steps and events each day reports, by case id, so that they can be watched; the counts are always of everybody. Absent: nobody's. */
  readonly followed?: ReadonlySet<string> | undefined;
}

/** Counts by some key (step id, code…); a key that is absent counts zero. */
export type Counts = Readonly<Record<string, number>>;

/** A flow between two steps; `from` is `START` for the first step that a case executes. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}
export const START = 'start';

/** A followed case executed the step `to`, coming from `from`. */
export interface Move {
  readonly caseId: string;
  readonly from: string;
  readonly to: string;
}

/** Something happened to a followed case. */
export interface Happening {
  readonly caseId: string;
  readonly event: EventName;
}

export const HUMAN_TASK_KINDS = STEP_TASK_KINDS;
export type HumanTaskKind = StepTaskKind;

/** What happened on one day. */
export interface SimulatedDay {
  readonly on: CivilDate;
  /** 0 for the first day. */
  readonly index: number;
  /** Cases looked at: what the day cost the machine. */
  readonly looked: number;
  /** Steps executed, by step id. */
  readonly steps: Counts;
  readonly flows: readonly Flow[];
  /** Of the cases that are followed, in the order they happened. */
  readonly moves: readonly Move[];
  readonly happenings: readonly Happening[];
  /** Contacts made, by channel. */
  readonly contacts: Readonly<Partial<Record<Channel, number>>>;
  readonly failedContacts: number;
  /** Why a due contact did not leave: guard codes, `no-channel`, `undelivered` (every channel failed), bureau and small-claims codes. */
  readonly refusals: Counts;
  /** Why cases that were looked at had no step: wait codes, and `no-track`. */
  readonly waits: Counts;
  readonly costCents: Cents;
  /** Paid today, by track id; `no-track` for cases that are on none. */
  readonly recoveredByTrack: Readonly<Record<string, Cents>>;
  readonly recoveredCents: Cents;
  readonly humanTasks: Readonly<Partial<Record<HumanTaskKind, number>>>;
  /** What tasks opened and answers received today take of people. */
  readonly humanMinutes: number;
  /** What would have come in today had nobody been contacted: the same people, with the same luck. */
  readonly withoutCadenceCents: Cents;
  readonly events: {
    readonly payments: number;
    /** Cases that owe nothing any more. */
    readonly settled: number;
    readonly promises: number;
    readonly brokenPromises: number;
    readonly agreements: number;
    readonly brokenAgreements: number;
    readonly disputes: number;
    readonly optOuts: number;
    readonly registered: number;
    readonly removed: number;
    readonly filed: number;
  };
}

export type EventName = keyof SimulatedDay['events'];

export interface StepTotals {
  readonly stepId: string;
  readonly executed: number;
  readonly contacts: number;
  /** Paid by cases whose last executed step was this one. */
  readonly recoveredCents: Cents;
  /** Cases whose last executed step is this one now and that still owe. */
  readonly standing: number;
}

export interface SimulationResults {
  readonly from: CivilDate;
  /** Every simulated day, in order. */
  readonly days: readonly SimulatedDay[];
  readonly cases: number;
  /** Owed at the start, with charges on the first day. */
  readonly owedCents: Cents;
  readonly recoveredCents: Cents;
  readonly costCents: Cents;
  readonly settledCases: number;
  readonly contacts: number;
  /** `contactsPerDebtor[3]` = cases contacted three times; the last entry holds that many or more. */
  readonly contactsPerDebtor: readonly number[];
  readonly byChannel: Readonly<Partial<Record<Channel, number>>>;
  readonly refusals: Counts;
  readonly waits: Counts;
  readonly steps: readonly StepTotals[];
  readonly flows: readonly Flow[];
  readonly byTrack: readonly { readonly trackId: string; readonly cases: number; readonly recoveredCents: Cents; readonly costCents: Cents }[];
  readonly byTier: readonly { readonly tierId: string; readonly cases: number; readonly recoveredCents: Cents }[];
  readonly humanTasks: Readonly<Partial<Record<HumanTaskKind, number>>>;
  readonly humanMinutes: number;
  /** Given up by agreements that were kept to the end. */
  readonly forgivenCents: Cents;
  readonly withoutCadence: { readonly recoveredCents: Cents; readonly settledCases: number };
  /** What the cadence itself brought: `cents` beyond what would have come in anyway, and what luck could have made of it (95%). */
  readonly difference: Difference;
  readonly assumptions: Assumptions;
}

/** A sum over cases with its 95% interval: normal approximation of the sum of the cases' own differences (each case paired with itself). */
export interface Difference {
  readonly cents: Cents;
  readonly lowCents: Cents;
  readonly highCents: Cents;
}

/** One thing in the life of a debtor; every entry says why in Portuguese. */
export type TimelineEntry =
  | {
      readonly kind: 'step';
      readonly on: CivilDate;
      readonly trackId: string;
      readonly stepId: string;
      readonly stepName: string;
      readonly reasons: readonly string[];
    }
  | { readonly kind: 'wait'; readonly on: CivilDate; readonly code: string; readonly until: CivilDate | null; readonly reasons: readonly string[] }
  | {
      readonly kind: 'contact';
      readonly on: CivilDate;
      readonly stepId: string;
      readonly blockId: string;
      readonly channel: Channel;
      readonly status: ContactStatus;
      readonly costCents: Cents;
      readonly reasons: readonly string[];
      /** As it would have been written; present when the timeline was asked for with messages. */
      readonly message?: { readonly subject?: string; readonly text: string };
    }
  | {
      readonly kind: 'refusal';
      readonly on: CivilDate;
      readonly stepId: string;
      readonly code: string;
      readonly deferredUntil?: CivilDate;
      readonly reasons: readonly string[];
    }
  | { readonly kind: 'task'; readonly on: CivilDate; readonly task: HumanTaskKind; readonly dueOn: CivilDate; readonly reasons: readonly string[] }
  | {
      readonly kind: 'event';
      readonly on: CivilDate;
      readonly event: EventName;
      readonly amount?: Cents;
      readonly reasons: readonly string[];
    };

export interface CaseTimeline {
  readonly caseId: string;
  readonly tierId: string;
  readonly trackId: string | null;
  readonly entries: readonly TimelineEntry[];
  /** The case as it stands on the last simulated day. */
  readonly subject: Case;
  /** What waits for a person, or did, in the order it was opened. */
  readonly tasks: readonly StepTask[];
  /** When the cadence looks again; null = when something happens. */
  readonly nextActionOn: CivilDate | null;
}

/** A run that is advanced day by day, so that a worker can show progress, pause or be cancelled. */
export interface Simulation {
  /** Days already simulated. */
  readonly dayIndex: number;
  readonly done: boolean;
  /** Simulates the next day. @throws ReguaError `simulation.done` */
  step(): SimulatedDay;
  /** Up to so many cases of the current day; the day's result when that completed it. For progress within a large day. */
  advance(maxCases: number): SimulatedDay | null;
  /** What the days simulated so far add up to. */
  results(): SimulationResults;
  /** Walks one case again, from the first day to the last one simulated, writing everything down. @throws ReguaError `simulation.case` */
  timelineOf(caseId: string, options?: { readonly messages?: boolean }): CaseTimeline;
}
