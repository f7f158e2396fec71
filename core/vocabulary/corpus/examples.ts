import type { Example } from '../weighing/learn.ts';
import type { WrongName } from '../wrongs.ts';
import { WRONG_NAMES } from '../wrongs.ts';
import type { CorpusLine } from './read-corpus.ts';
import { readCorpus } from './read-corpus.ts';
import { readFrames } from './read-frames.ts';

/** Keeps the lines of the two files apart. */
const ALLOWED_FROM = 1_000_000;

/** A text of the corpus as the learner takes it. */
export interface CorpusExample extends Example {
  readonly heading: string;
  /** One of several made from a pattern. */
  readonly isPattern: boolean;
  /** Set in courtesies: teaches that they take nothing back. */
  readonly isFramed: boolean;
}

/** All texts of the two corpora, each plain and, where there are frames, once more in one of them. */
export function examplesOf(refused: string, allowed: string, frames: string): CorpusExample[] {
  const of = ({ texts, line, heading }: CorpusLine, wrong?: WrongName) =>
    texts.map((text) => ({ text, line: wrong ? line : ALLOWED_FROM + line, wrong, heading, isPattern: texts.length > 1, isFramed: false }));
  const plain = [...readCorpus(refused).flatMap((line) => of(line, wrongNamed(line.heading))), ...readCorpus(allowed).flatMap((line) => of(line))];
  const around = readFrames(frames);
  const framed = plain.map((example, index) => ({ ...example, text: around[index % around.length]!.around(example.text), isFramed: true }));
  return [...plain, ...framed];
}

function wrongNamed(heading: string): WrongName {
  const wrong = WRONG_NAMES.find((name) => name === heading);
  if (!wrong) throw new RangeError(`corpus/refused.txt: no wrong is called ${heading}`);
  return wrong;
}
