export * from './check-vocabulary.ts';
export * from './readability.ts';
export { VOCABULARY_CODES } from './rule.ts';
export type { VocabularyCode } from './rule.ts';
export { syllables } from './syllables.ts';
