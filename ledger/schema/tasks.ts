export const tasks = {
  id: 'text',
  case_id: 'text',
  run_id: 'text?',
  kind: 'text',
  title: 'text',
  instructions: 'text',
  team: 'text',
  due_on: 'text',
  status: 'text',
  created_at: 'text',
  key: 'text',
  done_at: 'text?',
} as const;
