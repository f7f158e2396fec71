import type { Channel, ContactStatus } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { WaitCode } from '../step/index.ts';

/** Waits in which somebody was left in peace; in the others nothing was due. */
export const WAITS_IN_PEACE = [
  'agreement-in-force',
  'promise-open',
  'contested',
  'prescribed',
  'opted-out',
  'notice-waiting',
  'notice-not-proven',
  'conversation-first',
] as const satisfies readonly WaitCode[];

/** What one day did to a portfolio, all its runs together, as the ledger counts it. */
export interface DayReport {
  readonly portfolio: string;
  readonly on: CivilDate;
  readonly runs: number;
  readonly contacts: readonly { readonly channel: Channel; readonly status: ContactStatus; readonly count: number; readonly costCents: Cents }[];
  /** Who was due, or kept waiting, and heard nothing that day, by the last reason given; who was reached by a later run is not among them. */
  readonly leftInPeace: readonly { readonly code: string; readonly reason: string; readonly cases: number }[];
  readonly openTasks: readonly { readonly kind: string; readonly count: number; readonly overdue: number }[];
  /** Money that waits for a person to place it. */
  readonly unmatchedPayments: { readonly count: number; readonly amount: Cents };
  /** Replies and other events that belong to nobody known and wait for a person. */
  readonly unattributedEvents: number;
}
