import { describe, expect, it } from 'vitest';
import { checkVocabulary, vocabularyAllows } from './check-vocabulary.ts';
import { HELD_OUT, HELD_OUT_FRAMES } from './testing/corpora.ts';

/** The names that the frames use. */
const names = ['Ana', 'Loja Horizonte'];
const isRefused = (text: string) => !vocabularyAllows(checkVocabulary(text, { channel: 'whatsapp', names }));

describe('sentences that nobody learnt from', () => {
  it('are enough to measure by', () => {
    expect(HELD_OUT.refused.length).toBeGreaterThan(140);
    expect(HELD_OUT.allowed.length).toBeGreaterThan(240);
  });

  describe.each(HELD_OUT_FRAMES)('in the frame "$name"', ({ around }) => {
    it('are refused in at least 95 of 100 cases where they should be', () => {
      const missed = HELD_OUT.refused.filter((text) => !isRefused(around(text)));
      expect(missed.length / HELD_OUT.refused.length, missed.join('\n')).toBeLessThanOrEqual(0.05);
    });

    it('are wrongly refused in at most 2 of 100 cases', () => {
      const wronged = HELD_OUT.allowed.filter((text) => isRefused(around(text)));
      expect(wronged.length / HELD_OUT.allowed.length, wronged.join('\n')).toBeLessThanOrEqual(0.02);
    });
  });

  it('are never refused without the words being marked', () => {
    for (const text of HELD_OUT.refused) {
      for (const { severity, excerpt } of checkVocabulary(text, { channel: 'whatsapp' })) {
        if (severity === 'error') expect(text.includes(excerpt) && excerpt.trim() !== '', text).toBe(true);
      }
    }
  });
});

describe('what is said plainly or shortly', () => {
  it.each([
    'E aí?',
    'E aí, tudo bem?',
    'Você tem um débito conosco.',
    'você tem um débito',
    'Você está devendo R$ 50,00.',
    'Regularize sua situação.',
    '👍',
    'Oi',
  ])('is no threat: %s', (text) => expect(checkVocabulary(text, { channel: 'whatsapp' })).toEqual([]));
});
