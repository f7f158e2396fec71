import { looksGarbled } from './encoding.ts';
import type { PortfolioField } from './fields.ts';
import { isRequired, labelOf, namesOf, PORTFOLIO_FIELDS } from './fields.ts';
import { foldHeader, headerReadings, matchesFolded } from './fold-header.ts';
import { profileOf } from './profiles.ts';

/** Field → the column's name exactly as the rows carry it. */
export type ColumnMapping = Readonly<Partial<Record<PortfolioField, string>>>;

export interface ColumnNote {
  readonly code: 'column.unknown' | 'column.repeated' | 'column.not-imported' | 'column.missing' | 'column.garbled';
  readonly severity: 'error' | 'warning' | 'info';
  /** The column's name, when it is about one. */
  readonly header?: string;
  readonly field?: PortfolioField;
  /** Portuguese, with what to do. */
  readonly message: string;
}

export interface MappedColumns {
  readonly mapping: ColumnMapping;
  /** Columns nobody recognised, in the table's order. */
  readonly unrecognized: readonly string[];
  /** Required fields without a column. */
  readonly missing: readonly PortfolioField[];
  readonly notes: readonly ColumnNote[];
  /** The system it came from, where its columns tell. */
  readonly system?: string;
}

/**
 * Recognises a Brazilian ERP's or spreadsheet's columns by their names, whatever the case, accents and punctuation. Nothing is guessed from the
 * values. `given` wins over what would be recognised; a column in it that doesn't exist is ignored and noted.
 */
export function mapColumns(headers: readonly string[], given: ColumnMapping = {}): MappedColumns {
  const free = new Set(headers.filter((header) => foldHeader(header) !== ''));
  const mapping: Partial<Record<PortfolioField, string>> = {};
  const notes: ColumnNote[] = [];
  for (const field of PORTFOLIO_FIELDS) {
    const wanted = given[field];
    if (wanted === undefined || wanted === '') continue;
    if (!headers.includes(wanted)) {
      notes.push({
        code: 'column.missing',
        severity: 'error',
        header: wanted,
        field,
        message: `A coluna "${wanted}", indicada para ${labelOf(field)}, não existe na tabela. Escolha outra.`,
      });
      continue;
    }
    mapping[field] = wanted;
    free.delete(wanted);
  }
  const system = profileOf(headers.flatMap((header) => headerReadings(header)[0] ?? []));
  // The profile's order decides where a system has two columns for one thing.
  for (const [name, field] of Object.entries(system?.columns ?? {})) {
    const header = [...free].find((one) => headerReadings(one)[0] === name);
    if (header === undefined || mapping[field] !== undefined) continue;
    mapping[field] = header;
    free.delete(header);
  }
  for (const field of PORTFOLIO_FIELDS) {
    if (mapping[field] !== undefined || (field === 'streetNumber' && mapping.street === undefined)) continue;
    const header = find(field, free);
    if (header === undefined) continue;
    mapping[field] = header;
    free.delete(header);
  }
  // A table that only has a balance: that is what is owed.
  if (mapping.amount === undefined && mapping.balance !== undefined) {
    mapping.amount = mapping.balance;
    delete mapping.balance;
  }
  const missing = PORTFOLIO_FIELDS.filter((field) => isRequired(field) && mapping[field] === undefined);
  return {
    ...(system && { system: system.name }),
    mapping,
    unrecognized: headers.filter((header) => free.has(header)),
    missing,
    notes: [...notes, ...noteColumns(headers, free, mapping, missing)],
  };
}

function find(field: PortfolioField, free: ReadonlySet<string>): string | undefined {
  // What a column says with its brackets before what it says without: "Cliente (Telefone)" is not the client's name.
  for (const depth of [0, 1, 2]) {
    for (const name of namesOf(field)) {
      for (const header of free) {
        const readings = headerReadings(header);
        const reading = readings[depth];
        // "Cliente (Telefone)" read without its brackets would be a name; where the brackets say something else, they are right.
        if (reading !== undefined && matchesFolded(reading, name) && !(depth === 2 && saysSomething(readings[1]!))) return header;
      }
    }
  }
  return undefined;
}

const saysSomething = (reading: string): boolean => PORTFOLIO_FIELDS.some((field) => namesOf(field).some((name) => matchesFolded(reading, name)));

/** How many of these column names say something to a reader of portfolios: the row with most of them is the header. */
export function recognised(headers: readonly string[]): number {
  const { mapping } = mapColumns([...new Set(headers.map((header) => header.trim()).filter((header) => header !== ''))]);
  return Object.keys(mapping).length;
}

function noteColumns(headers: readonly string[], free: ReadonlySet<string>, mapping: ColumnMapping, missing: readonly PortfolioField[]): ColumnNote[] {
  const notes: ColumnNote[] = missing.map((field) => ({
    code: 'column.missing',
    severity: 'error',
    field,
    message: `Não encontrei a coluna de ${labelOf(field)}. Acrescente-a à tabela (por exemplo, "${EXAMPLES[field] ?? labelOf(field)}") ou diga qual coluna é.`,
  }));
  for (const header of headers) {
    if (!free.has(header)) continue;
    const twin = PORTFOLIO_FIELDS.find((field) => mapping[field] !== undefined && namesOf(field).some((name) => matchesFolded(foldHeader(header), name)));
    notes.push(
      twin === undefined
        ? {
            code: 'column.unknown',
            severity: 'info',
            header,
            message: `Não reconheci a coluna "${header}"; ela não será usada. Se for importante, diga a que campo corresponde.`,
          }
        : {
            code: 'column.repeated',
            severity: 'warning',
            header,
            field: twin,
            message: `A coluna "${header}" também parece ser ${labelOf(twin)}; usei "${mapping[twin]}". Se for a errada, diga qual usar.`,
          },
    );
  }
  if (mapping.note !== undefined) {
    notes.push({
      code: 'column.not-imported',
      severity: 'info',
      header: mapping.note,
      field: 'note',
      message: `A coluna "${mapping.note}" é anotação interna: não é importada, para nunca aparecer numa mensagem.`,
    });
  }
  const garbled = headers.find(looksGarbled);
  if (garbled !== undefined) {
    notes.push({
      code: 'column.garbled',
      severity: 'warning',
      header: garbled,
      message: `Os acentos de "${garbled}" vieram trocados. Salve o arquivo como "CSV UTF-8" e importe de novo para que os nomes saiam certos.`,
    });
  }
  return notes;
}

const EXAMPLES: Partial<Record<PortfolioField, string>> = { document: 'cpf_cnpj', name: 'nome', dueDate: 'vencimento', amount: 'valor' };
