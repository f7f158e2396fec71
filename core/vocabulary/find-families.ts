import type { TextFinding } from '../message/composed.ts';
import { FAMILIES } from './families/index.ts';
import type { Family } from './families/family.ts';
import type { FoldedText } from './folded-text.ts';
import { Concepts } from './grammar/lexicon.ts';
import type { Sentence } from './grammar/sentence.ts';
import { sentencesOf } from './grammar/sentence.ts';
import type { Shape } from './grammar/shape.ts';
import { hasShape, isDenied, placesOf } from './grammar/shape.ts';
import { LEXICONS } from './lexicon/index.ts';

interface Entry {
  readonly family: Family;
  readonly shape: Shape;
}

/** Ideas too common to file a shape under. */
const EVERYDAY = new Set('NEG NOTPAY YOU YOUR WE WE_WILL WILL BE PAY PAYMENT DEBT REPLY GO COME NOW NUMBER LAST_THING INNOCENT_LIFE FACT_ABOUT a o e de do da em no na com para que se nao sem ou mais vai pode ser ter voce por ao'.split(' '));
const CONCEPTS = new Concepts(...LEXICONS);
const { byIdea: BY_IDEA, anywhere: ANYWHERE } = index(FAMILIES);

/** What families of wordings say of a text: who does what to whom, whatever the words. */
export function* findFamilies(folded: FoldedText): Generator<TextFinding> {
  for (const sentence of sentencesOf(folded.text, CONCEPTS)) {
    for (const { family, shape } of candidates(sentence)) {
      for (const { from, to } of placesOf(shape, sentence)) {
        if (!family.evenNegated && isDenied(sentence, from)) continue;
        if (family.unless.some((innocent) => hasShape(innocent, sentence))) continue;
        const excerpt = folded.original(sentence.words[from]!.start, sentence.words[to - 1]!.end);
        yield { code: family.code, severity: 'error', excerpt, message: family.reason, suggestion: family.suggestion };
      }
    }
  }
}

/** Of many hundreds of shapes, the few whose rarest idea a sentence has: each shape is filed under that idea only. */
function* candidates(sentence: Sentence): Generator<Entry> {
  yield* ANYWHERE;
  const seen = new Set<Entry>();
  for (const idea of sentence.has) {
    for (const entry of BY_IDEA.get(idea) ?? []) {
      if (seen.has(entry)) continue;
      seen.add(entry);
      yield entry;
    }
  }
}

function index(families: readonly Family[]): { byIdea: ReadonlyMap<string, readonly Entry[]>; anywhere: readonly Entry[] } {
  const byIdea = new Map<string, Entry[]>();
  const anywhere: Entry[] = [];
  const cost = (alternatives: readonly string[]) => alternatives.length + 50 * alternatives.filter((one) => EVERYDAY.has(one)).length;
  for (const family of families) {
    for (const shape of family.shapes) {
      const rarest = [...shape.needs].sort((a, b) => cost(a) - cost(b))[0];
      if (!rarest) anywhere.push({ family, shape });
      else {
        const entry = { family, shape };
        for (const idea of rarest) byIdea.set(idea, [...(byIdea.get(idea) ?? []), entry]);
      }
    }
  }
  return { byIdea, anywhere };
}
