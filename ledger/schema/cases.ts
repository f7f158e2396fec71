export const cases = {
  id: 'text',
  debtor_id: 'text',
  portfolio: 'text',
  /** When to look at the case again; null = only an event brings it back. */
  next_action_on: 'text?',
  /** An event (a payment, an import) came after the case was last taken: `schedule` can't put it off beyond this date. */
  wake_on: 'text?',
  leased_until: 'text?',
  lease_owner: 'text?',
  tier_id: 'text?',
  /** Why nothing was due when the cadence looked last, and when that was. */
  wait_code: 'text?',
  wait_reason: 'text?',
  waited_on: 'text?',
  previous_bureau_entry: 'integer?',
  created_at: 'text',
} as const;
