import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../testing/corpora.ts';
import { WRONG_NAMES } from '../wrongs.ts';
import { learn } from './learn.ts';
import { GRAIN, packWeights, unpackWeights } from './pack.ts';
import type { Weight } from './scale.ts';
import { PACKED_WEIGHTS } from './weights.ts';

describe('the weights', () => {
  // Fails when the corpus, or how it is read, was changed and `npm run vocabulary` was not run.
  it('are what the corpus teaches', () => {
    expect(packWeights(learn(EXAMPLES)) === PACKED_WEIGHTS).toBe(true);
  }, 120_000);

  it('survive packing', () => {
    const weight = fc.record({
      weight: fc.integer({ min: -80, max: 80 }).map((quarters) => quarters / GRAIN),
      vote: fc.integer({ min: 0, max: 40 }),
      wrong: fc.constantFrom(...WRONG_NAMES),
    });
    const says = (one: Weight): Weight => (one.vote > 0 ? one : { weight: one.weight, vote: 0 });
    fc.assert(
      fc.property(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.dictionary(fc.stringMatching(/^[~!*]?[a-z#$?^@]{1,12}([ _][a-z]{1,8})?$/), weight),
        (bias, features) => {
          const weights = { bias, features: new Map(Object.entries(features).map(([name, one]) => [name, says(one)])) };
          const unpacked = unpackWeights(packWeights(weights));
          expect(unpacked.bias).toBe(bias === 0 ? 0 : bias);
          expect(Object.fromEntries(unpacked.features)).toEqual(Object.fromEntries(weights.features));
        },
      ),
    );
  });
});

describe('learning', () => {
  const examples = [
    { text: 'Você vai se arrepender.', line: 1, wrong: 'veiled' as const },
    { text: 'O senhor vai se arrepender disso.', line: 2, wrong: 'veiled' as const },
    { text: 'Você vai receber o boleto.', line: 3 },
    { text: 'O senhor vai receber o recibo.', line: 4 },
  ];

  it('gives the same weights for the same corpus', () => {
    expect(packWeights(learn(examples))).toBe(packWeights(learn(examples)));
  });

  it('weighs what tells the two sides apart, and names its wrong', () => {
    const { features } = learn(examples);
    expect(features.get('~arrepend')).toMatchObject({ wrong: 'veiled' });
    expect(features.get('~arrepend')!.weight).toBeGreaterThan(0);
    expect(features.get('~receb')!.weight).toBeLessThan(0);
  });
});
