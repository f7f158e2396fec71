import { WRONG_NAMES } from '../wrongs.ts';
import type { Weight, Weights } from './scale.ts';

/** Weights are kept in quarters: finer ones decide nothing. */
export const GRAIN = 4;
const LETTER_A = 97;

/**
 * Weights as text, a feature a line in the order of the alphabet: how many characters it shares with the line before (base 36), the rest
 * of it, a tab, its weight in quarters, and the letter of its wrong with its vote.
 */
export function packWeights({ bias, features }: Weights): string {
  const lines = [String(bias)];
  let before = '';
  for (const [feature, { weight, wrong, vote }] of [...features].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let shared = 0;
    while (shared < 35 && shared < feature.length && feature[shared] === before[shared]) shared += 1;
    const says = wrong === undefined ? '' : String.fromCharCode(LETTER_A + WRONG_NAMES.indexOf(wrong)) + vote;
    lines.push(`${shared.toString(36)}${feature.slice(shared)}\t${Math.round(weight * GRAIN)}${says}`);
    before = feature;
  }
  return lines.join('\n');
}

export function unpackWeights(packed: string): Weights {
  const [bias, ...lines] = packed.split('\n');
  const features = new Map<string, Weight>();
  let feature = '';
  for (const line of lines) {
    const tab = line.indexOf('\t');
    feature = feature.slice(0, Number.parseInt(line[0]!, 36)) + line.slice(1, tab);
    const weight = Number.parseInt(line.slice(tab + 1), 10) / GRAIN;
    const says = /[a-z](\d+)$/.exec(line);
    features.set(feature, says ? { weight, wrong: WRONG_NAMES[says[0].charCodeAt(0) - LETTER_A], vote: Number(says[1]) } : { weight, vote: 0 });
  }
  return { bias: Number(bias), features };
}
