import type { Case, Contact } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { LeavingMessage } from '../message/composed.ts';
import type { StepTask } from '../run/index.ts';
import type { EventName } from './types.ts';

/** Who is told what happens in a life: the tally counts, the timeline writes it down. */
export interface Sink {
  step(life: Told, stepId: string, stepName: string, reasons: readonly string[]): void;
  wait(life: Told, code: string, until: CivilDate | null, reasons: readonly string[]): void;
  contact(life: Told, contact: Contact, message: LeavingMessage, reasons: readonly string[]): void;
  refusal(life: Told, stepId: string, code: string, reasons: readonly string[], deferredUntil?: CivilDate): void;
  task(life: Told, task: StepTask): void;
  /** The debtor answered a message. */
  reply(life: Told): void;
  event(life: Told, event: EventName, reason: string, amount?: Cents): void;
}

/** What a sink may know of the life it is told about. */
export interface Told {
  readonly subject: Case;
  readonly today: CivilDate;
  readonly tierId: string;
  readonly trackId: string | null;
  /** The last executed step, before the one being told. */
  readonly lastStepId: string | null;
}
