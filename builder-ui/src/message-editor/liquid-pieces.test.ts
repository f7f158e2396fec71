import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MESSAGE_VARIABLES } from '../../../core/message/variables.ts';
import { variables as english } from '../strings/en/variables.ts';
import { variables as portuguese } from '../strings/pt-BR/variables.ts';
import { liquidOf, piecesOf } from './liquid-pieces.ts';

const fragments = fc.oneof(
  fc.constantFrom('{{', '}}', '{%', '%}', '{', '}', ' ', '\n', '\r\n', '\u2028', '|', '-', 'if', 'debtor.name', 'offers', '\ud83d', 'ã'),
  fc.constantFrom(...MESSAGE_VARIABLES.map(({ name }) => liquidOf(name))),
  fc.string({ unit: 'binary' }),
);
const templates = fc.array(fragments, { maxLength: 25 }).map((parts) => parts.join(''));
const kinds = (text: string): string[] => piecesOf(text).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

describe('the pieces of a template', () => {
  it('put together again are the text, whatever it is', () => {
    fc.assert(
      fc.property(templates, (text) => {
        const pieces = piecesOf(text);
        expect(pieces.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
        expect(pieces.every(({ from, to }) => from < to)).toBe(true);
      }),
    );
  });

  it('are the variables where they stand, and words around them', () => {
    expect(kinds('Olá, {{ debtor.firstName }}! São {{amount.total}}.')).toEqual([
      'words: Olá, ',
      'variable: {{ debtor.firstName }}',
      'words: ! São ',
      'variable: {{amount.total}}',
      'words: .',
    ]);
  });

  it('leave conditions, loops, filters, whitespace control and unknown names as they are written', () => {
    for (const code of [
      '{% if offer.summary %}',
      '{% endif %}',
      '{{ debtor.name | upcase }}',
      '{{- debtor.name -}}',
      '{{ debtor.nickname }}',
      '{{ offers }}',
      '{% for o in offers %}',
    ]) {
      expect(kinds(code)).toEqual([`code: ${code}`]);
    }
  });

  it('know every variable that a message may insert', () => {
    for (const { name, type } of MESSAGE_VARIABLES) if (type !== 'list') expect(piecesOf(liquidOf(name))).toMatchObject([{ kind: 'variable', name }]);
  });

  it('have a short name in both languages, and no two the same', () => {
    const names = MESSAGE_VARIABLES.flatMap(({ name, type }) => (type === 'list' ? [] : [name])).sort();
    for (const words of [portuguese.variables, english.variables]) {
      expect(Object.keys(words).sort()).toEqual(names);
      expect(new Set(Object.values(words)).size).toBe(names.length);
    }
  });
});
