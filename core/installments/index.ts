export * from './price-table.ts';
