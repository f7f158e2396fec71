/** What the world does to a case, on a day number. */
export type WorldEvent = { readonly day: number } & (
  | { readonly kind: 'pays'; readonly debtId?: string; readonly part?: boolean; readonly onlyOldest?: boolean }
  | { readonly kind: 'promises' | 'disputes' | 'opts-out' }
  | { readonly kind: 'promise-due'; readonly promiseId: string }
  | { readonly kind: 'agrees'; readonly policyId: string }
  | { readonly kind: 'installment'; readonly agreementId: string; readonly number: number }
  | { readonly kind: 'breach'; readonly agreementId: string }
  | { readonly kind: 'receipt'; readonly contactId: string }
  | { readonly kind: 'registered' | 'removed'; readonly entryId: string }
  | { readonly kind: 'filed'; readonly filingId: string }
);
