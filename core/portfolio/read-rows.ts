import type { ContactPoint, Debt } from '../case/index.ts';
import { balanceOf } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import { formatMoney } from '../money.ts';
import type { PortfolioField } from './fields.ts';
import { isTotal, numberKey } from './meanings.ts';
import { cellText } from './cells.ts';
import { looksGarbled, repairMojibake } from './encoding.ts';
import type { ImportedCase } from './imported-case.ts';
import type { ColumnMapping, MappedColumns } from './map-columns.ts';
import { mapColumns } from './map-columns.ts';
import type { ReadRow, StoppedTitle } from './read-row.ts';
import { readRow, stoppedBy, titleOfRow } from './read-row.ts';
import { RowReader } from './row-reader.ts';
import type { InvalidRow, RowProblem, RowWarning } from './row-problem.ts';

export interface ReadOptions {
  /** Columns the user pointed out; the others are recognised by name. */
  readonly mapping?: ColumnMapping;
  /** Today: payments can't be later. */
  readonly on: CivilDate;
  /** The line of the first row, where the header is not in line 1 (`parseCsv`). */
  readonly firstRow?: number;
  /** Problems the table itself had, by row number (`parseCsv`): those rows are not taken. */
  readonly problems?: ReadonlyMap<number, readonly RowProblem[]>;
  /** State for debtors whose row gives no sign of one: the creditor's. Without it such rows are refused. */
  readonly defaultUf?: string;
  /** Area code for telephones written without one. */
  readonly defaultDdd?: number;
}

export interface ReadPortfolio {
  /** One per document, in order of first appearance. */
  readonly cases: readonly ImportedCase[];
  /** For each case, in the same order, the rows it was read from (numbered as in `InvalidRow`). */
  readonly rowNumbers: readonly (readonly number[])[];
  readonly invalid: readonly InvalidRow[];
  readonly warnings: readonly RowWarning[];
  /** Debts that rows which were not taken say must rest: known ones are not charged until a table says otherwise. */
  readonly stopped: readonly StoppedTitle[];
  /** Rows that are no title: sums, the header printed again, credits that were used. Each has a warning that says so. */
  readonly leftOut: readonly number[];
  readonly columns: MappedColumns;
}

/**
 * Reads a creditor's table: rows keyed by column name, as a spreadsheet, a database or `parseCsv` gives them. Every row comes out once: in a case, or in
 * `invalid` with all its reasons, or is blank. A debtor's good rows go in when another one of theirs is broken.
 */
export function readRows(rows: readonly Readonly<Record<string, unknown>>[], options: ReadOptions): ReadPortfolio {
  const columns = mapColumns(headersOf(rows), options.mapping);
  const context = { mapping: columns.mapping, on: options.on, defaultUf: options.defaultUf, defaultDdd: options.defaultDdd };
  const invalid: InvalidRow[] = [];
  const warnings: RowWarning[] = columns.notes
    .filter((note) => note.severity !== 'info')
    .map(({ field, code, message }) => ({ field: field ?? 'row', code, message }));
  const drafts = new Map<string, Draft>();
  const credits: Credit[] = [];
  const leftOutRows = new Set<number>();
  const leave = (warning: RowWarning & { readonly rowNumber: number }): void => {
    warnings.push(warning);
    leftOutRows.add(warning.rowNumber);
  };
  const stopped: StoppedTitle[] = [];
  const merged = isWrittenOnce(rows, columns.mapping);
  let above: Readonly<Record<string, unknown>> | undefined;
  rows.forEach((given, index) => {
    const rowNumber = index + (options.firstRow ?? 2);
    const broken = options.problems?.get(rowNumber) ?? [];
    if (broken.length === 0 && Object.values(given).every((value) => cellText(value) === '')) return;
    const left = leftOut(given, columns.mapping);
    if (left) {
      leave({ rowNumber, field: 'row', code: left.code, message: left.message });
      return;
    }
    const row = merged && above !== undefined && saysNobody(given, columns.mapping) ? filledDown(given, above, columns.mapping) : given;
    above = row;
    const reader = new RowReader(row, context);
    if (row !== given) reader.warn('name', 'row.filled-down', `A linha não diz de quem é; li como do mesmo cliente da linha de cima, como nesta planilha.`);
    const read = readRow(reader);
    if (Object.values(row).some((value) => typeof value === 'string' && isLost(value))) {
      reader.warn('row', 'row.garbled', 'Há letras acentuadas perdidas nesta linha. Salve o arquivo como "CSV UTF-8" e importe de novo.');
    }
    if (broken.length > 0 || !read) {
      // What would only be a warning in a good row is one more thing to mend in a broken one.
      const title = titleOfRow(reader);
      invalid.push({ rowNumber, row: given, reasons: [...broken, ...reader.reasons, ...reader.warnings], title });
      const stop = broken.length > 0 ? undefined : stoppedBy(reader, title);
      if (stop) stopped.push(stop);
      return;
    }
    if (read.credit && read.debt.status !== 'open') {
      leave({ rowNumber, field: 'titleKind', code: 'credit.not-open', message: 'A linha é um crédito já usado ou cancelado: nada foi descontado por ela.' });
      return;
    }
    if (read.credit) {
      credits.push({ rowNumber, row: given, read });
      for (const warning of reader.warnings) warnings.push({ ...warning, rowNumber });
      return;
    }
    const conflict = merge(drafts, read, rowNumber, (problem) => warnings.push({ ...problem, rowNumber }));
    if (conflict) {
      invalid.push({ rowNumber, row: given, reasons: [conflict, ...reader.warnings], title: { document: read.document, number: read.debt.number } });
      return;
    }
    for (const warning of reader.warnings) warnings.push({ ...warning, rowNumber });
    if (read.contactPoints.length === 0) {
      warnings.push({
        rowNumber,
        field: 'row',
        code: 'contact.none',
        message: 'Este devedor não tem e-mail, telefone nem endereço que sirva: a dívida entrou, mas nenhuma mensagem chegará. Complete o cadastro.',
      });
    }
  });
  for (const credit of credits) {
    const problem = takeOff(credit, drafts.get(credit.read.document), (message) =>
      warnings.push({ rowNumber: credit.rowNumber, field: 'titleKind', code: 'credit.taken-off', message }),
    );
    if (problem)
      invalid.push({
        rowNumber: credit.rowNumber,
        row: credit.row,
        reasons: [problem],
        title: { document: credit.read.document, number: credit.read.debt.number },
      });
  }
  invalid.push(...restOf(stopped, drafts, (rowNumber) => rows[rowNumber - (options.firstRow ?? 2)]!));
  invalid.sort((a, b) => a.rowNumber - b.rowNumber);
  const taken = [...drafts.values()];
  return { cases: taken.map(toImported), rowNumbers: taken.map((draft) => draft.rowNumbers), invalid, warnings, stopped, leftOut: [...leftOutRows], columns };
}

/** The other rows of people nobody may write to, and of titles that must rest: they are not taken either. */
function restOf(stopped: readonly StoppedTitle[], drafts: Map<string, Draft>, rowAt: (rowNumber: number) => Readonly<Record<string, unknown>>): InvalidRow[] {
  return stopped.flatMap(({ document, number, because }) => {
    const draft = drafts.get(document);
    if (!draft) return [];
    if (number !== undefined) {
      const debt = draft.debts.get(numberKey(number));
      if (debt?.status === 'open') draft.debts.set(numberKey(number), { ...debt, status: 'cancelled' });
      return [];
    }
    drafts.delete(document);
    return draft.rowNumbers.map((rowNumber) => ({
      rowNumber,
      row: rowAt(rowNumber),
      reasons: [{ field: 'name' as const, code: 'name.not-to-write-to', message: `Outra linha deste mesmo documento impede: ${because}` }],
      title: { document },
    }));
  });
}

/** Money the client has with the creditor. */
interface Credit {
  readonly rowNumber: number;
  readonly row: Readonly<Record<string, unknown>>;
  readonly read: ReadRow;
}

/** Takes a credit off the client's open debts, the one that fell due first before the others; or says why it can't be. */
function takeOff({ read, rowNumber }: Credit, draft: Draft | undefined, say: (message: string) => void): RowProblem | undefined {
  const open = [...(draft?.debts.values() ?? [])].filter(({ status }) => status === 'open').sort((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
  let left = read.debt.principal;
  const parts: string[] = [];
  for (const debt of open) {
    const owed = balanceOf(debt);
    const part = Math.min(left, owed);
    if (part <= 0) continue;
    draft!.debts.set(numberKey(debt.number), { ...debt, abatement: debt.abatement + part, status: part === owed ? 'paid' : 'open' });
    parts.push(`${formatMoney(part)} do título ${debt.number}`);
    left -= part;
  }
  if (parts.length === 0) {
    return {
      field: 'amount',
      code: 'credit.nothing-owed',
      message: `A linha é um crédito de ${formatMoney(read.debt.principal)} do cliente, e não há título em aberto dele nesta tabela de que descontar. Veja com o financeiro o que fazer com ele.`,
    };
  }
  draft!.rowNumbers.push(rowNumber);
  const rest = left > 0 ? ` Sobram ${formatMoney(left)} a favor do cliente: veja com o financeiro.` : '';
  say(`O crédito ${read.debt.number} foi descontado: ${parts.join(', ')}.${rest}`);
  return undefined;
}

/** Rows of a report that are no title of anybody: sums, and the header printed again. */
function leftOut(row: Readonly<Record<string, unknown>>, mapping: ColumnMapping): { readonly code: string; readonly message: string } | undefined {
  const document = mapping.document === undefined ? '' : cellText(row[mapping.document]);
  const entries = Object.entries(row).map(([header, value]) => [header, cellText(value)] as const);
  const first = entries.find(([, value]) => value !== '')?.[1] ?? '';
  const due = mapping.dueDate === undefined ? '' : cellText(row[mapping.dueDate]);
  if (isTotal(first) && due === '' && !/\d{11}/.test(document.replace(/\D/g, '')))
    return { code: 'row.total', message: 'A linha soma outras ("total"): ficou de fora.' };
  const filled = entries.filter(([, value]) => value !== '');
  if (filled.length > 1 && filled.every(([header, value]) => value === header.trim()))
    return { code: 'row.header-again', message: 'A linha repete o cabeçalho: ficou de fora.' };
  return undefined;
}

/** Who a debtor is, in the fields that a report with merged cells writes once above several titles. */
const WRITTEN_ONCE: readonly PortfolioField[] = [
  'document',
  'name',
  'customerCode',
  'ddd',
  'phone',
  'mobile',
  'whatsapp',
  'email',
  'uf',
  'city',
  'cep',
  'street',
];

/** A title that says nothing at all of whose it is. */
function saysNobody(row: Readonly<Record<string, unknown>>, mapping: ColumnMapping): boolean {
  const says = (field: PortfolioField): boolean => mapping[field] !== undefined && cellText(row[mapping[field]]) !== '';
  return says('dueDate') && says('amount') && !WRITTEN_ONCE.some(says);
}

/** One title in this many has to be without a name before the table counts as one that writes each client once: fewer are slips, and a slip is asked about. */
const WRITTEN_ONCE_FROM = 4;

function isWrittenOnce(rows: readonly Readonly<Record<string, unknown>>[], mapping: ColumnMapping): boolean {
  if (mapping.document === undefined && mapping.name === undefined) return false;
  return rows.filter((row) => saysNobody(row, mapping)).length * WRITTEN_ONCE_FROM >= rows.length;
}

function filledDown(
  row: Readonly<Record<string, unknown>>,
  above: Readonly<Record<string, unknown>>,
  mapping: ColumnMapping,
): Readonly<Record<string, unknown>> {
  const filled: Record<string, unknown> = { ...row };
  for (const field of WRITTEN_ONCE) if (mapping[field] !== undefined) filled[mapping[field]] = above[mapping[field]];
  return filled;
}

/** Accents garbled beyond repair. */
const isLost = (text: string): boolean => looksGarbled(repairMojibake(text));

function headersOf(rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  const headers = new Set<string>();
  for (const row of rows) for (const header in row) headers.add(header);
  return [...headers];
}

interface Draft {
  first: ReadRow;
  readonly rowNumbers: number[];
  readonly points: Map<string, Omit<ContactPoint, 'id'>>;
  readonly debts: Map<string, Omit<Debt, 'id'>>;
}

/** Adds a row to its debtor, or says why it can't be. */
function merge(drafts: Map<string, Draft>, row: ReadRow, rowNumber: number, warn: (problem: RowProblem) => void): RowProblem | undefined {
  const draft = drafts.get(row.document);
  if (!draft) {
    drafts.set(row.document, {
      first: row,
      rowNumbers: [rowNumber],
      points: new Map(row.contactPoints.map((point) => [`${point.kind}:${point.value}`, point])),
      debts: new Map([[numberKey(row.debt.number), row.debt]]),
    });
    return undefined;
  }
  const known = draft.debts.get(numberKey(row.debt.number));
  if (known && (known.dueDate !== row.debt.dueDate || known.principal !== row.debt.principal)) {
    return {
      field: 'debtNumber',
      code: 'number.repeated',
      message: `O título ${row.debt.number} aparece mais de uma vez para este devedor, com ${known.dueDate === row.debt.dueDate ? `valores diferentes (${formatMoney(known.principal)} e ${formatMoney(row.debt.principal)})` : `vencimentos diferentes (${formatCivilDate(known.dueDate)} e ${formatCivilDate(row.debt.dueDate)})`}. Se são parcelas, acrescente uma coluna "parcela" ou numere-as (123/1, 123/2).`,
    };
  }
  draft.rowNumbers.push(rowNumber);
  draft.debts.set(numberKey(row.debt.number), known ? mergeDebt(known, row.debt, warn) : row.debt);
  for (const point of row.contactPoints) draft.points.set(`${point.kind}:${point.value}`, point);
  if (draft.first.name.toLowerCase() !== row.name.toLowerCase()) {
    warn({
      field: 'name',
      code: 'name.differs',
      message: `O mesmo documento aparece com outro nome ("${draft.first.name}" e "${row.name}"); fiquei com o primeiro. Confira se o documento é mesmo desta pessoa.`,
    });
  }
  draft.first = {
    ...row,
    ...draft.first,
    lifetimeValue: Math.max(draft.first.lifetimeValue, row.lifetimeValue),
    invoicesPaid: Math.max(draft.first.invoicesPaid, row.invoicesPaid),
    invoicesPaidOnTime: Math.max(draft.first.invoicesPaidOnTime, row.invoicesPaidOnTime),
  };
  return undefined;
}

/** The same title on two rows: each row is one payment of it, or the row was repeated. */
function mergeDebt(known: Omit<Debt, 'id'>, repeated: Omit<Debt, 'id'>, warn: (problem: RowProblem) => void): Omit<Debt, 'id'> {
  const news = repeated.payments.filter((payment) => !known.payments.some((other) => other.date === payment.date && other.amount === payment.amount));
  if (news.length === 0) {
    warn({ field: 'row', code: 'row.repeated', message: `O título ${known.number} está repetido na tabela; contei uma vez só.` });
    return known;
  }
  const payments = [...known.payments, ...news];
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  return { ...known, payments, status: known.status === 'open' && paid >= known.principal - known.abatement ? 'paid' : known.status };
}

function toImported({ first, points, debts }: Draft): ImportedCase {
  const { debt: _, credit: ___, externalId, contactPoints: __, ...debtor } = first;
  return { debtor: { ...debtor, contactPoints: [...points.values()] }, debts: [...debts.values()], ...(externalId === undefined ? {} : { externalId }) };
}
