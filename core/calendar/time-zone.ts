import type { UF } from '../identity/uf.ts';
import { parseUf } from '../identity/uf.ts';

/**
 * IANA zone of each state's capital. Four clocks (UTC−2 to UTC−5, no DST since 2019); the zones are the capitals' own because
 * past summers differ: Mato Grosso kept DST and Roraima didn't. The west of Amazonas follows Manaus here: the state decides.
 */
const ZONES: Readonly<Record<UF, string>> = {
  AC: 'America/Rio_Branco',
  AL: 'America/Maceio',
  AM: 'America/Manaus',
  AP: 'America/Belem',
  BA: 'America/Bahia',
  CE: 'America/Fortaleza',
  DF: 'America/Sao_Paulo',
  ES: 'America/Sao_Paulo',
  GO: 'America/Sao_Paulo',
  MA: 'America/Fortaleza',
  MG: 'America/Sao_Paulo',
  MS: 'America/Campo_Grande',
  MT: 'America/Cuiaba',
  PA: 'America/Belem',
  PB: 'America/Fortaleza',
  PE: 'America/Recife',
  PI: 'America/Fortaleza',
  PR: 'America/Sao_Paulo',
  RJ: 'America/Sao_Paulo',
  RN: 'America/Fortaleza',
  RO: 'America/Porto_Velho',
  RR: 'America/Boa_Vista',
  RS: 'America/Sao_Paulo',
  SC: 'America/Sao_Paulo',
  SE: 'America/Maceio',
  SP: 'America/Sao_Paulo',
  TO: 'America/Araguaina',
};

/**
 * Time zone where a debtor lives. Fernando de Noronha, a district of Pernambuco, is the one place known by name.
 * @throws ReguaError `uf.unknown`
 */
export function timeZoneOf(uf: string, city?: string): string {
  const state = parseUf(uf);
  if (state === 'PE' && city !== undefined && /noronha/i.test(city)) return 'America/Noronha';
  return ZONES[state];
}
