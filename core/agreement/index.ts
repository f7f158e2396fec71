export * from './breach.ts';
export * from './installments-due.ts';
export * from './reminders.ts';
export * from './reinstate.ts';
export * from './reminder-today.ts';
