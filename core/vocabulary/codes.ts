/** Why a wording is refused. `shouting` is false urgency by form: capitals and exclamation marks. */
export const VOCABULARY_CODES = ['coercion', 'ridicule', 'false-urgency', 'threat', 'exposure', 'legalese', 'discrimination', 'shouting', 'custom'] as const;
export type VocabularyCode = (typeof VOCABULARY_CODES)[number];
