import { describe, expect, it } from 'vitest';
import { syllables } from './syllables.ts';

const WORDS: Readonly<Record<number, string>> = {
  1: 'pai mãe pão seus dois quem mas três réu põe sim meu luz céu sol',
  2: 'baú quilo água juiz país ruim muito quando série maio raiz cair você conta leite noite ouro queijo guerra língua quadro iguais leão ruas prédio guarda igual',
  3: 'saída rainha poeta história cobrança coração viagem negócio parcelas ideia criança Uruguai título família aquário cidade caderno saúde miolo moeda comércio',
  4: 'pagamento alegria vencimento negativa',
  5: 'economia atualizar',
  6: 'possibilidade atualização',
};

describe('syllables', () => {
  it.each(Object.entries(WORDS).flatMap(([count, words]) => words.split(' ').map((word) => [word, Number(count)] as const)))('%s has %i', (word, count) => {
    expect(syllables(word)).toBe(count);
  });

  it('are none without letters and at least one with any', () => {
    expect(syllables('')).toBe(0);
    expect(syllables('123')).toBe(0);
    expect(syllables('cpf')).toBe(1);
  });
});
