export * from './contact-log.ts';
export * from './creditor-identification.ts';
export * from './debt-table.ts';
export * from './debtor-export.ts';
export type { EvidenceContent } from './evidence.ts';
export * from './letter.ts';
export * from './notices.ts';
export * from './zip.ts';
