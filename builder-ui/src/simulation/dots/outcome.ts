import type { EventName } from '../../../../core/simulation/types.ts';

/** How a followed debtor stands, as far as a dot can tell. */
export const OUTCOMES = ['going', 'promised', 'agreed', 'paid', 'disputed', 'stopped'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The outcome after an event; an event that says nothing about it leaves it as it was. */
export function outcomeAfter(outcome: Outcome, event: EventName): Outcome {
  switch (event) {
    case 'settled':
      return 'paid';
    case 'agreements':
      return 'agreed';
    case 'promises':
      return 'promised';
    case 'disputes':
      return 'disputed';
    case 'optOuts':
      return 'stopped';
    case 'brokenPromises':
    case 'brokenAgreements':
      return outcome === 'paid' ? 'paid' : 'going';
    case 'payments':
      // Part of it: the promise is used up, the rest goes on. An agreement goes on by its instalments.
      return outcome === 'promised' ? 'going' : outcome;
    case 'registered':
    case 'removed':
    case 'filed':
      return outcome;
    default:
      return event satisfies never;
  }
}
