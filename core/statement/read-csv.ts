import type { CivilDate } from '../civil-date.ts';
import type { LineProblem } from '../line-problem.ts';
import type { Cents } from '../money.ts';
import { formatMoney, parseMoney } from '../money.ts';
import { cellDate, cellText, rawText } from '../portfolio/cells.ts';
import { parseCsv } from '../portfolio/index.ts';
import { isTotal } from '../portfolio/meanings.ts';
import type { StatementColumns } from './columns.ts';
import { statementColumns, tellingOfStatement } from './columns.ts';
import { isBalance, shownText, soundsLikeDebit } from './entry-text.ts';
import type { RawEntry, ReadEntries } from './statement.ts';

type Row = Readonly<Record<string, string>>;

/** A bank's table, by the meaning of its columns' names; undefined when it is none. Itaú's, which has no names, by its first line. */
export function readCsvStatement(text: string): ReadEntries | undefined {
  const { headers, rows, firstRow, problems: ofForm } = parseCsv(text, tellingOfStatement);
  const columns = statementColumns(headers);
  const hasMoney = columns.amount.length > 0 || (columns.credit.length > 0 && columns.debit.length > 0);
  // Without words nobody is found; and a card's bill has no `histórico`.
  if (columns.date.length > 0 && columns.text.length > 0 && hasMoney) {
    const account = accountAbove(text.split(/\r\n|\n|\r/).slice(0, firstRow - 2));
    return new TableReader(columns, account).read(rows, firstRow, ofForm);
  }
  const unnamed = withoutNames(headers);
  if (!unnamed) return undefined;
  const first = Object.fromEntries(headers.map((header) => [header, header]));
  return new TableReader(unnamed, '').read([first, ...rows], firstRow - 1, ofForm);
}

/** `05/11/2026;PIX RECEBIDO;150,00`: a first line that is an entry already. */
function withoutNames(cells: readonly string[]): StatementColumns | undefined {
  const [date, text, amount] = cells;
  if (cells.length !== 3 || dateOf(date!) === undefined || moneyOf(amount!) === undefined || dateOf(text!) !== undefined) return undefined;
  return { date: [date!], text: [text!], amount: [amount!], credit: [], debit: [], side: [], number: [], account: [] };
}

/** Branch and account from the lines above the table: `Conta ;123456-7`, `Extrato de: Ag: 1234 | CC: 0012345-6`. */
function accountAbove(lines: readonly string[]): string {
  const above = lines.join('\n');
  const numbered = (name: RegExp): string[] => {
    const found = name.exec(above)?.[1];
    return found === undefined ? [] : [found.replace(/\s/g, '')];
  };
  return [
    ...numbered(/\bag(?:[eê]ncia)?\b\.?[ :;,"|]*(\d[\d.-]*)/i),
    ...numbered(/\b(?:c\/c|cc|conta(?: corrente)?)\b\.?[ :;,"|]*(\d[\d.]*(?:-?[\dxX])?)/i),
  ].join('/');
}

interface Money {
  readonly cents: Cents;
  /** What the cell itself says of the direction. */
  readonly side: 'in' | 'out' | undefined;
}

class TableReader {
  readonly #columns: StatementColumns;
  readonly #account: string;
  readonly #entries: RawEntry[] = [];
  readonly #problems: LineProblem[] = [];
  /** Nothing in the table says which way money went. */
  #unsigned = true;
  /** The column that says it, where one does. */
  #side: string | undefined;

  constructor(columns: StatementColumns, account: string) {
    this.#columns = columns;
    this.#account = account;
  }

  read(rows: readonly Row[], firstRow: number, ofForm: ReadonlyMap<number, readonly { readonly code: string; readonly message: string }[]>): ReadEntries {
    const { amount, side } = this.#columns;
    this.#side = side.find((header) => rows.some((row) => sideOf(row[header]!) !== undefined));
    this.#unsigned = amount.length > 0 && this.#side === undefined && !rows.some((row) => moneyOf(row[amount[0]!]!)?.side !== undefined);
    rows.forEach((row, index) => this.#row(row, firstRow + index, ofForm.get(firstRow + index) ?? []));
    return { entries: this.#entries, problems: this.#problems };
  }

  #row(row: Row, line: number, broken: readonly { readonly code: string; readonly message: string }[]): void {
    const cells = Object.values(row);
    if (cells.every((cell) => cellText(cell) === '')) return;
    // A cell that holds the header's own name: the header printed again.
    if (this.#columns.date.some((header) => cellText(row[header]) === header && dateOf(header) === undefined)) return;
    const dateCell = cellText(row[this.#columns.date[0]!]);
    const text = this.#textOf(row);
    const first = cells.map(cellText).find((cell) => cell !== '')!;
    if (isBalance(text) || isBalance(first) || isTotal(first)) return;
    const date = dateOf(dateCell);
    const signed = this.#signed(row, text);
    // Columns that are missing at the end of a line are the ones that nobody needs, when the rest is read.
    const [form] = broken.filter(({ code }) => code !== 'row.columns-missing' || date === undefined || typeof signed !== 'number');
    if (form && (date !== undefined || typeof signed === 'number')) return this.#problem(line, form.message);
    if (date === undefined) {
      if (signed === undefined && dateCell === '') this.#continueLast(text);
      else if (signed !== undefined || /^\d/.test(dateCell)) this.#problem(line, `Não entendi o dia "${shown(dateCell)}": confira este lançamento no banco.`);
      return;
    }
    if (signed === undefined) return this.#problem(line, `Falta o valor${about(text)}: confira este lançamento no banco.`);
    if (typeof signed === 'string') return this.#problem(line, `${signed}${about(text)}: confira este lançamento no banco.`);
    const account = cellText(row[this.#columns.account[0] ?? '']) || this.#account;
    this.#entries.push({ line, id: rawText(row[this.#columns.number[0] ?? '']), account, date, signed, text });
  }

  #textOf(row: Row): string {
    const parts = this.#columns.text.map((header) => rawText(row[header])).filter((part) => part !== '');
    // "Tipo" is which way the money went at one bank, and "Pix" at another.
    const others = this.#columns.side.filter((header) => header !== this.#side).map((header) => rawText(row[header]));
    return [...new Set([...others, ...parts])].filter((part) => part !== '').join(' - ');
  }

  /** Cents, what is wrong with them in Portuguese, or undefined when there is no amount at all. */
  #signed(row: Row, text: string): Cents | string | undefined {
    const [credit, debit, amount] = [this.#columns.credit[0], this.#columns.debit[0], this.#columns.amount[0]];
    if (credit !== undefined && debit !== undefined) return twoColumns(row[credit]!, row[debit]!);
    if (amount === undefined || cellText(row[amount]) === '') return undefined;
    const money = moneyOf(row[amount]!);
    if (!money) return `Não entendi o valor "${shown(row[amount]!)}"`;
    // Banco do Brasil has called everything "Entrada", Pix that were sent too: what the amount itself says goes first.
    if (money.side === 'out') return -money.cents;
    const said = this.#side === undefined ? undefined : sideOf(row[this.#side]!);
    if (said === 'out') return money.side === 'in' ? `É dado por saída, e por entrada, o valor de ${formatMoney(money.cents)}` : -money.cents;
    if (money.side === 'in') return money.cents;
    if (this.#side !== undefined && said === undefined) return `Não diz se é entrada ou saída o valor de ${formatMoney(money.cents)}`;
    if ((this.#unsigned || said === 'in') && soundsLikeDebit(text))
      return `Parece uma saída, e nada mais diz que saiu (peça ao banco o arquivo OFX), o valor de ${formatMoney(money.cents)}`;
    return money.cents;
  }

  /** Bradesco and Sicoob tell who paid on the lines below. */
  #continueLast(text: string): void {
    const last = this.#entries.at(-1);
    if (last && text !== '') this.#entries[this.#entries.length - 1] = { ...last, text: [last.text, text].filter((part) => part !== '').join(' - ') };
  }

  #problem(line: number, message: string): void {
    this.#problems.push({ line, message });
  }
}

function twoColumns(credit: string, debit: string): Cents | string | undefined {
  const [cameIn, wentOut] = [credit, debit].map((cell) => (cellText(cell) === '' ? { cents: 0, side: undefined } : moneyOf(cell)));
  if (!cameIn) return `Não entendi o crédito "${shown(credit)}"`;
  if (!wentOut) return `Não entendi o débito "${shown(debit)}"`;
  if (cameIn.cents > 0 && wentOut.cents > 0) return `Há um crédito de ${formatMoney(cameIn.cents)} e um débito de ${formatMoney(wentOut.cents)} na mesma linha`;
  if (cameIn.side === 'out' && cameIn.cents > 0) return `É negativo o crédito de ${formatMoney(cameIn.cents)}`;
  if (cellText(credit) === '' && cellText(debit) === '') return undefined;
  return cameIn.cents - wentOut.cents;
}

/** `1.234,56`, `R$ 150,00`, `-150.00`, `(150,00)`, `150,00-`; `150,00C` came in and `150,00 D` went out, as a bank sees its client. */
function moneyOf(cell: string): Money | undefined {
  const text = cellText(cell)
    .replaceAll('\u2212', '-')
    .replace(/^([-+]?)\s*(?:R\$|BRL)\s*/i, '$1');
  const [, bare = '', mark = ''] = /^(.*?)\s*([CcDd]?)$/.exec(text)!;
  const minus = /^\(.*\)$|^-|-$/.test(bare);
  const plus = bare.startsWith('+');
  try {
    const cents = parseMoney(bare.replace(/^[-+(]\s*|\s*[-)]$/g, ''));
    if (cents < 0) return undefined;
    const side = minus || /d/i.test(mark) ? 'out' : plus || /c/i.test(mark) ? 'in' : undefined;
    return { cents, side };
  } catch {
    return undefined;
  }
}

function sideOf(cell: string): 'in' | 'out' | undefined {
  const text = cellText(cell).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (/^(?:c|cr|cred|credito|credit|entrada|e|\+|recebimento|receita)$/.test(text)) return 'in';
  if (/^(?:d|db|deb|debito|debit|saida|s|-|pagamento|despesa)$/.test(text)) return 'out';
  return undefined;
}

function dateOf(cell: string): CivilDate | undefined {
  try {
    return cellDate(cell);
  } catch {
    return undefined;
  }
}

const shown = (text: string): string => shownText(rawText(text)).slice(0, 40);
const about = (text: string): string => (text === '' ? '' : ` de "${shownText(text).slice(0, 60)}"`);
