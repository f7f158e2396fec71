import type { TextFinding } from '../message/composed.ts';
import { FAMILIES } from './families/index.ts';
import type { FoldedText } from './folded-text.ts';
import { Concepts } from './grammar/lexicon.ts';
import { sentencesOf } from './grammar/sentence.ts';
import { hasShape, isDenied, placesOf } from './grammar/shape.ts';
import { LEXICONS } from './lexicon/index.ts';

const CONCEPTS = new Concepts(...LEXICONS);

/** What families of wordings say of a text: who does what to whom, whatever the words. */
export function* findFamilies(folded: FoldedText): Generator<TextFinding> {
  for (const sentence of sentencesOf(folded.text, CONCEPTS)) {
    for (const { code, reason, suggestion, shapes, unless, evenNegated } of FAMILIES) {
      for (const shape of shapes) {
        for (const { from, to } of placesOf(shape, sentence)) {
          if (!evenNegated && isDenied(sentence, from)) continue;
          if (unless.some((innocent) => hasShape(innocent, sentence))) continue;
          const excerpt = folded.original(sentence.words[from]!.start, sentence.words[to - 1]!.end);
          yield { code, severity: 'error', excerpt, message: reason, suggestion };
        }
      }
    }
  }
}
