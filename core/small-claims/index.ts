export * from './checklist.ts';
export * from './eligibility.ts';
export * from './eligibility-competence.ts';
export * from './filing-package.ts';
export * from './minimum-wage.ts';
export * from './missing-data.ts';
export * from './petition-content.ts';
export * from './petition.ts';
