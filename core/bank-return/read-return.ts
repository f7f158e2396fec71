import type { CivilDate } from '../civil-date.ts';
import { isCivilDate } from '../civil-date.ts';
import type { LineProblem } from '../line-problem.ts';
import type { Cents } from '../money.ts';
import { centsToDecimal, formatMoney } from '../money.ts';
import { decodeTable } from '../portfolio/index.ts';
import { tellingApart } from '../telling-apart.ts';
import type { Layout400, Occurrences, Span, TitleKind } from './layouts.ts';
import { LAYOUTS_240, LAYOUTS_400 } from './layouts.ts';

/** One thing a bank says happened to a title. */
export interface ReturnedTitle {
  /** The line of the file it begins on. */
  readonly line: number;
  /** The creditor's number of the title. */
  readonly yourNumber: string;
  /** The bank's. */
  readonly ourNumber: string;
  readonly kind: TitleKind;
  /** The bank's occurrence code. */
  readonly code: string;
  /** What the title was issued for. */
  readonly amount: Cents;
  /** What the payer gave, before the bank's fee; absent where nothing was paid. */
  readonly paid?: Cents;
  readonly fee: Cents;
  readonly paidOn?: CivilDate;
  readonly creditedOn?: CivilDate;
}

export interface BankReturn {
  /** Its number, `341`; empty when the file doesn't say. */
  readonly bank: string;
  readonly layout: 'CNAB240' | 'CNAB400' | '';
  readonly titles: readonly ReturnedTitle[];
  readonly problems: readonly LineProblem[];
}

/**
 * Reads a bank's return file of collection: CNAB 240 (Febraban, segments T and U) and CNAB 400, by the tables of `layouts.ts`. Lines cut at their last
 * character are filled up, a BOM, UTF-8, Latin-1, CP850 and the end mark of MS-DOS are understood. What a bank's table doesn't know is never guessed: its
 * title comes out as `other`, with a problem for a person. Never throws.
 */
export function readBankReturn(file: Uint8Array): BankReturn {
  const lines = decodeTable(file)
    .replace(/^\ufeff/, '')
    .replaceAll('\u001a', '')
    .split(/\r\n|\n|\r/);
  const header = lines.find((line) => line.trim() !== '') ?? '';
  if (/^02RETORNO/i.test(header)) return read400(lines, header);
  if (/^\d{3}\d{4}0/.test(header) && header.length <= 240) return read240(lines, header.slice(0, 3));
  return {
    bank: '',
    layout: '',
    titles: [],
    problems: [{ line: 1, message: 'Não é um arquivo de retorno CNAB 240 nem 400. Peça ao banco o arquivo de retorno da cobrança (.RET).' }],
  };
}

/**
 * What a payment of a return is known by: in whatever file it comes again it is the same payment. Twice in one file it is paid twice: who pays a slip twice
 * on one day gets both counted.
 */
export function returnReferences({ bank, titles }: Pick<BankReturn, 'bank' | 'titles'>): ReadonlyMap<ReturnedTitle, string> {
  const apart = tellingApart();
  return new Map(
    titles.map((title) => {
      const { ourNumber, yourNumber, code, paidOn, paid } = title;
      return [title, apart(['retorno', bank, ourNumber || yourNumber, code, paidOn ?? '', paid ?? ''].join(':'))];
    }),
  );
}

/** A title as scripts and n8n exchange it: money as "1234.56", what is not said as null. */
export function returnedTitleJson({ yourNumber, ourNumber, kind, code, amount, paid, fee, paidOn, creditedOn }: ReturnedTitle) {
  return {
    yourNumber,
    ourNumber,
    kind,
    code,
    amount: centsToDecimal(amount),
    paid: paid === undefined ? null : centsToDecimal(paid),
    fee: centsToDecimal(fee),
    paidOn: paidOn ?? null,
    creditedOn: creditedOn ?? null,
  };
}

/** Nothing is to be done about it: the bank only took note. */
export const isTakenNoteOf = ({ kind }: ReturnedTitle): boolean => kind === 'confirmed';

function read240(lines: readonly string[], bank: string): BankReturn {
  const known = LAYOUTS_240[bank];
  const layout = known ?? { ...LAYOUTS_240['001']!, bank, codes: {} };
  const titles: ReturnedTitle[] = [];
  const problems: LineProblem[] = known ? [] : [unknownBank(bank)];
  let open: { readonly line: number; readonly text: string } | undefined;
  const close = (detail: string | undefined): void => {
    if (!open) return;
    const { line, text } = open;
    open = undefined;
    const code = field(text, [16, 17]);
    const kind = kindOf(layout.codes, code);
    const paid = detail === undefined ? undefined : cents(field(detail, [78, 92]));
    const fee = cents(field(text, layout.fee)) ?? 0;
    const amount = cents(field(text, layout.amount));
    if (known && kind === undefined) problems.push(unknownCode(line, code, layout.bank));
    if (amount === undefined) problems.push({ line, message: 'O valor do título não é um número: confira este título no banco.' });
    const isPaid = kind === 'paid';
    if (isPaid && detail === undefined)
      problems.push({ line, message: 'O título foi pago, e falta a linha (segmento U) que diz quanto: confira no banco antes de lançar.' });
    else if (isPaid && paid === undefined) problems.push({ line, message: 'O valor pago não é um número: confira este título no banco.' });
    const net = detail === undefined ? undefined : cents(field(detail, [93, 107]));
    const other = detail === undefined ? 0 : (cents(field(detail, [108, 122])) ?? 0) - (cents(field(detail, [123, 137])) ?? 0);
    if (isPaid && paid !== undefined && net !== undefined && net > 0 && paid - net !== 0 && paid - net !== fee && paid - net !== fee + other)
      problems.push({
        line,
        message: `O pagador deu ${formatMoney(paid)} e o banco creditou ${formatMoney(net)}, e a tarifa de ${formatMoney(fee)} não explica a diferença. Lancei o que o pagador deu; confira o crédito.`,
      });
    const paidOn = detail === undefined ? undefined : day(field(detail, [138, 145]), 'DDMMYYYY');
    const creditedOn = detail === undefined ? undefined : day(field(detail, [146, 153]), 'DDMMYYYY');
    titles.push({
      line,
      yourNumber: field(text, layout.yourNumber),
      ourNumber: field(text, layout.ourNumber),
      kind: isPaid && paid === undefined ? 'other' : (kind ?? 'other'),
      code,
      amount: amount ?? 0,
      ...(isPaid && paid !== undefined ? { paid } : {}),
      fee,
      ...(isPaid && paidOn !== undefined ? { paidOn } : {}),
      ...(isPaid && creditedOn !== undefined ? { creditedOn } : {}),
    });
  };
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '' || text.charAt(7) !== '3') {
      close(undefined);
      continue;
    }
    const segment = text.charAt(13).toUpperCase();
    if (segment === 'T') {
      close(undefined);
      open = { line: index + 1, text: text.padEnd(240) };
    } else if (segment === 'U') close(text.padEnd(240));
  }
  close(undefined);
  return { bank, layout: 'CNAB240', titles, problems };
}

function read400(lines: readonly string[], header: string): BankReturn {
  const bank = header.slice(76, 79);
  const known = LAYOUTS_400[bank];
  const titles: ReturnedTitle[] = [];
  const problems: LineProblem[] = [];
  if (!known) return { bank, layout: 'CNAB400', titles, problems: [unknownBank(bank)] };
  for (const [index, cut] of lines.entries()) {
    if (!cut.startsWith(known.detail)) continue;
    const line = index + 1;
    const text = cut.padEnd(400);
    const code = field(text, known.occurrence);
    const kind = kindOf(known.codes, code);
    if (kind === undefined) problems.push(unknownCode(line, code, known.bank));
    const amount = cents(field(text, known.amount));
    if (amount === undefined) problems.push({ line, message: 'O valor do título não é um número: confira este título no banco.' });
    const fee = (known.fee && cents(field(text, known.fee))) ?? 0;
    const paid = kind === 'paid' ? grossOf(text, known, amount ?? 0, fee) : undefined;
    if (kind === 'paid' && paid === undefined) problems.push({ line, message: 'O valor pago não é um número: confira este título no banco.' });
    const paidOn = day(field(text, known.occurredOn), 'DDMMYY');
    const creditedOn = known.creditedOn && day(field(text, known.creditedOn.span), known.creditedOn.order);
    titles.push({
      line,
      yourNumber: field(text, known.yourNumber),
      ourNumber: known.ourNumber ? field(text, known.ourNumber) : '',
      kind: kind === 'paid' && paid === undefined ? 'other' : (kind ?? 'other'),
      code,
      amount: amount ?? 0,
      ...(paid === undefined ? {} : { paid }),
      fee,
      ...(paid !== undefined && paidOn !== undefined ? { paidOn } : {}),
      ...(paid !== undefined && creditedOn !== undefined ? { creditedOn } : {}),
    });
  }
  return { bank, layout: 'CNAB400', titles, problems };
}

/**
 * What the payer gave. Itaú tells what was left after its fee; another bank that does it too for this creditor shows by the title's own sum: what is missing to
 * what was to be paid is the fee, to the cent.
 */
function grossOf(text: string, { received, receivedIs }: Layout400, amount: Cents, fee: Cents): Cents | undefined {
  const value = cents(field(text, received));
  if (value === undefined || receivedIs === 'net') return value === undefined ? undefined : value + fee;
  return fee > 0 && value !== amount && value + fee === amount ? amount : value;
}

function kindOf(codes: Occurrences, code: string): TitleKind | undefined {
  return (Object.keys(codes) as TitleKind[]).find((kind) => codes[kind]!.includes(code));
}

const field = (line: string, [first, last]: Span): string => line.slice(first - 1, last).trim();

function cents(text: string): Cents | undefined {
  if (text === '') return 0;
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function day(text: string, order: 'DDMMYY' | 'DDMMYYYY' | 'YYYYMMDD'): CivilDate | undefined {
  if (!/^\d+$/.test(text) || text.length !== order.length) return undefined;
  const date =
    order === 'YYYYMMDD'
      ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
      : `${order === 'DDMMYY' ? `20${text.slice(4)}` : text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
  return isCivilDate(date) ? date : undefined;
}

const unknownBank = (bank: string): LineProblem => ({
  line: 1,
  message: `Não conheço as ocorrências do banco ${bank} neste formato, e não adivinho: nada é dado por pago. Veja os títulos no banco e lance os pagamentos à mão.`,
});

const unknownCode = (line: number, code: string, bank: string): LineProblem => ({
  line,
  message: `Não conheço a ocorrência ${code} do ${bank}: veja no banco o que houve com este título.`,
});
