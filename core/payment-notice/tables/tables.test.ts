import { describe, expect, it } from 'vitest';
import { NOTICE_PROVIDERS } from '../notice.ts';
import { NOTICE_TABLES } from './index.ts';

const shapes = NOTICE_PROVIDERS.flatMap((provider) => NOTICE_TABLES[provider].shapes.map((shape) => ({ provider, shape })));
const meanings = shapes.flatMap(({ provider, shape }) =>
  [...Object.entries(shape.meanings), ...(shape.always ? [['', shape.always] as const] : [])].map(([word, meaning]) => ({ provider, shape, word, meaning })),
);

describe('the tables of what providers tell', () => {
  it('say which question answers what a notice leaves open, once for each number', () => {
    for (const { shape, meaning } of meanings)
      if (meaning.kind === 'needs-lookup') {
        expect(shape.from).toBe('notice');
        expect(shape.lookup!.split('{id}')).toHaveLength(2);
        expect(shape.lookup).toMatch(/^https:\/\//);
      }
  });

  it('have an answer to read for every provider that is asked', () => {
    for (const { provider, shape } of shapes)
      if (shape.from === 'notice' && shape.lookup !== undefined) expect(NOTICE_TABLES[provider].shapes.some(({ from }) => from === 'lookup')).toBe(true);
  });

  it('know where the money stands, and in what unit, wherever a word says that it came', () => {
    for (const { shape, meaning } of meanings)
      if (meaning.kind === 'paid' || meaning.kind === 'settled')
        expect([shape.amount?.length, shape.unit]).toEqual([expect.any(Number), expect.stringMatching(/^(?:reais|cents)$/)]);
  });

  it('leave to a person what cancels a charge or is still contested', () => {
    for (const { meaning } of meanings) if (meaning.kind === 'cancelled') expect(meaning.see).toContain('dívida continua aberta');
  });
});
