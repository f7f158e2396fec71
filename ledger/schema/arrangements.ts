export const promises = {
  id: 'text',
  case_id: 'text',
  made_on: 'text',
  due_on: 'text',
  amount: 'integer',
  status: 'text',
} as const;

export const agreements = {
  id: 'text',
  case_id: 'text',
  made_on: 'text',
  /** JSON list. */
  debt_ids: 'text',
  original_total: 'integer',
  total: 'integer',
  status: 'text',
  broken_on: 'text?',
} as const;

export const agreementInstallments = {
  agreement_id: 'text',
  number: 'integer',
  due_date: 'text',
  amount: 'integer',
  paid_on: 'text?',
  paid_amount: 'integer?',
  waived: 'integer?',
} as const;
