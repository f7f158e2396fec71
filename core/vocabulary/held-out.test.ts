import { describe, expect, it } from 'vitest';
import { checkVocabulary, vocabularyAllows } from './check-vocabulary.ts';
import { HELD_OUT } from './testing/corpora.ts';

const isRefused = (text: string) => !vocabularyAllows(checkVocabulary(text, { channel: 'whatsapp' }));

describe('sentences that nobody learnt from', () => {
  it('are enough to measure by', () => {
    expect(HELD_OUT.refused.length).toBeGreaterThan(140);
    expect(HELD_OUT.allowed.length).toBeGreaterThan(240);
  });

  it('are refused in at least 92 of 100 cases where they should be', () => {
    const missed = HELD_OUT.refused.filter((text) => !isRefused(text));
    expect(missed.length / HELD_OUT.refused.length, missed.join('\n')).toBeLessThanOrEqual(0.08);
  });

  it('are wrongly refused in at most 1.5 of 100 cases', () => {
    const wronged = HELD_OUT.allowed.filter(isRefused);
    expect(wronged.length / HELD_OUT.allowed.length, wronged.join('\n')).toBeLessThanOrEqual(0.015);
  });
});
