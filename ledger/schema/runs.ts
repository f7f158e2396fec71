export const runs = {
  id: 'text',
  cadence_id: 'text',
  portfolio: 'text',
  run_on: 'text',
  started_at: 'text',
  /** JSON of the cadence's settings. */
  settings: 'text',
} as const;

/** The shape of `runs`; nothing of these ever happened. */
export const rehearsals = runs;

export const stepRecords = {
  case_id: 'text',
  cadence_id: 'text',
  step_id: 'text',
  cycle: 'text',
  track_id: 'text?',
  run_id: 'text?',
  status: 'text',
  recorded_on: 'text',
  reason: 'text?',
  at: 'text',
} as const;

export const refusals = {
  id: 'text',
  case_id: 'text',
  run_id: 'text?',
  cadence_id: 'text',
  step_id: 'text',
  block_id: 'text?',
  cycle: 'text',
  refused_on: 'text',
  at: 'text',
  code: 'text',
  reason: 'text',
  deferred_until: 'text?',
} as const;
