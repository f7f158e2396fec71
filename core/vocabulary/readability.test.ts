import { describe, expect, it } from 'vitest';
import { measureReadability, readability, readabilityLabel } from './readability.ts';

describe('readability', () => {
  it('is the formula of Martins et al. over its own counts', () => {
    // 2 sentences, 8 words, 16 syllables: 248.835 − 1.015 × 4 − 84.6 × 2 = 75.575
    expect(measureReadability('A menina lia o livro novo. Gostou muito.')).toMatchObject({ sentences: 2, words: 8 });
    const { words, sentences, syllables, score } = measureReadability('A menina lia o livro novo. Gostou muito.');
    expect(score).toBeCloseTo(248.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words), 1);
  });

  it('rates plain words over legalese', () => {
    const plain = readability('Oi, Ana. Sua conta venceu ontem. Quer ajuda para pagar? Fale com a gente.');
    const legal = readability(
      'Vimos por intermédio desta notificação extrajudicial informar a Vossa Senhoria acerca do inadimplemento das obrigações pecuniárias anteriormente contraídas.',
    );
    expect(plain).toBeGreaterThan(75);
    expect(legal).toBeLessThan(25);
  });

  it('leaves out links, codes and amounts, which have no syllables', () => {
    const base = 'Olá, Ana. Sua conta venceu.';
    expect(readability(`${base} https://pague.exemplo.example/comprovante-internacional`)).toBe(readability(base));
    expect(measureReadability('Valor: R$ 1.234,56 em 20/01/2026').words).toBe(2);
  });

  it('stays between 0 and 100, and is 0 without words', () => {
    expect(readability('Sol. Luz. Mar.')).toBe(100);
    expect(readability('Constitucionalissimamente inconstitucionalissimamente.')).toBe(0);
    expect(readability('123 !!! https://a.example')).toBe(0);
  });

  it.each([
    [80, 'muito fácil de ler'],
    [75, 'muito fácil de ler'],
    [50, 'fácil de ler'],
    [25, 'difícil de ler'],
    [24.9, 'muito difícil de ler'],
  ])('%d reads as %s', (score, label) => {
    expect(readabilityLabel(score)).toBe(label);
  });
});
