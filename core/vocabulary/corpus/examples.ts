import type { Example } from '../weighing/learn.ts';
import type { WrongName } from '../wrongs.ts';
import { WRONG_NAMES } from '../wrongs.ts';
import type { CorpusLine } from './read-corpus.ts';
import { readCorpus } from './read-corpus.ts';

/** Keeps the lines of the two files apart. */
const ALLOWED_FROM = 1_000_000;

/** All texts of the two corpora as the learner takes them. */
export function examplesOf(refused: string, allowed: string): (Example & { readonly heading: string; readonly isPattern: boolean })[] {
  const of = ({ texts, line, heading }: CorpusLine, wrong?: WrongName) =>
    texts.map((text) => ({ text, line: wrong ? line : ALLOWED_FROM + line, wrong, heading, isPattern: texts.length > 1 }));
  return [...readCorpus(refused).flatMap((line) => of(line, wrongNamed(line.heading))), ...readCorpus(allowed).flatMap((line) => of(line))];
}

function wrongNamed(heading: string): WrongName {
  const wrong = WRONG_NAMES.find((name) => name === heading);
  if (!wrong) throw new RangeError(`corpus/refused.txt: no wrong is called ${heading}`);
  return wrong;
}
