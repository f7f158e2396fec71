import type { UF } from './uf.ts';

export interface ParsedCep {
  readonly valid: boolean;
  /** Eight digits. */
  readonly normalized: string;
  /** `01310-100`. */
  readonly formatted: string;
  readonly uf?: UF;
  /** Portuguese sentence when not valid. */
  readonly reason?: string;
}

/** First five digits at which each state's range begins (Correios, faixas de CEP por UF), ascending. */
const RANGES: readonly (readonly [from: number, uf: UF | undefined])[] = [
  [0, undefined],
  [1000, 'SP'],
  [20000, 'RJ'],
  [29000, 'ES'],
  [30000, 'MG'],
  [40000, 'BA'],
  [49000, 'SE'],
  [50000, 'PE'],
  [57000, 'AL'],
  [58000, 'PB'],
  [59000, 'RN'],
  [60000, 'CE'],
  [64000, 'PI'],
  [65000, 'MA'],
  [66000, 'PA'],
  [68900, 'AP'],
  [69000, 'AM'],
  [69300, 'RR'],
  [69400, 'AM'],
  [69900, 'AC'],
  [70000, 'DF'],
  [72800, 'GO'],
  [73000, 'DF'],
  [73700, 'GO'],
  [76800, 'RO'],
  [77000, 'TO'],
  [78000, 'MT'],
  [78900, 'RO'],
  [79000, 'MS'],
  [80000, 'PR'],
  [88000, 'SC'],
  [90000, 'RS'],
];

/** Reads a postal code and says the state it belongs to; whether the street exists only Correios knows. Never throws. */
export function parseCep(value: string): ParsedCep {
  const normalized = value.replace(/[\s.-]/g, '');
  const refuse = (reason: string): ParsedCep => ({ valid: false, normalized, formatted: value.trim(), reason });
  if (!/^\d*$/.test(normalized)) return refuse('O CEP só tem números.');
  if (normalized.length !== 8)
    return refuse(
      `O CEP tem 8 dígitos e este tem ${normalized.length}.${normalized.length === 7 ? ' Planilhas costumam perder o zero do começo: confira.' : ''}`,
    );
  const prefix = Number(normalized.slice(0, 5));
  const uf = RANGES.findLast(([from]) => from <= prefix)?.[1];
  if (!uf) return refuse('Este CEP não pertence a nenhum estado.');
  return { valid: true, normalized, formatted: `${normalized.slice(0, 5)}-${normalized.slice(5)}`, uf };
}
