import type { UF } from '../identity/uf.ts';
import { parseUf } from '../identity/uf.ts';
import { foldName } from './fold-name.ts';

/**
 * IANA zone of each state's capital. Four clocks (UTC−2 to UTC−5, no DST since 2019); the zones are the capitals' own because
 * past summers differ: Mato Grosso kept DST and Roraima didn't.
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
 * Municipalities of Amazonas whose seat lies west of the line from Tabatinga to Porto Acre (Lei 12.876/2013), on Acre's clock. Those that
 * the line cuts with their seat to the east (Boca do Acre, Pauini, Lábrea and others) follow Manaus.
 */
const WEST_OF_AMAZONAS: ReadonlySet<string> = new Set(['atalaia do norte', 'benjamin constant', 'eirunepe', 'envira', 'guajara', 'ipixuna', 'tabatinga']);

/**
 * Time zone where a debtor lives. The state decides, save Fernando de Noronha, a district of Pernambuco, and the west of Amazonas.
 * @throws ReguaError `uf.unknown`
 */
export function timeZoneOf(uf: string, city?: string): string {
  const state = parseUf(uf);
  if (city === undefined) return ZONES[state];
  const name = foldName(city);
  if (state === 'PE' && name.includes('noronha')) return 'America/Noronha';
  if (state === 'AM' && WEST_OF_AMAZONAS.has(name)) return 'America/Eirunepe';
  return ZONES[state];
}
