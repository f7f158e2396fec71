import Big from 'big.js';
import { isCivilDate } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import { INDEX_DATA } from './data/indices.generated.ts';
import type { YearMonth } from './year-month.ts';
import { nextMonth } from './year-month.ts';

export const INDEX_SERIES = ['ipca', 'inpc', 'igpm', 'taxa-legal'] as const;
export type IndexSeries = (typeof INDEX_SERIES)[number];

/** Codes of the series in the Central Bank's SGS. */
export const SGS_CODES: Readonly<Record<IndexSeries, number>> = { ipca: 433, inpc: 188, igpm: 189, 'taxa-legal': 29543 };
export const SERIES_NAMES: Readonly<Record<IndexSeries, string>> = { ipca: 'IPCA', inpc: 'INPC', igpm: 'IGP-M', 'taxa-legal': 'Taxa Legal' };

export interface IndexValue {
  /** Percent in that month, decimal text: `"0.16"` is 0.16%. */
  readonly percent: string;
  readonly source: string;
}
/** Months without a value are absent: nothing is interpolated or repeated. */
export type IndexTables = Readonly<Record<IndexSeries, ReadonlyMap<YearMonth, IndexValue>>>;

export interface IndexRow extends IndexValue {
  readonly series: IndexSeries;
  readonly month: YearMonth;
}

export function indexTables(rows: Iterable<IndexRow>): IndexTables {
  const tables = emptyTables();
  for (const { series, month, percent, source } of rows) tables[series].set(month, { percent, source });
  return tables;
}

/** Later tables win month by month, so that a user's file completes or corrects what is shipped. */
export function mergeIndexTables(...all: readonly IndexTables[]): IndexTables {
  const merged = emptyTables();
  for (const tables of all) for (const series of INDEX_SERIES) for (const [month, value] of tables[series]) merged[series].set(month, value);
  return merged;
}

/** Last month known of a series, e.g. `"2026-07"`. */
export function lastMonthOf(tables: IndexTables, series: IndexSeries): YearMonth | undefined {
  let last: YearMonth | undefined;
  for (const month of tables[series].keys()) if (last === undefined || month > last) last = month;
  return last;
}

/**
 * Reads `series,month,percent,source` with a header line; separators `,` or `;` (then the decimal may be a comma).
 * @throws ReguaError `index.unreadable` naming the line
 */
export function parseIndexCsv(text: string): IndexTables {
  const rows: IndexRow[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || (index === 0 && /^series[,;]/i.test(line))) continue;
    const cells = line.split(line.includes(';') ? ';' : ',').map((cell) => cell.trim());
    const [series = '', month = '', percent = '', ...source] = cells;
    if (!isSeries(series)) throw unreadable(index + 1, `a série "${series}" não existe; use ${INDEX_SERIES.join(', ')}`);
    if (!isCivilDate(`${month}-01`)) throw unreadable(index + 1, `o mês "${month}" deve ser como 2026-08`);
    rows.push({ series, month, percent: readIndexPercent(percent, index + 1), source: source.join(', ') || 'arquivo do usuário' });
  }
  return indexTables(rows);
}

/**
 * Reads the JSON that BCB's SGS publishes: `[{"data":"01/01/2025","valor":"0.16"}]`, one object a month.
 * @throws ReguaError `index.unreadable`
 */
export function parseSgsResponse(json: unknown, series: IndexSeries): IndexTables {
  if (!Array.isArray(json)) throw unreadable(1, 'a resposta do Banco Central não é uma lista');
  const rows = json.map((entry: unknown, index): IndexRow => {
    const { data, valor } = (typeof entry === 'object' && entry !== null ? entry : {}) as { data?: unknown; valor?: unknown };
    const date = /^\d{2}\/(\d{2})\/(\d{4})$/.exec(String(data));
    const month = date ? `${date[2]}-${date[1]}` : '';
    if (!isCivilDate(`${month}-01`)) throw unreadable(index + 1, `a data "${String(data)}" deve ser como 01/01/2025`);
    return { series, month, percent: readIndexPercent(String(valor), index + 1), source: `SGS ${SGS_CODES[series]} / API do BCB` };
  });
  return indexTables(rows);
}

/** Address of a series in SGS for whole months, to be fetched by whoever has a network. */
export function sgsAddress(series: IndexSeries, from: YearMonth, to: YearMonth): string {
  const day = (month: YearMonth): string => `01/${month.slice(5, 7)}/${month.slice(0, 4)}`;
  return `https://api.bcb.gov.br/dados/serie/bcdata.sgs.${SGS_CODES[series]}/dados?formato=json&dataInicial=${day(from)}&dataFinal=${day(to)}`;
}

/** The tables that ship with the project, each row with its source. */
export const SHIPPED_TABLES: IndexTables = indexTables(shippedRows());

function* shippedRows(): Generator<IndexRow> {
  for (const series of INDEX_SERIES) {
    const { from, percents }: { from: YearMonth; percents: string } = INDEX_DATA[series];
    const sources: readonly (readonly [string, number])[] = INDEX_DATA[series].sources;
    let month: YearMonth = from;
    let run = 0;
    let left: number = sources[0]?.[1] ?? 0;
    for (const percent of percents.split(' ')) {
      while (left === 0) left = sources[++run]?.[1] ?? Number.POSITIVE_INFINITY;
      yield { series, month, percent, source: sources[run]?.[0] ?? '' };
      left -= 1;
      month = nextMonth(month);
    }
  }
}

function emptyTables(): Record<IndexSeries, Map<YearMonth, IndexValue>> {
  return { ipca: new Map(), inpc: new Map(), igpm: new Map(), 'taxa-legal': new Map() };
}

function isSeries(text: string): text is IndexSeries {
  return (INDEX_SERIES as readonly string[]).includes(text);
}

function readIndexPercent(text: string, line: number): string {
  const decimal = text.replace(',', '.');
  if (!/^[-+]?\d+(\.\d+)?$/.test(decimal)) throw unreadable(line, `o percentual "${text}" não é um número`);
  return new Big(decimal.replace('+', '')).toFixed();
}

function unreadable(line: number, reason: string): ReguaError {
  return new ReguaError('index.unreadable', `Não consegui ler a tabela de índices: linha ${line}, ${reason}.`, { field: 'indices' });
}
