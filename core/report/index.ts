export * from './day-report.ts';
export * from './describe-day.ts';
