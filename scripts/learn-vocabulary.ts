// `npm run vocabulary`: learns the guard's weights from its corpus, says how well sentences it has not seen are judged, and writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldText } from '../core/vocabulary/folded-text.ts';
import { examplesOf } from '../core/vocabulary/corpus/examples.ts';
import { learn } from '../core/vocabulary/weighing/learn.ts';
import { packWeights } from '../core/vocabulary/weighing/pack.ts';
import { sentencesOf } from '../core/vocabulary/weighing/sentence.ts';
import type { Scale } from '../core/vocabulary/weighing/scale.ts';
import { scaleOf } from '../core/vocabulary/weighing/scale.ts';
import { REFUSE, weigh } from '../core/vocabulary/weighing/weigh.ts';

const FOLDER = join(import.meta.dirname, '..', 'core', 'vocabulary');
const PARTS = 5;

const corpus = (name: string) => readFileSync(join(FOLDER, 'corpus', `${name}.txt`), 'utf8');
const examples = examplesOf(corpus('refused'), corpus('allowed'));
const refuses = (text: string, scale: Scale) => [...sentencesOf(foldText(text))].some((words) => weigh(words, scale).score >= REFUSE);

// Each fifth of the lines is judged by what the other four teach. Patterns stay with the teachers: their texts are too alike to be fair.
let [caught, refused, wronged, allowed] = [0, 0, 0, 0];
for (let part = 0; part < PARTS; part++) {
  const isAsked = ({ line, isPattern }: (typeof examples)[number]) => !isPattern && line % PARTS === part;
  const scale = scaleOf(learn(examples.filter((example) => !isAsked(example))));
  for (const example of examples.filter(isAsked)) {
    const refusal = refuses(example.text, scale) ? 1 : 0;
    if (example.wrong) [caught, refused] = [caught + refusal, refused + 1];
    else [wronged, allowed] = [wronged + refusal, allowed + 1];
  }
}
const percent = (part: number, whole: number) => `${((part / whole) * 100).toFixed(1)}%`;
process.stdout.write(
  `Não vistas: ${percent(caught, refused)} de ${refused} recusáveis pegas, ${percent(wronged, allowed)} de ${allowed} inocentes recusadas.\n`,
);

const weights = learn(examples);
const packed = packWeights(weights);
writeFileSync(
  join(FOLDER, 'weighing', 'weights.ts'),
  `// Learnt from corpus/*.txt by \`npm run vocabulary\`. Not for hands: add a sentence to the corpus and learn again. The format is pack.ts's.\n// prettier-ignore\nexport const PACKED_WEIGHTS = ${JSON.stringify(packed)};\n`,
);
process.stdout.write(`${examples.length} textos, ${weights.features.size} traços escritos em core/vocabulary/weighing/weights.ts.\n`);
