export const bureauEntries = {
  id: 'text',
  case_id: 'text',
  provider: 'text',
  /** JSON list. */
  debt_ids: 'text',
  amount: 'integer',
  status: 'text',
  requested_on: 'text',
  registered_on: 'text?',
  removal_requested_on: 'text?',
  removed_on: 'text?',
} as const;

export const filings = {
  id: 'text',
  case_id: 'text',
  prepared_on: 'text',
  amount: 'integer',
  status: 'text',
  filed_on: 'text?',
  docket: 'text?',
} as const;
