export const debts = {
  id: 'text',
  case_id: 'text',
  number: 'text',
  description: 'text?',
  principal: 'integer',
  issued_on: 'text?',
  due_date: 'text',
  abatement: 'integer',
  status: 'text',
  contested_on: 'text?',
  payment_code: 'text?',
  created_at: 'text',
} as const;
