export * from './check-vocabulary.ts';
export * from './readability.ts';
export { VOCABULARY_CODES } from './codes.ts';
export type { VocabularyCode } from './codes.ts';
export { syllables } from './syllables.ts';
