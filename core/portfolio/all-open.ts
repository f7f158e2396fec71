import type { CivilDate } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import type { Cents } from '../money.ts';
import { numberKey } from './meanings.ts';
import type { ReadPortfolio } from './read-rows.ts';
import type { StoppedTitle } from './read-row.ts';

/** A title the ledger has open. */
export interface KnownTitle {
  readonly caseId: string;
  readonly debtId: string;
  /** CPF or CNPJ, digits. */
  readonly document: string;
  readonly number: string;
  readonly dueDate: CivilDate;
  readonly principal: Cents;
}

/** The open titles that a table says must rest, each with why. */
export function titlesToStop(known: readonly KnownTitle[], stopped: readonly StoppedTitle[]): { readonly title: KnownTitle; readonly because: string }[] {
  const byDocument = new Map<string, StoppedTitle[]>();
  for (const one of stopped) byDocument.set(one.document, [...(byDocument.get(one.document) ?? []), one]);
  return known.flatMap((title) => {
    const stop = byDocument.get(title.document)?.find(({ number }) => number === undefined || numberKey(number) === numberKey(title.number));
    return stop ? [{ title, because: stop.because }] : [];
  });
}

/**
 * The open titles that a table of "everything that is open" doesn't have. One that a refused row may be speaking of is not missing: the row says what is
 * wrong with it, and once mended it says whether the title is open.
 */
export function missingTitles(known: readonly KnownTitle[], tables: readonly Pick<ReadPortfolio, 'cases' | 'invalid'>[]): KnownTitle[] {
  const present = new Set<string>();
  const unsure = new Set<string>();
  for (const { cases, invalid } of tables) {
    for (const { debtor, debts } of cases) for (const { number } of debts) present.add(titleKey(debtor.document, number));
    for (const { title } of invalid) {
      if (title.document !== undefined) unsure.add(title.document);
      else if (title.number !== undefined) unsure.add(numberKey(title.number));
    }
  }
  return known.filter(({ document, number }) => !present.has(titleKey(document, number)) && !unsure.has(document) && !unsure.has(numberKey(number)));
}

const titleKey = (document: string, number: string): string => `${document} ${numberKey(number)}`;

/** Fewer than these may always be missing: a small portfolio is paid off in a week. */
const ALWAYS_FEW = 5;

/**
 * Why nothing may be closed by what a table lacks: it looks cut off, or lacks more than anybody expects of one day.
 * @param ceiling share of the known open titles that may be missing, 0 to 1
 * @returns undefined when it may
 */
export function allOpenRefusal(
  known: readonly KnownTitle[],
  missing: readonly KnownTitle[],
  tables: readonly (Pick<ReadPortfolio, 'cases' | 'invalid'> & { readonly lastRow?: number })[],
  ceiling: number,
): ReguaError | undefined {
  if (missing.length === 0) return undefined;
  const cut = tables.map(cutOff).find((message) => message !== undefined);
  if (cut !== undefined) return new ReguaError('all-open.cut-off', cut);
  if (tables.every(({ cases }) => cases.length === 0))
    return new ReguaError('all-open.empty', `Nada foi encerrado: a lista não traz nenhum título que sirva, e o registro tem ${count(known.length)} em aberto.`);
  if (missing.length > ALWAYS_FEW && missing.length > ceiling * known.length) {
    return new ReguaError(
      'all-open.too-many',
      `Nada foi encerrado: faltam nesta lista ${missing.length} dos ${count(known.length)} em aberto, e o limite é ${Math.round(ceiling * 100)}%. Confira se o arquivo está inteiro e é desta carteira; se está certo, aumente o limite e importe de novo.`,
    );
  }
  return undefined;
}

/** A file that ends in the middle of a row: every title after it would count as missing. */
export function cutOff({ invalid, lastRow }: Pick<ReadPortfolio, 'invalid'> & { readonly lastRow?: number }): string | undefined {
  const last = invalid.at(-1);
  return last !== undefined && last.rowNumber === lastRow && last.reasons.some(({ code }) => code === 'row.columns-missing' || code === 'row.quotes')
    ? `O arquivo termina no meio da linha ${last.rowNumber}: parece cortado, e os títulos que faltam seriam dados por encerrados. Exporte-o de novo.`
    : undefined;
}

const count = (titles: number): string => (titles === 1 ? '1 título' : `${titles} títulos`);
