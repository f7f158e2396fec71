import { describe, expect, it } from 'vitest';
import { kindOf } from './kinds.ts';
import { stemOf } from './stem.ts';

describe('stems', () => {
  it.each([
    ['bloquear bloqueado bloqueada bloqueamos bloquearemos bloqueando bloquearam'],
    ['caloteiro caloteira caloteiros caloteiras'],
    ['negativar negativado negativamos'],
  ])('are the same for %s', (words) => {
    expect(new Set(words.split(' ').map(stemOf)).size).toBe(1);
  });

  it('leave short words alone', () => {
    expect(['nao', 'casa', 'pai', 'vai'].map(stemOf)).toEqual(['nao', 'casa', 'pai', 'vai']);
  });
});

describe('kinds', () => {
  it('are found in every inflection', () => {
    expect(['sogra', 'cunhadas', 'vizinhos', 'pilantras', 'prisao'].map((word) => kindOf(stemOf(word)))).toEqual([
      'relative',
      'relative',
      'neighbour',
      'insult',
      'force',
    ]);
  });

  it('are absent from everyday words', () => {
    expect(['parcela', 'pagamento', 'obrigada', 'vencimento'].map((word) => kindOf(stemOf(word)))).toEqual([undefined, undefined, undefined, undefined]);
  });
});
