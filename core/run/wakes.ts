import type { EventKind } from '../cadence/document.ts';

/**
 * After which events a case is looked at again the same day: those that change what is owed or when it may be asked for. A reply, an opt-out or a survey
 * changes what may be said, which every message asks about right before it leaves.
 */
const WAKES: Readonly<Record<EventKind, boolean>> = {
  payment: true,
  promise: true,
  dispute: true,
  agreement: true,
  installment: true,
  reversal: true,
  reply: false,
  optOut: false,
  survey: false,
  delivery: false,
};

export const wakes = (event: EventKind): boolean => WAKES[event];
