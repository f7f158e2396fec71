import { describe, expect, it } from 'vitest';
import { foldText } from '../folded-text.ts';
import { Concepts } from './lexicon.ts';
import { sentencesOf } from './sentence.ts';
import { hasShape, isDenied, placesOf, shape } from './shape.ts';

const CONCEPTS = new Concepts({
  PAY: { verbs: 'pagar quitar' },
  PAYMENT: { words: 'pagamento' },
  TELL: { verbs: 'contar ligar' },
  BOSS: { words: 'chefe patrao recursos_humanos' },
  DEBT: { words: 'divid*' },
});
const sentences = (text: string) => [...sentencesOf(foldText(text).text, CONCEPTS)];
const has = (source: string, text: string) => sentences(text).some((sentence) => hasShape(shape(source), sentence));

describe('a shape', () => {
  it.each([
    ['TELL ..3 BOSS', 'Vou contar tudo ao seu chefe'],
    ['TELL:inf ..3 BOSS', 'Vou ligar pros recursos humanos'],
    ['TELL:me BOSS|DEBT', 'conto dívidas'],
    ['^ TELL', 'Ligue já'],
    ['BOSS $', 'Fale com o chefe'],
    ['seu? BOSS', 'O chefe'],
    ['cont* ..1 DEBT', 'contaremos da dívida'],
    ['QUESTION', 'Tudo bem?'],
  ])('%s is in: %s', (source, text) => {
    expect(has(source, text)).toBe(true);
  });

  it.each([
    ['TELL ..1 BOSS', 'Vou contar tudo o que sei ao seu chefe'],
    ['TELL ..3 BOSS', 'Vou contar. O chefe saiu.'],
    ['TELL ..3 BOSS', 'Contar? Não ao chefe'],
    ['TELL:inf ..3 BOSS', 'Conto ao chefe'],
    ['TELL !o|ao ..2 BOSS', 'contar ao chefe'],
    ['QUESTION', 'Tudo bem.'],
  ])('%s is not in: %s', (source, text) => {
    expect(has(source, text)).toBe(false);
  });

  it('stands at words, whatever they mean', () => {
    const [sentence] = sentences('Amanhã vou ligar para o patrão dele');
    expect([...placesOf(shape('TELL:inf ..2 BOSS'), sentence!)]).toEqual([{ from: 2, to: 6 }]);
  });
});

describe('denial', () => {
  const denied = (text: string, word: string) => {
    const [sentence] = sentences(text);
    return isDenied(sentence!, sentence!.words.findIndex(({ text: one }) => one === word));
  };

  it.each([['Não vamos ligar', 'ligar'], ['Nunca vamos te ligar', 'ligar'], ['Sem ligar', 'ligar']])('%s denies %s', (text, word) => {
    expect(denied(text, word)).toBe(true);
  });

  it('ends with the phrase', () => {
    expect(denied('Não adianta, vou ligar', 'ligar')).toBe(false);
  });

  it('is no denial when it is a condition: "se não pagar, vou ligar"', () => {
    expect(has('NOTPAY ..3 TELL', 'Se não pagar vou ligar')).toBe(true);
    expect(has('NOTPAY', 'O não pagamento')).toBe(true);
    expect(has('NOTPAY', 'Se não conseguir pagar')).toBe(false);
    expect(has('NEG', 'Não pague')).toBe(true);
  });
});

describe('sentences', () => {
  it('end neither at an abbreviation nor inside an amount', () => {
    expect(sentences('O sr. João e V. Sa. devem R$ 1.200,00. Obrigado.')).toHaveLength(2);
  });

  it('spell out what thumbs write', () => {
    expect(sentences('vc tem 24h pra pagar')[0]!.words.map(({ text }) => text)).toEqual(['voce', 'tem', '24', 'horas', 'para', 'pagar']);
  });

  it('know a time of day from a countdown', () => {
    expect(sentences('até as 18h')[0]!.words.at(-1)!.concepts).toEqual(['CLOCK']);
  });
});
