import type { VocabularyRule } from '../rule.ts';
import type { Shape } from '../grammar/shape.ts';
import { shape } from '../grammar/shape.ts';

/** Wordings that do the same wrong, by what is said of whom, not by the sentence. */
export interface Family {
  readonly name: string;
  readonly code: VocabularyRule['code'];
  /** Why, with the law: a sentence in Portuguese. */
  readonly reason: string;
  /** What to write instead. */
  readonly suggestion: string;
  readonly shapes: readonly Shape[];
  /** Holds even after "não". */
  readonly evenNegated: boolean;
  /** A sentence that has one of these is innocent. */
  readonly unless: readonly Shape[];
}

interface Draft {
  readonly name: string;
  readonly code: VocabularyRule['code'];
  readonly reason: string;
  readonly suggestion: string;
  readonly evenNegated?: boolean;
  readonly unless?: readonly string[];
  readonly shapes: readonly string[];
}

/** Somebody offers to help: an idea beside which much is innocent. */
export const OFFER = 'podemos|queremos|quero|vamos|posso|pode|podem|poderemos|conte|juntos|oferecemos|ajudamos|quiser ::5 HELP';

export function family({ evenNegated = false, unless = [], shapes, ...rest }: Draft): Family {
  return { ...rest, evenNegated, unless: unless.map(shape), shapes: shapes.map(shape) };
}
