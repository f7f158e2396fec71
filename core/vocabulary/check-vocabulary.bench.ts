import { describe, test } from 'vitest';
import { checkVocabulary } from './check-vocabulary.ts';
import { ALLOWED, REFUSED } from './testing/corpora.ts';

// The goal: 5,000 distinct messages of some 200 characters in a second on one core, one in twenty of them refused.
const ROUND = 1_000;
let made = 0;

/** No two alike: a text already found clean would not be read again. */
function message(): string {
  made += 1;
  const sentences = [1, 7, 31, 131].map((step) => ALLOWED[(made * step + step) % ALLOWED.length]!.text);
  if (made % 20 === 0) sentences.push(REFUSED[made % REFUSED.length]!.text);
  return sentences.join(' ');
}

describe('distinct messages', () => {
  test(`${ROUND} of them`, { timeout: 60_000 }, async ({ bench }) => {
    await bench('check', () => {
      for (let index = 0; index < ROUND; index++) checkVocabulary(message(), { channel: 'whatsapp' });
    }).run({ iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 });
  });
});
