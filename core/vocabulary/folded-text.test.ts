import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldDisguised } from './disguises.ts';
import { foldText } from './folded-text.ts';
import { EXAMPLES } from './testing/corpora.ts';

const same = (text: string) => {
  const quick = foldText(text);
  const careful = foldDisguised(text, false);
  expect(quick.text).toBe(careful.text);
  const half = Math.floor(quick.text.length / 2);
  // Of spaces in a row the one quotes the first, the other all of them.
  expect(quick.original(0, half).trim(), text).toBe(careful.original(0, half).trim());
  expect(quick.original(half, quick.text.length).trim(), text).toBe(careful.original(half, careful.text.length).trim());
};

describe('folding', () => {
  it('quickly says the same as folding with care', () => {
    for (const { text } of EXAMPLES.filter((_, index) => index % 4 === 0)) if (!/\p{Extended_Pictographic}/u.test(text)) same(text);
    const plain = fc.string({ unit: fc.constantFrom(...'aeorstãçéÇÁ  \n\t.,!?-–"“”0123R$@/'), maxLength: 60 });
    fc.assert(
      fc.property(plain, (text) => same(text)),
      { numRuns: 2_000 },
    );
  });

  it.each(['a@0.a', '0@a0.a', '--@r.r', '0s.@a.-s', 'fale com oi@a.b', 'a@b.', '@a.b', 'a @b.c'])(
    'takes "%s" for an address, or not, as folding with care does',
    (text) => same(text),
  );

  it('leads back to the words as they were written', () => {
    const text = 'Olá,   Última\n\nÇhance já!';
    const folded = foldText(text);
    const at = folded.text.indexOf('ultima');
    expect(folded.original(at, at + 'ultima'.length)).toBe('Última');
  });
});
