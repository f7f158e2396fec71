/** One row per debtor and portfolio: lifetime value and punctuality belong to the relation with one creditor. */
export const debtors = {
  id: 'text',
  portfolio: 'text',
  /** The creditor's own key for this client. */
  external_id: 'text?',
  name: 'text',
  document: 'text',
  kind: 'text',
  uf: 'text',
  city: 'text?',
  address: 'text?',
  preferred_channel: 'text?',
  lifetime_value: 'integer',
  customer_since: 'text?',
  invoices_paid: 'integer',
  invoices_paid_on_time: 'integer',
  default_reason: 'text?',
  /** JSON list of channels, or `all`. */
  opted_out: 'text',
  erased_at: 'text?',
} as const;

export const contactPoints = {
  id: 'text',
  debtor_id: 'text',
  kind: 'text',
  value: 'text',
  valid: 'integer',
  verified: 'integer',
  /** JSON object channel → yes/no. */
  consent: 'text',
} as const;
