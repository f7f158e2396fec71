import type { WrongName } from '../wrongs.ts';
import { WRONG_NAMES } from '../wrongs.ts';
import { eachFeature } from './features.ts';
import type { Scale } from './scale.ts';
import type { Word } from './word.ts';
import { withoutCourtesy } from './courtesy.ts';
import { partsOf } from './sentence.ts';

export interface Weighed {
  /** Above 0 a sentence is rather like the refused ones. */
  readonly score: number;
  readonly wrong: WrongName;
  /** The words that weigh most, from and to (both inclusive). */
  readonly from: number;
  readonly to: number;
}

/** From here on a sentence is refused; between the two a warning asks for another look. */
export const REFUSE = 0.8;
export const DOUBT = 0.2;

/** What stands around a clause may excuse it: a part weighs so much less than a whole sentence. */
const TORN = 1;

/** Few words say little: the sum is divided as if a sentence had this many features more. */
export const DAMPING = 4;

/** Weighs a sentence by the worst of its parts. */
export function weigh(sentence: readonly Word[], scale: Scale): Weighed & { readonly words: readonly Word[] } {
  let worst: (Weighed & { readonly words: readonly Word[] }) | undefined;
  const core = withoutCourtesy(sentence);
  for (const words of partsOf(sentence)) {
    const weighed = weighPart(words, scale, words === sentence || words.length === core.length ? 0 : TORN);
    if (!worst || weighed.score > worst.score) worst = { ...weighed, words };
  }
  return worst!;
}

/** Long sentences have more features, each of which says less: the sum grows with the square root of their number. */
function weighPart(words: readonly Word[], { bias, single, double }: Scale, less: number): Weighed {
  let sum = 0;
  let known = 0;
  const perWord = new Float64Array(words.length);
  const votes = new Map<WrongName, number>();
  eachFeature(words, (kind, first, second, from, to) => {
    const found = kind === 'pair' || kind === 'gap' ? double[kind].get(first)?.get(second) : single[kind].get(first);
    if (!found) return;
    known += 1;
    sum += found.weight;
    const share = found.weight / (from === to ? 1 : 2);
    perWord[from]! += share;
    if (to !== from) perWord[to]! += share;
    if (found.wrong) votes.set(found.wrong, (votes.get(found.wrong) ?? 0) + found.vote);
  });
  return { score: bias + sum / Math.sqrt(known + DAMPING) - less, wrong: most(votes), ...heaviestSpan(perWord) };
}

function most(votes: ReadonlyMap<WrongName, number>): WrongName {
  let best: WrongName = WRONG_NAMES[0]!;
  let top = -Infinity;
  for (const [wrong, vote] of votes) {
    if (vote > top) {
      top = vote;
      best = wrong;
    }
  }
  return top > 0 ? best : 'veiled';
}

/** The run of words whose weights add up to most (Kadane's algorithm). */
function heaviestSpan(perWord: Float64Array): { from: number; to: number } {
  let best = { from: 0, to: 0 };
  let bestSum = -Infinity;
  let from = 0;
  let sum = 0;
  for (let at = 0; at < perWord.length; at++) {
    if (sum <= 0) {
      from = at;
      sum = 0;
    }
    sum += perWord[at]!;
    if (sum > bestSum) {
      bestSum = sum;
      best = { from, to: at };
    }
  }
  return best;
}
