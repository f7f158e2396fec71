/** Append-only: triggers refuse every update and delete, save the blanking of personal data while an erasure is under way. */
export const events = {
  id: 'serial',
  case_id: 'text?',
  at: 'text',
  kind: 'text',
  /** JSON object; free text and whatever identifies a person stands under its key `personal`. */
  data: 'text',
} as const;

/** That data was erased, when and how much, without saying whose. */
export const erasures = {
  id: 'text',
  at: 'text',
  cases: 'integer',
  /** 1 only inside the transaction that erases. */
  active: 'integer',
} as const;

/** What came through a door and belongs to nobody known, once per door and key; waits for a person or for an import that brings who it is from. */
export const unattributedEvents = {
  id: 'text',
  /** '' = the cadence behind the door had not run yet and names none. */
  portfolio: 'text',
  /** The cadence whose trigger it came by. */
  door: 'text',
  event_key: 'text',
  kind: 'text',
  at: 'text',
  /** What it says of whom it is about, when an import may bring that one. */
  subject_kind: 'text?',
  subject: 'text?',
  /** Set when it asks to stop: on this channel, or on `all`. */
  channel: 'text?',
  /** JSON of the event as it was read. */
  body: 'text',
  reason: 'text',
  resolved_at: 'text?',
  /** Whose it turned out to be. */
  case_id: 'text?',
} as const;
