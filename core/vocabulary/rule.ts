/** Why a wording is refused. `shouting` is false urgency by form: capitals and exclamation marks. */
export const VOCABULARY_CODES = ['coercion', 'ridicule', 'false-urgency', 'threat', 'exposure', 'legalese', 'discrimination', 'shouting', 'custom'] as const;
export type VocabularyCode = (typeof VOCABULARY_CODES)[number];

/** One kind of wording that has no place in a humane message. */
export interface VocabularyRule {
  readonly code: Exclude<VocabularyCode, 'shouting' | 'custom'>;
  readonly severity: 'error' | 'warning';
  /** Over folded text (lower case, no accents); global. */
  readonly pattern: RegExp;
  /** Why, with the law or the platform's rule: a sentence in Portuguese. */
  readonly reason: string;
  /** What to write instead. */
  readonly suggestion: string;
  /** Holds even after "não": "não perca a última chance" is as urgent as "última chance". */
  readonly evenNegated?: boolean;
  /** When the sentence has this, the wording is innocent. */
  readonly unless?: RegExp;
}

interface RuleGroup {
  readonly code: VocabularyRule['code'];
  readonly severity?: VocabularyRule['severity'];
  readonly reason: string;
  readonly suggestion: string;
  readonly evenNegated?: boolean;
  readonly unless?: RegExp;
}

/** Rules that share reason and suggestion, one for each pattern source; each is bounded by word limits. */
export function rules(group: RuleGroup, ...sources: string[]): VocabularyRule[] {
  const { severity = 'error', ...rest } = group;
  return sources.map((source) => ({ ...rest, severity, pattern: new RegExp(`(?<![a-z0-9])(?:${source})(?![a-z0-9])`, 'g') }));
}
