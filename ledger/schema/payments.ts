/** Money that came in, once per provider reference. */
export const payments = {
  id: 'text',
  case_id: 'text',
  reference: 'text?',
  amount: 'integer',
  /** What was left after everything owed was covered. */
  excess: 'integer',
  paid_on: 'text',
  /** `event` from a provider or person, `import` from the creditor's own table. */
  source: 'text',
  at: 'text',
} as const;

/** Where the money went: a debt, or an instalment of an agreement. */
export const paymentAllocations = {
  payment_id: 'text',
  position: 'integer',
  case_id: 'text',
  debt_id: 'text?',
  agreement_id: 'text?',
  installment: 'integer?',
  amount: 'integer',
} as const;

export const unmatchedPayments = {
  id: 'text',
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
