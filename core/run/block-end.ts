import type { BureauEntry, Filing, StepRecord } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays } from '../civil-date.ts';
import type { RunStep } from './place.ts';
import type { Carried } from './setting.ts';
import type { StepTask } from './tasks.ts';

/** Why something that was due was not done; kept for the day's report. */
export interface NotDone {
  readonly code: string;
  /** Portuguese. */
  readonly reason: string;
  /** Set when it was only postponed. */
  readonly deferredUntil?: CivilDate;
}

/**
 * What a block's end means for its chain and step, declared here and nowhere else.
 * `prepared`: the chain goes on, and the block alone ends no step (a choice, an offer) · `done`: the chain goes on, and the closing block ends the step ·
 * `settled`: as done, but nothing after it runs now · `deferred`: the chain stops, and the step comes back · `skipped`: refused for good, the step is
 * over · `open`: the chain stops and nothing is recorded; somebody else says what became of it.
 */
export type Ending =
  | { readonly kind: 'prepared' | 'done' | 'settled' | 'open'; readonly reason?: string }
  | { readonly kind: 'deferred'; readonly until: CivilDate; readonly reason: string }
  | { readonly kind: 'skipped'; readonly reason: string };

export interface BlockEnd {
  readonly ending: Ending;
  /** Portuguese, for the item, the timeline, the person who asks why. */
  readonly reasons: readonly string[];
  readonly notDone?: NotDone;
  readonly carried?: Carried;
  /** To be written together with the step. */
  readonly tasks?: readonly StepTask[];
  readonly entries?: readonly BureauEntry[];
  readonly filing?: Filing;
}

export const goesOn = ({ kind }: Ending): boolean => kind === 'prepared' || kind === 'done';

/** What is recorded of a step, and when its case is looked at again. */
export interface StepEnd {
  readonly status: StepRecord['status'];
  readonly nextActionOn: CivilDate | null;
  readonly reason?: string;
}

/** What was executed stays executed: of two blocks of one step that report, the one that reached the debtor counts. */
export const STEP_WEIGHT: Readonly<Record<StepRecord['status'], number>> = { entered: 0, deferred: 0, skipped: 1, done: 2 };

/** A step's end after another block of it reported: the weightier status stands, and the later word says when to look again. */
export function endAfter(before: StepEnd | undefined, later: StepEnd | undefined): StepEnd | undefined {
  if (!before || !later) return later ?? before;
  return STEP_WEIGHT[later.status] < STEP_WEIGHT[before.status] ? { ...before, nextActionOn: later.nextActionOn } : later;
}

/** Is this block the one that ends the step? Without a word about it any block does. */
export const closes = (step: Pick<RunStep, 'closedBy'> | undefined, blockId: string): boolean => step?.closedBy === undefined || step.closedBy === blockId;

/**
 * What a block's end does to its step; undefined when it records nothing: should what follows never come to run, the case is taken again when its lease
 * ends, and the blocks that are done are not done again.
 */
export function stepAfter(step: RunStep | undefined, blockId: string, ending: Ending): StepEnd | undefined {
  if (!step) return undefined;
  const reason = ending.reason === undefined ? {} : { reason: ending.reason };
  switch (ending.kind) {
    case 'prepared':
    case 'open':
      return undefined;
    case 'done':
    case 'settled':
      return closes(step, blockId) ? { status: 'done', nextActionOn: step.nextActionOn, ...reason } : undefined;
    case 'deferred':
      return { status: 'deferred', nextActionOn: ending.until, ...reason };
    case 'skipped':
      return { status: 'skipped', nextActionOn: step.nextActionOn, ...reason };
  }
}

/** The step stays open, and what the case needs now is the next choice of a step's to say: tomorrow, or on a day that is known. */
export const comesBack = (on: CivilDate, reason: string, until?: CivilDate): Ending => ({ kind: 'deferred', until: until ?? addDays(on, 1), reason });
