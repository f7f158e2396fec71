export * from './eligibility.ts';
export * from './lifecycle.ts';
export * from './notice.ts';
export * from './removal.ts';
export * from './spreadsheet.ts';
