import { blankAddresses } from './addresses.ts';
import { syllables } from './syllables.ts';

export interface ReadabilityMeasure {
  /** 0–100; higher is easier. 75+ very easy, 50–75 easy, 25–50 hard (secondary school), below 25 very hard. */
  readonly score: number;
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
}

const SYLLABLES = new Map<string, number>();
const CACHE_LIMIT = 20_000;

function cachedSyllables(word: string): number {
  const known = SYLLABLES.get(word);
  if (known !== undefined) return known;
  if (SYLLABLES.size >= CACHE_LIMIT) SYLLABLES.clear();
  const count = syllables(word);
  SYLLABLES.set(word, count);
  return count;
}

/**
 * Flesch reading ease adapted to Portuguese (Martins, Ghiraldelo, Nunes & Oliveira, ICMC-USP 1996):
 * 248.835 − 1.015 × words per sentence − 84.6 × syllables per word, held between 0 and 100.
 * Links, codes, amounts and numbers are left out: people skip over them, and they have no syllables.
 */
export function measureReadability(text: string): ReadabilityMeasure {
  const prose = blankAddresses(text, () => ' ')
    .replace(/R\$ ?[\d.,]*\d/g, ' ')
    .replace(/\d[\d.,/()-]*\d|\d/g, ' ');
  let sentences = 0;
  let words = 0;
  let total = 0;
  for (const part of prose.split(/[.!?;:]+(?=\s|$)|\n+/)) {
    const found = part.match(/\p{L}+(?:[-'’]\p{L}+)*/gu);
    if (!found) continue;
    sentences += 1;
    words += found.length;
    for (const word of found) total += cachedSyllables(word);
  }
  if (words === 0) return { score: 0, sentences: 0, words: 0, syllables: 0 };
  const score = 248.835 - 1.015 * (words / sentences) - 84.6 * (total / words);
  return { score: Math.round(Math.min(100, Math.max(0, score)) * 10) / 10, sentences, words, syllables: total };
}

/** The score alone: see {@link measureReadability}. 0 for a text without words. */
export function readability(text: string): number {
  return measureReadability(text).score;
}

/** The band of a score, in words a manager reads. */
export function readabilityLabel(score: number): string {
  if (score >= 75) return 'muito fácil de ler';
  if (score >= 50) return 'fácil de ler';
  if (score >= 25) return 'difícil de ler';
  return 'muito difícil de ler';
}
