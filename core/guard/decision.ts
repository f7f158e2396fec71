import type { CivilDate } from '../civil-date.ts';
import type { Instant } from '../case/index.ts';

/** In the order in which they are asked; the first refusal is the answer. */
export const GUARD_CODES = ['paid', 'agreement', 'contested', 'prescribed', 'opted-out', 'hours', 'frequency', 'vocabulary', 'unverified-contact'] as const;
export type GuardCode = (typeof GUARD_CODES)[number];

export type GuardDecision =
  | { readonly allowed: true; readonly reason: string }
  | {
      readonly allowed: false;
      readonly code: GuardCode;
      /** A sentence in Portuguese for the record, the report and the person who asks why. */
      readonly reason: string;
      /** Set when it may leave later: the opening instant and the civil date there. Absent = refused for good. */
      readonly deferredUntil?: { readonly instant: Instant; readonly date: CivilDate };
    };
