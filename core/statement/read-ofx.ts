import { cellDate, rawText } from '../portfolio/cells.ts';
import type { CivilDate } from '../civil-date.ts';
import type { LineProblem } from '../line-problem.ts';
import type { Cents } from '../money.ts';
import { formatMoney, parseMoney } from '../money.ts';
import { shownText } from './entry-text.ts';
import type { RawEntry, ReadEntries } from './statement.ts';

// Own reader, not an XML library: OFX 1 is SGML whose leaves are not closed, Brazilian banks leave `&` and `<` as they are in it, and line numbers are told.

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9._]*)\s*(\/?)>/g;

/** Some banks write the real in ways of their own; these it is not. */
const FOREIGN = /^(?:USD|EUR|GBP|CHF|JPY|CAD|ARS|UYU|PYG|CLP)$/i;

interface Open {
  readonly line: number;
  readonly fields: Map<string, string>;
}

/** OFX 1 and 2 alike: a tag, and what stands between it and the next one. */
export function readOfx(text: string): ReadEntries {
  const entries: RawEntry[] = [];
  const problems: LineProblem[] = [];
  let account = new Map<string, string>();
  let open: Open | undefined;
  /** Of a card's bill, or in another currency. */
  let leftOut = false;
  let inAccount = false;
  const close = (): void => {
    if (open && !leftOut) take(open, accountName(account), entries, problems);
    open = undefined;
  };
  for (const { tag, closes, value, line } of tagsOf(text)) {
    if (tag === 'STMTTRN') {
      close();
      if (!closes) open = { line, fields: new Map() };
    } else if (tag === 'CCSTMTRS') {
      close();
      leftOut = !closes;
      if (leftOut) problems.push({ line, message: 'Esta parte é a fatura de um cartão, não o extrato de uma conta: não entrou. Exporte o extrato da conta.' });
    } else if (tag === 'BANKACCTFROM' || tag === 'CCACCTFROM') {
      inAccount = !closes;
      if (!closes) account = new Map();
    } else if (tag === 'BANKTRANLIST' || tag === 'LEDGERBAL' || tag === 'STMTRS') {
      close();
      if (tag === 'STMTRS') leftOut = false;
      else inAccount = false;
    } else if (tag === 'CURDEF' && FOREIGN.test(value)) {
      if (!leftOut) problems.push({ line, message: `Esta conta é em ${value}, não em reais: não entrou.` });
      leftOut = true;
    } else if (!closes && value !== '') {
      const into = open?.fields ?? (inAccount ? account : undefined);
      if (into && !into.has(tag)) into.set(tag, value);
    }
  }
  close();
  if (!/<\/OFX\s*>\s*$/i.test(text))
    problems.push({ line: lineCount(text), message: 'O arquivo termina antes da hora: parece cortado, e podem faltar lançamentos. Exporte-o de novo.' });
  return { entries, problems };
}

function* tagsOf(text: string): Generator<{ readonly tag: string; readonly closes: boolean; readonly value: string; readonly line: number }> {
  const lines = new LineCounter(text);
  let last: { readonly tag: string; readonly closes: boolean; readonly at: number; readonly end: number } | undefined;
  for (const match of text.matchAll(TAG)) {
    if (last) yield { ...last, value: valueOf(text.slice(last.end, match.index)), line: lines.at(last.at) };
    last = { tag: match[2]!.toUpperCase(), closes: match[1] === '/', at: match.index, end: match.index + match[0].length };
  }
  if (last) yield { ...last, value: valueOf(text.slice(last.end)), line: lines.at(last.at) };
}

/** Counts only forward. */
class LineCounter {
  readonly #text: string;
  #line = 1;
  #from = 0;
  constructor(text: string) {
    this.#text = text;
  }
  at(index: number): number {
    this.#line += lineCount(this.#text.slice(this.#from, index)) - 1;
    this.#from = index;
    return this.#line;
  }
}

const lineCount = (text: string): number => text.split(/\r\n|\n|\r/).length;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function valueOf(raw: string): string {
  const text = raw
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&(?:#(\d{1,6})|([a-z]+));/gi, (all, code: string | undefined, name: string | undefined) =>
      code === undefined ? (ENTITIES[name!.toLowerCase()] ?? all) : String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
    );
  return rawText(text);
}

const accountName = (account: ReadonlyMap<string, string>): string =>
  ['BANKID', 'BRANCHID', 'ACCTID'].flatMap((tag) => account.get(tag)?.replace(/\s/g, '') ?? []).join('/');

function take({ line, fields }: Open, account: string, entries: RawEntry[], problems: LineProblem[]): void {
  const name = fields.get('NAME') ?? '';
  const memo = fields.get('MEMO') ?? '';
  const text = memo.includes(name) ? memo : [name, memo].filter((part) => part !== '').join(' - ');
  const amount = fields.get('TRNAMT') ?? '';
  const what = text === '' ? '' : ` de "${shownText(text).slice(0, 60)}"`;
  const signed = ofxMoney(amount);
  const date = ofxDate(fields.get('DTPOSTED') ?? '');
  if (signed === undefined) {
    problems.push({ line, message: `Não entendi o valor "${shownText(amount).slice(0, 30)}"${what}: confira este lançamento no banco.` });
    return;
  }
  if (date === undefined) {
    problems.push({
      line,
      message: `Não entendi o dia "${(fields.get('DTPOSTED') ?? '').slice(0, 30)}"${what}, de ${formatMoney(signed)}: confira este lançamento no banco.`,
    });
    return;
  }
  // Some banks write every amount without its sign.
  const debit = fields.get('TRNTYPE')?.toUpperCase() === 'DEBIT';
  entries.push({ line, id: fields.get('FITID') ?? '', account, date, signed: debit ? -Math.abs(signed) : signed, text });
}

/** OFX has no thousands: one comma or point is the decimals'. Three digits after it may be either, which nobody guesses. */
function ofxMoney(given: string): Cents | undefined {
  const text = given.replace(/^\+/, '').replace(/([.,]\d\d)0+$/, (all, cents: string) => (all.length === 4 ? all : cents));
  if (/^-?\d+[.,]\d{3}$/.test(text)) return undefined;
  try {
    return parseMoney(text);
  } catch {
    return undefined;
  }
}

/** The day as the bank wrote it, whatever zone it names: `20261105120000[-3:BRT]`. */
function ofxDate(text: string): CivilDate | undefined {
  try {
    return cellDate(/^\d{8}/.exec(text)?.[0] ?? text);
  } catch {
    return undefined;
  }
}
