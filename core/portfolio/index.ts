export * from './imported-case.ts';
