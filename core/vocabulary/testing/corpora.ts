import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessagePurpose } from '../../case/index.ts';
import { examplesOf } from '../corpus/examples.ts';
import { readFrames } from '../corpus/read-frames.ts';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', 'corpus', `${name}.txt`), 'utf8');

/** What the weights are learnt from. */
export const EXAMPLES = examplesOf(read('refused'), read('allowed'), read('frames'));
const PLAIN = EXAMPLES.filter(({ isFramed }) => !isFramed);
export const REFUSED = PLAIN.flatMap(({ text, wrong }) => (wrong ? [{ text, wrong }] : []));
export const ALLOWED = PLAIN.flatMap(({ text, wrong, heading }) =>
  wrong ? [] : [{ text, purpose: heading === 'everyday' ? undefined : (heading as MessagePurpose) }],
);

const learnt = new Set(EXAMPLES.map(({ text }) => text.toLowerCase()));
const unseen = (name: string): string[] =>
  read(name)
    .trim()
    .split('\n')
    .filter((text) => !learnt.has(text.toLowerCase()));

/** What they are not: one sentence a line, those left out that the corpus came to have as well. */
export const HELD_OUT = { refused: unseen('held-out-refused'), allowed: unseen('held-out-allowed') };

/** Frames that nobody learnt from; the first is none. */
export const HELD_OUT_FRAMES = readFrames(read('held-out-frames'));
