/** Money that came in, once per provider reference. */
export const payments = {
  id: 'text',
  case_id: 'text',
  reference: 'text?',
  amount: 'integer',
  /** What was left after everything owed was covered. */
  excess: 'integer',
  /** What went back by reversals: amount = allocations + excess + reversed, always. */
  reversed: 'integer',
  paid_on: 'text',
  /** `event` from a provider or person, `import` from the creditor's own table. */
  source: 'text',
  at: 'text',
} as const;

/** Where the money went: a debt, an instalment of an agreement in force or kept, or both when the agreement was broken since. */
export const paymentAllocations = {
  payment_id: 'text',
  position: 'integer',
  case_id: 'text',
  debt_id: 'text?',
  agreement_id: 'text?',
  installment: 'integer?',
  amount: 'integer',
} as const;

/** Money that went back to the payer, once per provider reference and case. */
export const paymentReversals = {
  id: 'text',
  payment_id: 'text',
  case_id: 'text',
  reference: 'text',
  kind: 'text',
  amount: 'integer',
  reversed_on: 'text',
  /** JSON list of shares: what was taken out of each debt and instalment. */
  taken: 'text',
  at: 'text',
} as const;

/** Rests of debts that a payment left and that are not asked for; they go when the payment goes. */
export const waivers = {
  payment_id: 'text',
  debt_id: 'text',
  case_id: 'text',
  amount: 'integer',
  waived_on: 'text',
  reason: 'text',
} as const;

/** Money that found no debt, once per provider reference and portfolio. */
export const unmatchedPayments = {
  id: 'text',
  /** Whose door it came by; '' = a person entered it without naming one. */
  portfolio: 'text',
  reference: 'text',
  amount: 'integer',
  paid_on: 'text',
  at: 'text',
  debt_id: 'text?',
  debt_number: 'text?',
  case_id: 'text?',
  document: 'text?',
  reason: 'text',
  resolved_at: 'text?',
} as const;
