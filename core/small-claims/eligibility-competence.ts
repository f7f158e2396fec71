import type { Debtor } from '../case/index.ts';

export interface Competence {
  /** Where the claim goes; null when the debtor's place is not known well enough. */
  readonly court: { readonly uf: string; readonly city: string } | null;
  readonly reasons: readonly string[];
  /** What has to be found out first, in Portuguese. */
  readonly missing: readonly string[];
}

/**
 * The court by address: the debtor's own (Lei 9.099/95, art. 4 I and sole paragraph: it is competent in every case). For a consumer no
 * other is: suing a consumer elsewhere is void (CDC 6 VIII, 51 XV; STJ on the consumer's forum). Without an address nobody can be summoned, and
 * summons by notice in a newspaper do not exist there (art. 18 §2).
 */
export function competenceOf(debtor: Pick<Debtor, 'uf' | 'city' | 'address'>): Competence {
  const city = debtor.city?.trim() ?? '';
  const missing = [
    ...(city === '' ? ['a cidade do devedor'] : []),
    ...((debtor.address?.trim() ?? '') === '' ? ['o endereço do devedor: sem ele não há citação, e por edital o juizado não cita (art. 18 §2º)'] : []),
  ];
  if (city === '')
    return { court: null, reasons: ['O juizado competente é o da cidade do devedor (Lei 9.099/95, art. 4º); ela não está no cadastro.'], missing };
  return {
    court: { uf: debtor.uf, city },
    reasons: [`Juizado Especial Cível de ${city} (${debtor.uf}), onde o devedor mora (Lei 9.099/95, art. 4º).`],
    missing,
  };
}
