import type { TextFinding } from '../message/composed.ts';
import type { FoldedText } from './folded-text.ts';
import { unpackWeights } from './weighing/pack.ts';
import type { Word } from './weighing/word.ts';
import { sentencesOf } from './weighing/sentence.ts';
import type { Scale } from './weighing/scale.ts';
import { scaleOf } from './weighing/scale.ts';
import { DOUBT, REFUSE, weigh } from './weighing/weigh.ts';
import { PACKED_WEIGHTS } from './weighing/weights.ts';
import { WRONGS } from './wrongs.ts';

let scale: Scale | undefined;

/** Sentences that wrong the reader: refused when they weigh enough, else a warning where there is doubt. */
export function* findWrongs(folded: FoldedText): Generator<TextFinding> {
  scale ??= scaleOf(unpackWeights(PACKED_WEIGHTS));
  for (const sentence of sentencesOf(folded)) {
    const { score, wrong, words, from, to } = weigh(sentence, scale);
    if (score < DOUBT) continue;
    const { code, reason, suggestion } = WRONGS[wrong];
    const excerpt = folded.original(words[from]!.start, words[wholePhrase(words, to)]!.end).trim();
    yield { code, severity: score < REFUSE ? 'warning' : 'error', excerpt, message: reason, suggestion };
  }
}

/** A quotation doesn't stop at "o" or "sua": it goes on to the word they belong to. */
function wholePhrase(words: readonly Word[], to: number): number {
  const last = words.length - (words.at(-1)!.start === words.at(-1)!.end ? 2 : 1);
  let end = Math.min(to, last);
  while (end < last && words[end]!.text.length <= 3) end += 1;
  return end;
}
