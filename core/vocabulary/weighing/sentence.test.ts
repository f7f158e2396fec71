import { describe, expect, it } from 'vitest';
import { foldText } from '../folded-text.ts';
import { partsOf, sentencesOf } from './sentence.ts';

const sentences = (text: string) => [...sentencesOf(foldText(text))].map((words) => words.map((word) => word.text).join(' '));
const parts = (text: string) =>
  [...sentencesOf(foldText(text))].flatMap((sentence) => [...partsOf(sentence)].map((words) => words.map((word) => word.text).join(' ')));

describe('sentences', () => {
  it('say at their end whether they ask', () => {
    expect(sentences('Tudo bem? Vence hoje.')).toEqual(['tudo bem ?', 'vence hoje $']);
  });

  it('do not end after an abbreviation, within a number or where a line goes on', () => {
    expect(sentences('Sr. Lima, são R$ 1.250,00 e\nvence dia 10.')).toEqual(['senhor @ sao r # e vence dia # $']);
  });

  it('spell out what thumbs write', () => {
    expect(sentences('vc ta devendo pq?')).toEqual(['voce esta devendo porque ?']);
  });

  it('take numbers, names, addresses and variables for what they are, whichever they are', () => {
    expect(sentences('Olá, Ana! Pague 30,00: https://p.example/a ou {{ payment.link }}.')).toEqual(['ola @ $', 'pague # @ ou @ $']);
  });

  it('keep pictographs, which say something', () => {
    expect(sentences('🔪 te espero')).toEqual(['🔪 te espero $']);
  });
});

describe('proper names', () => {
  it.each([
    ['Rua da Cadeia Velha', 'rua da @ @ $'],
    ['Dona Benedita Leão', 'dona @ @ $'],
    ['Bar do Caloteiro', 'bar do @ $'],
  ])('are read as such after a title or a place: %s', (text, expected) => {
    expect(sentences(text)).toEqual([expected]);
  });

  it.each([
    ['rua da cadeia', 'rua da cadeia $'],
    ['a Polícia vem', 'a policia vem $'],
    ['Sr. Caloteiro', 'senhor caloteiro $'],
  ])('are not read where nothing says so: %s', (text, expected) => {
    expect(sentences(text)).toEqual([expected]);
  });
});

describe('parts of a sentence', () => {
  it('are the whole, what is left of it without courtesies, and of that each clause of some length and each two in a row', () => {
    expect(parts('Olá, sua fatura venceu ontem mesmo, você vai se arrepender muito')).toEqual([
      'ola sua fatura venceu ontem mesmo voce vai se arrepender muito $',
      'sua fatura venceu ontem mesmo voce vai se arrepender muito $',
      'sua fatura venceu ontem mesmo',
      'voce vai se arrepender muito $',
    ]);
  });

  it('of a short sentence are the sentence', () => {
    expect(parts('Vence hoje.')).toEqual(['vence hoje $']);
  });

  it.each([
    ['Prezada Ana, informamos que vamos à sua casa.', 'vamos a sua casa $'],
    ['Vamos à sua casa, agradecemos a compreensão.', 'vamos a sua casa $'],
    ['Caso não haja pagamento, vamos à sua casa.', 'vamos a sua casa $'],
  ])('are weighed without what courtesy or a condition puts around them: %s', (text, expected) => {
    expect(parts(text)[1]).toBe(expected);
  });

  it('of nothing but courtesies are those', () => {
    expect(parts('Bom dia, agradecemos a atenção.')).toContain('bom dia agradecemos a atencao $');
  });
});
