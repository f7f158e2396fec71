import { fromDayNumber, isCivilDate, parseCivilDate, toDayNumber } from '../civil-date.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { parseMoney } from '../money.ts';
import { repairMojibake } from './encoding.ts';

/** How tables say "nothing". */
const NOTHING = new Set([
  '',
  '-',
  '--',
  '---',
  '.',
  '?',
  'x',
  'xxx',
  's/n',
  'n/a',
  'n/d',
  'na',
  'nd',
  'null',
  'nulo',
  'none',
  'nan',
  'undefined',
  '#n/a',
  '#n/d',
  'nao informado',
  'nao informada',
  'nao possui',
  'nao tem',
  'nao consta',
  'sem email',
  'sem e-mail',
  'sem telefone',
  'vazio',
  '00/00/0000',
  '0000-00-00',
  '00/00/00',
  '/ /',
  '//',
  'em branco',
]);

/** A cell as clean text: no BOM, NBSP, zero-width or doubled spaces, accents repaired; `''` for the many ways of saying nothing. */
export function cellText(value: unknown): string {
  const text = rawText(value);
  return NOTHING.has(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()) ? '' : text;
}

/** The same, keeping `S/N`, which in a street number means "no number". */
export function rawText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (typeof value === 'object') return '';
  return repairMojibake(String(value))
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
}

/** Days from Excel's day 0 (1899-12-30, which absorbs its leap year 1900) that count as a date: 1954 to 2119. */
const FIRST_SERIAL = 20_000;
const LAST_SERIAL = 80_000;
const EXCEL_DAY_ZERO = toDayNumber('1970-01-01') - 25_569;

/**
 * A date as tables carry it: Brazilian or ISO text, `20261121` or `21112026`, an Excel serial (number or text), a `Date`.
 * @throws ReguaError `date.unreadable`
 */
export function cellDate(value: unknown): CivilDate {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  const text = cellText(value);
  const serial = /^\d{5}(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  if (serial >= FIRST_SERIAL && serial <= LAST_SERIAL) return fromDayNumber(EXCEL_DAY_ZERO + Math.floor(serial));
  if (/^\d{8}$/.test(text)) {
    const yearFirst = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    const dayFirst = `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
    if (isCivilDate(yearFirst)) return yearFirst;
    if (isCivilDate(dayFirst)) return dayFirst;
  }
  const named = /^(\d{1,2})[-/ .](?:de )?(\p{L}{3,9})\.?[-/ .](?:de )?(\d{4}|\d{2})$/u.exec(text);
  const month = named ? MONTHS.indexOf(named[2]!.slice(0, 3).toLowerCase()) + 1 : 0;
  if (named && month > 0) return parseCivilDate(`${named[1]}/${month}/${named[3]}`);
  const slashed = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?: .*)?$/.exec(text);
  if (slashed) return parseCivilDate(`${slashed[3]}/${slashed[2]}/${slashed[1]}`);
  return parseCivilDate(text.replace(/^(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}) \d{1,2}:\d{2}(?::\d{2})?$/, '$1'));
}

const MONTHS = ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'];

/**
 * An amount as tables carry it: also `BRL 1.500,00`, `(150,00)` and `150,00-` as less than nothing, `150,00 D` and `C` as accountants mark them.
 * @throws ReguaError `money.unreadable`
 */
export function cellMoney(value: unknown): Cents {
  if (typeof value === 'number') return parseMoney(value);
  const text = cellText(value)
    .replace(/^(?:BRL|R\$)\s*|\s*BRL$/gi, '')
    .replace(/ ?[Dd]$/, '');
  const negative = /^\((.*)\)$|^(.*?)-$|^(.*?) ?[Cc]$/.exec(text);
  const plain = negative?.[1] ?? negative?.[2] ?? negative?.[3];
  return plain === undefined ? parseMoney(text) : -Math.abs(parseMoney(plain));
}

/** A long number that a spreadsheet took for one: `11144477735.0`, `1,19E+10`. Anything else stays. */
export function cellDigits(text: string): string {
  if (/^\d+[.,]0+$/.test(text)) return text.replace(/[.,]0+$/, '');
  const power = /^(\d)[.,](\d+)E\+?(\d{1,2})$/i.exec(text);
  // Digits that the spreadsheet dropped can't come back: only a number that is written in full is taken.
  return power && power[2]!.length >= Number(power[3]) ? `${power[1]}${power[2]!.slice(0, Number(power[3]))}` : text;
}

/** A yes or no, or undefined when it is neither. */
export function cellYesNo(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  const text = rawText(value).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (['s', 'sim', 'y', 'yes', 'true', 'verdadeiro', '1', 'aceita', 'autoriza', 'autorizado', 'ok'].includes(text)) return true;
  if (['n', 'nao', 'no', 'false', 'falso', '0', 'recusa', 'recusou', 'nao autoriza', 'nao autorizado', 'nao aceita'].includes(text)) return false;
  return undefined;
}

/** A whole number of things, or undefined. `12`, `12,0` and `1.200` are read; `-1` and `1,5` are not. */
export function cellCount(value: unknown): number | undefined {
  const text = cellText(value);
  const match = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:[.,]0+)?$/.exec(text);
  return match ? Number(match[1]!.replaceAll('.', '')) : undefined;
}
