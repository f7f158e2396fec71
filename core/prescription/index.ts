export * from './last-day.ts';
export * from './chargeable-debts.ts';
