import { foldText } from '../folded-text.ts';
import type { WrongName } from '../wrongs.ts';
import { WRONG_NAMES } from '../wrongs.ts';
import { eachFeature, featureName } from './features.ts';
import { GRAIN } from './pack.ts';
import { partsOf, sentencesOf } from './sentence.ts';
import type { Weight, Weights } from './scale.ts';
import { DAMPING } from './weigh.ts';

/** A text of the corpus: refused for a wrong, or allowed. Texts made from one pattern share their `line`. */
export interface Example {
  readonly text: string;
  readonly line: number;
  readonly wrong?: WrongName | undefined;
}

const ROUNDS = 30;
const STEP = 0.3;
/** Pulls every weight towards zero, so that no single word decides. */
const DECAY = 1e-3;
/** Share of a sentence's features left out at each look, so that the others learn to carry it. */
const LEFT_OUT = 0.3;
/** A pair of words of a single line of the corpus says more about that line than about Portuguese. */
const LEAST_LINES = 2;
/** Smaller ones decide nothing and only take room in the designer's page. */
const LEAST_WEIGHT = 0.75;

interface Row {
  /** Feature numbers of each part of each sentence. */
  readonly parts: readonly (readonly number[])[];
  readonly wrong: number;
}

/**
 * Logistic regression over the features of sentences, by AdaGrad (Duchi, Hazan & Singer 2011) with drop-out. Of a refused text only the
 * worst sentence is taken to be wrong (multiple-instance learning). The same corpus gives the same weights: `seed` starts the order.
 */
export function learn(examples: readonly Example[], seed = 1): Weights {
  const random = generator(seed);
  const { rows, features } = read(examples);
  const weights = new Float64Array(features.length);
  const seen = new Float64Array(features.length).fill(1e-8);
  let bias = 0;
  const score = (sentence: readonly number[]) => {
    let sum = 0;
    for (const feature of sentence) sum += weights[feature]!;
    return bias + sum / Math.sqrt(sentence.length + DAMPING);
  };
  const worst = (row: Row) => row.parts.reduce((one, other) => (score(other) > score(one) ? other : one));
  const look = (whole: readonly number[], refused: boolean) => {
    const sentence = whole.filter(() => random() >= LEFT_OUT);
    const error = 1 / (1 + Math.exp(-score(sentence))) - (refused ? 1 : 0);
    bias -= 0.02 * error;
    const share = error / Math.sqrt(sentence.length + DAMPING);
    for (const feature of sentence) {
      const slope = share + DECAY * weights[feature]!;
      seen[feature]! += slope * slope;
      weights[feature]! -= (STEP * slope) / Math.sqrt(seen[feature]!);
    }
  };
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(rows, random);
    for (const row of rows) {
      if (row.wrong >= 0) look(worst(row), true);
      else for (const sentence of row.parts) look(sentence, false);
    }
  }
  const refused = rows.filter(({ wrong }) => wrong >= 0).map((row) => ({ sentence: worst(row), wrong: row.wrong }));
  const votes = learnWrongs(refused, features.length, random);
  const entries: [string, Weight][] = [];
  for (const [index, feature] of features.entries()) {
    const weight = Math.round(weights[index]! * GRAIN) / GRAIN;
    const { wrong, vote } = votes[index]!;
    if (Math.abs(weight) >= LEAST_WEIGHT) entries.push([feature, { weight, vote, ...(vote > 0 && weight > 0 && { wrong: WRONG_NAMES[wrong]! }) }]);
  }
  return { bias: Math.round(bias * 100) / 100, features: new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}

/** Which wrong each feature speaks for: softmax regression over the refused sentences, of which each feature keeps its strongest wrong. */
function learnWrongs(
  rows: { readonly sentence: readonly number[]; readonly wrong: number }[],
  size: number,
  random: () => number,
): { wrong: number; vote: number }[] {
  const kinds = WRONG_NAMES.length;
  const weights = Array.from({ length: kinds }, () => new Float64Array(size));
  const seen = Array.from({ length: kinds }, () => new Float64Array(size).fill(1e-8));
  for (let round = 0; round < 12; round++) {
    shuffle(rows, random);
    for (const { sentence, wrong } of rows) {
      const root = Math.sqrt(sentence.length + DAMPING);
      const sums = weights.map((own) => Math.exp(sentence.reduce((sum, feature) => sum + own[feature]!, 0) / root));
      const total = sums.reduce((a, b) => a + b, 0);
      for (let kind = 0; kind < kinds; kind++) {
        const share = (sums[kind]! / total - (kind === wrong ? 1 : 0)) / root;
        for (const feature of sentence) {
          const slope = share + DECAY * weights[kind]![feature]!;
          seen[kind]![feature]! += slope * slope;
          weights[kind]![feature]! -= (STEP * slope) / Math.sqrt(seen[kind]![feature]!);
        }
      }
    }
  }
  return Array.from({ length: size }, (_, feature) => {
    let wrong = 0;
    for (let kind = 1; kind < kinds; kind++) if (weights[kind]![feature]! > weights[wrong]![feature]!) wrong = kind;
    let second = -Infinity;
    for (let kind = 0; kind < kinds; kind++) if (kind !== wrong) second = Math.max(second, weights[kind]![feature]!);
    return { wrong, vote: Math.max(0, Math.round((weights[wrong]![feature]! - second) * 4)) };
  });
}

function read(examples: readonly Example[]): { rows: Row[]; features: readonly string[] } {
  const texts = examples.map(({ text, line, wrong }) => ({
    line,
    wrong,
    parts: [...sentencesOf(foldText(text))].flatMap((sentence) => [...partsOf(sentence)].map(featuresOf)),
  }));
  const lines = new Map<string, Set<number>>();
  for (const { line, parts } of texts) {
    for (const feature of parts.flat()) {
      const at = lines.get(feature) ?? new Set();
      lines.set(feature, at.add(line));
    }
  }
  const features = [...lines].filter(([feature, at]) => at.size >= LEAST_LINES || !/[ _]/.test(feature)).map(([feature]) => feature);
  const numbers = new Map(features.map((feature, index) => [feature, index]));
  const rows = texts
    .filter(({ parts }) => parts.length > 0)
    .map(({ wrong, parts }) => ({
      wrong: wrong === undefined ? -1 : WRONG_NAMES.indexOf(wrong),
      parts: parts.map((part) => part.map((feature) => numbers.get(feature)).filter((feature) => feature !== undefined)),
    }));
  return { rows, features };
}

function featuresOf(words: Parameters<typeof eachFeature>[0]): string[] {
  const features: string[] = [];
  eachFeature(words, (kind, first, second) => features.push(featureName(kind, first, second)));
  return features;
}

/** A small linear congruential generator: the same order at every learning. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
}

function shuffle<T>(items: T[], random: () => number): void {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
}
