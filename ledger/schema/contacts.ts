/** One attempt on one channel; the claim that keeps a message from leaving twice. */
export const contacts = {
  id: 'text',
  case_id: 'text',
  run_id: 'text?',
  cadence_id: 'text',
  track_id: 'text?',
  step_id: 'text',
  block_id: 'text',
  cycle: 'text',
  /** 1, then 2… on another channel after a failure. */
  attempt: 'integer',
  channel: 'text',
  contact_point_id: 'text?',
  purpose: 'text',
  status: 'text',
  at: 'text',
  local_date: 'text',
  delivered_at: 'text?',
  answered_at: 'text?',
  cost_cents: 'integer?',
  provider_message_id: 'text?',
  error: 'text?',
  /** When it was claimed by the clock of the machine that sends; `at` may be of a day that is not the clock's. */
  claimed_at: 'text?',
  /** JSON list of debt and total; null when it asked for nothing overdue. */
  asked: 'text?',
  /** JSON list of the terms it offered; null when it offered nothing. */
  offered: 'text?',
} as const;

/** Apart from `contacts`, so that loading ten thousand cases doesn't read a thousand characters per message. */
export const contactContents = {
  contact_id: 'text',
  subject: 'text?',
  text: 'text',
  variant: 'text?',
} as const;

/** Receipts that came before the outcome told us the provider's id; those whose outcome never comes are purged by age. */
export const earlyReceipts = {
  id: 'text',
  /** Whose door it came by; '' = that of a cadence that had not run yet. */
  portfolio: 'text',
  provider_message_id: 'text',
  status: 'text',
  at: 'text',
  error: 'text?',
} as const;
