export * from './day-report.ts';
export * from './describe-day.ts';
export * from './rehearsal.ts';
