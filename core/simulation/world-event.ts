import type { Channel } from '../case/index.ts';
import type { Cents } from '../money.ts';

/** What happens to a case from outside, on a day number. */
export type WorldEvent = { readonly day: number } &
  /** As much as is owed then, of the debts meant; or half of it. */
  (
    | { readonly kind: 'pays'; readonly debtId?: string; readonly part?: boolean; readonly onlyOldest?: boolean }
    /** So much, whatever is owed. */
    | { readonly kind: 'receives'; readonly amount: Cents; readonly debtId?: string; readonly reference: string }
    | { readonly kind: 'replies'; readonly channel: Channel; readonly id: string }
    | { readonly kind: 'promises'; readonly inDays?: number }
    | { readonly kind: 'disputes' | 'resolves'; readonly debtId?: string }
    | { readonly kind: 'opts-out'; readonly channel?: Channel }
    | { readonly kind: 'promise-due'; readonly promiseId: string }
    | { readonly kind: 'agrees'; readonly policyId: string; readonly installments?: number }
    | { readonly kind: 'installment'; readonly agreementId: string; readonly number: number }
    /** Without an id, of the latest message that no receipt came for. */
    | { readonly kind: 'receipt'; readonly contactId?: string }
    /** Without an id, of every entry that is waiting for it. */
    | { readonly kind: 'registered' | 'removed'; readonly entryId?: string }
    | { readonly kind: 'filed'; readonly filingId: string }
  );
