import { describe, expect, it } from 'vitest';
import { LEXICONS } from '../lexicon/index.ts';
import { FAMILIES } from './index.ts';

/** Ideas that tagging adds itself. */
const GRAMMAR = ['NEG', 'NOTPAY', 'NUMBER', 'CLOCK', 'QUESTION'];
const IDEAS = new Set([...GRAMMAR, ...LEXICONS.flatMap((lexicon) => Object.keys(lexicon))]);
const FORMS = new Set(['inf', 'me', 'fut', 'part', 'ger', 'imp', 'they']);

const parts = (source: string) =>
  source
    .split(' ')
    .filter((item) => !/^(?:\.\.\d+|::\d+|\^|\$)$/.test(item))
    .flatMap((item) => item.replace(/^!|\?$/g, '').split('|'));

describe('families', () => {
  it.each(FAMILIES.map((family) => [family.name, family] as const))('%s: its shapes speak of ideas that a lexicon has, in words without accents', (_, { shapes, unless }) => {
    for (const { source } of [...shapes, ...unless]) {
      for (const part of parts(source)) {
        if (!/^[A-Z]/.test(part)) expect(part, source).toMatch(/^\*?[a-z0-9_-]+\*?$/);
        else {
          const [idea, form] = part.split(':');
          expect(IDEAS, source).toContain(idea);
          if (form) expect(FORMS, source).toContain(form);
        }
      }
    }
  });

  it.each(FAMILIES.map((family) => [family.name, family] as const))('%s: says why and what to write instead', (_, { reason, suggestion }) => {
    expect(reason).toMatch(/[.)]$/);
    expect(suggestion.length).toBeGreaterThan(10);
  });

  it('words of the lexicons are without accents, so that folded text finds them', () => {
    for (const lexicon of LEXICONS) for (const [idea, { verbs = '', words = '' }] of Object.entries(lexicon)) expect(`${verbs} ${words}`, idea).toMatch(/^[a-z0-9_* -]*$/);
  });
});
