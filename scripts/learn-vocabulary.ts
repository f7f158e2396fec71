// `npm run vocabulary`: learns the guard's weights from its corpus, says how well sentences it has not seen are judged, and writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wilsonInterval } from '../core/statistics/wilson.ts';
import { foldText } from '../core/vocabulary/folded-text.ts';
import { examplesOf } from '../core/vocabulary/corpus/examples.ts';
import { readFrames } from '../core/vocabulary/corpus/read-frames.ts';
import { learn } from '../core/vocabulary/weighing/learn.ts';
import { packWeights } from '../core/vocabulary/weighing/pack.ts';
import { sentencesOf } from '../core/vocabulary/weighing/sentence.ts';
import type { Scale } from '../core/vocabulary/weighing/scale.ts';
import { scaleOf } from '../core/vocabulary/weighing/scale.ts';
import { REFUSE, weigh } from '../core/vocabulary/weighing/weigh.ts';

const FOLDER = join(import.meta.dirname, '..', 'core', 'vocabulary');
const PARTS = 5;

const corpus = (name: string) => readFileSync(join(FOLDER, 'corpus', `${name}.txt`), 'utf8');
const examples = examplesOf(corpus('refused'), corpus('allowed'), corpus('frames'));
const frames = readFrames(corpus('held-out-frames'));
const refuses = (text: string, scale: Scale) => [...sentencesOf(foldText(text))].some((words) => weigh(words, scale).score >= REFUSE);

/** Both errors of each frame. */
const errors = frames.map(() => ({ missed: 0, wronged: 0 }));
let [refused, allowed] = [0, 0];
const count = (asked: readonly { readonly text: string; readonly isRefusable: boolean }[], scale: Scale) => {
  for (const { text, isRefusable } of asked) {
    if (isRefusable) refused += 1;
    else allowed += 1;
    for (const [index, { around }] of frames.entries()) {
      const refusal = refuses(around(text), scale);
      if (isRefusable && !refusal) errors[index]!.missed += 1;
      if (!isRefusable && refusal) errors[index]!.wronged += 1;
    }
  }
};
const percent = (part: number, whole: number) => {
  const { share, low, high } = wilsonInterval(part, whole);
  const digits = (value: number) => (value * 100).toFixed(1).replace('.', ',');
  return `${digits(share)}% (${digits(low)} a ${digits(high)}%)`;
};
const report = (title: string) => {
  process.stdout.write(`\n${title}: ${refused} recusáveis, ${allowed} inocentes; entre parênteses, intervalos de 95%.\n`);
  for (const [index, { name }] of frames.entries()) {
    const { missed, wronged } = errors[index]!;
    process.stdout.write(`  ${name === '…' ? 'sozinhas' : name}\n    escapam ${percent(missed, refused)}; recusadas à toa ${percent(wronged, allowed)}\n`);
  }
  for (const one of errors) Object.assign(one, { missed: 0, wronged: 0 });
  [refused, allowed] = [0, 0];
};

// Each fifth of the lines is judged by what the other four teach. Patterns stay with the teachers: their texts are too alike to be fair.
for (let part = 0; part < PARTS; part++) {
  const asked = examples.filter(({ line, isPattern, isFramed }) => !isPattern && !isFramed && line % PARTS === part);
  const lines = new Set(asked.map(({ line }) => line));
  count(
    asked.map(({ text, wrong }) => ({ text, isRefusable: wrong !== undefined })),
    scaleOf(learn(examples.filter(({ line }) => !lines.has(line)))),
  );
}
report('Do próprio corpo, cada quinto julgado pelo que os outros ensinam');

const weights = learn(examples);
const packed = packWeights(weights);
writeFileSync(
  join(FOLDER, 'weighing', 'weights.ts'),
  `// Learnt from corpus/*.txt by \`npm run vocabulary\`. Not for hands: add a sentence to the corpus and learn again. The format is pack.ts's.\n// prettier-ignore\nexport const PACKED_WEIGHTS = ${JSON.stringify(packed)};\n`,
);
process.stdout.write(`${examples.length} textos, ${weights.features.size} traços escritos em core/vocabulary/weighing/weights.ts.\n`);

const unseen = (name: string, isRefusable: boolean) => {
  const learnt = new Set(examples.map(({ text }) => text.toLowerCase()));
  return corpus(name)
    .trim()
    .split('\n')
    .filter((text) => !learnt.has(text.toLowerCase()))
    .map((text) => ({ text, isRefusable }));
};
count([...unseen('held-out-refused', true), ...unseen('held-out-allowed', false)], scaleOf(weights));
report('Frases que só medem');
