import { describe, expect, it } from 'vitest';
import { conjugate } from './conjugation.ts';

const form = (infinitive: string, kind: string) => conjugate(infinitive).flatMap(([word, one]) => (one === kind ? [word] : []));

describe('conjugate', () => {
  it.each([
    ['penhorar', 'fut', 'penhorara'],
    ['vender', 'part', 'vendida'],
    ['ligar', 'imp', 'ligue'],
    ['marcar', 'me', 'marquei'],
  ])('%s as %s has %s', (infinitive, kind, word) => {
    expect(form(infinitive, kind)).toContain(word);
  });

  it('tells first person from third, so that who acts is known', () => {
    expect(form('cobrar', 'me')).toEqual(['cobro', 'cobramos', 'cobrarei', 'cobraremos', 'cobrei']);
    expect(form('cobrar', 'they')).toEqual(['cobra', 'cobram', 'cobrou', 'cobraram']);
  });
});
