import { describe, expect, it } from 'vitest';
import { checkVocabulary, vocabularyAllows } from './check-vocabulary.ts';
import { ALLOWED, REFUSED_IN_NOTICES } from './corpus/allowed.ts';
import { REFUSED } from './corpus/refused.ts';

const codes = (text: string, options: Partial<Parameters<typeof checkVocabulary>[1]> = {}) => checkVocabulary(text, { channel: 'whatsapp', ...options }).map(({ code }) => code);
const errors = (text: string, purpose?: (typeof ALLOWED)[number][1]) => checkVocabulary(text, { channel: 'whatsapp', purpose }).filter(({ severity }) => severity === 'error');

describe('the labelled corpus', () => {
  it.each(REFUSED)('refuses as %s: %s', (code, sentence) => {
    expect(errors(sentence).map((finding) => finding.code)).toContain(code);
  });

  it.each(ALLOWED)('allows: %s (%s)', (sentence, purpose) => {
    expect(errors(sentence, purpose)).toEqual([]);
  });

  it.each(REFUSED_IN_NOTICES)('refuses even in a notice: %s', (sentence) => {
    expect(errors(sentence, 'bureau-notice')).not.toEqual([]);
    expect(errors(sentence, 'legal-notice')).not.toEqual([]);
  });

  it('is written twice: in capitals and without accents the same is refused', () => {
    for (const [, sentence] of REFUSED) {
      expect(errors(sentence.toUpperCase()), sentence.toUpperCase()).not.toEqual([]);
      expect(errors(sentence.normalize('NFD').replace(/\p{M}/gu, '')), sentence).not.toEqual([]);
    }
  });

  it('has both kinds in number', () => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(120);
    expect(ALLOWED.length).toBeGreaterThanOrEqual(80);
  });
});
