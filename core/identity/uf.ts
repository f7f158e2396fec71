import { ReguaError } from '../errors.ts';

/** Two-letter code of a Brazilian state or the Federal District. */
export const UFS = [
  'AC',
  'AL',
  'AM',
  'AP',
  'BA',
  'CE',
  'DF',
  'ES',
  'GO',
  'MA',
  'MG',
  'MS',
  'MT',
  'PA',
  'PB',
  'PE',
  'PI',
  'PR',
  'RJ',
  'RN',
  'RO',
  'RR',
  'RS',
  'SC',
  'SE',
  'SP',
  'TO',
] as const;
export type UF = (typeof UFS)[number];

export interface StateInfo {
  readonly name: string;
  readonly capital: string;
  /** Area codes (DDD), Anatel's Plano Geral de Códigos Nacionais. 61 also serves the Goiás towns around Brasília. */
  readonly ddds: readonly number[];
}

export const STATES: Readonly<Record<UF, StateInfo>> = {
  AC: { name: 'Acre', capital: 'Rio Branco', ddds: [68] },
  AL: { name: 'Alagoas', capital: 'Maceió', ddds: [82] },
  AM: { name: 'Amazonas', capital: 'Manaus', ddds: [92, 97] },
  AP: { name: 'Amapá', capital: 'Macapá', ddds: [96] },
  BA: { name: 'Bahia', capital: 'Salvador', ddds: [71, 73, 74, 75, 77] },
  CE: { name: 'Ceará', capital: 'Fortaleza', ddds: [85, 88] },
  DF: { name: 'Distrito Federal', capital: 'Brasília', ddds: [61] },
  ES: { name: 'Espírito Santo', capital: 'Vitória', ddds: [27, 28] },
  GO: { name: 'Goiás', capital: 'Goiânia', ddds: [62, 64] },
  MA: { name: 'Maranhão', capital: 'São Luís', ddds: [98, 99] },
  MG: { name: 'Minas Gerais', capital: 'Belo Horizonte', ddds: [31, 32, 33, 34, 35, 37, 38] },
  MS: { name: 'Mato Grosso do Sul', capital: 'Campo Grande', ddds: [67] },
  MT: { name: 'Mato Grosso', capital: 'Cuiabá', ddds: [65, 66] },
  PA: { name: 'Pará', capital: 'Belém', ddds: [91, 93, 94] },
  PB: { name: 'Paraíba', capital: 'João Pessoa', ddds: [83] },
  PE: { name: 'Pernambuco', capital: 'Recife', ddds: [81, 87] },
  PI: { name: 'Piauí', capital: 'Teresina', ddds: [86, 89] },
  PR: { name: 'Paraná', capital: 'Curitiba', ddds: [41, 42, 43, 44, 45, 46] },
  RJ: { name: 'Rio de Janeiro', capital: 'Rio de Janeiro', ddds: [21, 22, 24] },
  RN: { name: 'Rio Grande do Norte', capital: 'Natal', ddds: [84] },
  RO: { name: 'Rondônia', capital: 'Porto Velho', ddds: [69] },
  RR: { name: 'Roraima', capital: 'Boa Vista', ddds: [95] },
  RS: { name: 'Rio Grande do Sul', capital: 'Porto Alegre', ddds: [51, 53, 54, 55] },
  SC: { name: 'Santa Catarina', capital: 'Florianópolis', ddds: [47, 48, 49] },
  SE: { name: 'Sergipe', capital: 'Aracaju', ddds: [79] },
  SP: { name: 'São Paulo', capital: 'São Paulo', ddds: [11, 12, 13, 14, 15, 16, 17, 18, 19] },
  TO: { name: 'Tocantins', capital: 'Palmas', ddds: [63] },
};

const UF_OF_DDD = new Map<number, UF>(UFS.flatMap((uf) => STATES[uf].ddds.map((ddd) => [ddd, uf] as const)));

export function isUf(text: string): text is UF {
  return (UFS as readonly string[]).includes(text);
}

/** State that an area code belongs to, or undefined when no such code is in use. */
export const ufOfDdd = (ddd: number): UF | undefined => UF_OF_DDD.get(ddd);

/**
 * Reads `sp`, ` SP ` or the state's name with or without accents.
 * @throws ReguaError `uf.unknown`
 */
export function parseUf(text: string): UF {
  if (isUf(text)) return text;
  const plain = fold(text);
  const code = plain.toUpperCase();
  if (isUf(code)) return code;
  const found = UFS.find((uf) => fold(STATES[uf].name) === plain);
  if (found) return found;
  throw new ReguaError('uf.unknown', `Não conheço o estado "${text}". Escreva a sigla de duas letras, como SP.`, { field: 'uf' });
}

const fold = (text: string): string => text.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
