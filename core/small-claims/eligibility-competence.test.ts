import { describe, expect, test } from 'vitest';
import { competenceOf } from './eligibility-competence.ts';

describe('the court by address', () => {
  test('is that of the city where the debtor lives', () => {
    expect(competenceOf({ uf: 'MG', city: 'Betim', address: 'Rua A, 1' })).toEqual({
      court: { uf: 'MG', city: 'Betim' },
      reasons: ['Juizado Especial Cível de Betim (MG), onde o devedor mora (Lei 9.099/95, art. 4º).'],
      missing: [],
    });
  });

  test('is unknown without a city, and an address is needed to summon anybody', () => {
    expect(competenceOf({ uf: 'MG', address: 'Rua A, 1' })).toMatchObject({ court: null, missing: ['a cidade do devedor'] });
    expect(competenceOf({ uf: 'MG', city: 'Betim' }).missing).toEqual([expect.stringContaining('o endereço do devedor')]);
    expect(competenceOf({ uf: 'MG', city: ' ', address: ' ' }).missing).toHaveLength(2);
  });
});
