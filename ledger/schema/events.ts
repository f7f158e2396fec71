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
