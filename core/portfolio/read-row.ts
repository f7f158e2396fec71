import type { Channel, ContactPoint, Debt, Payment } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, formatCivilDate } from '../civil-date.ts';
import { parseBoleto, parseDocument, parsePixBrCode, readName } from '../identity/index.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import { cellCount, cellDigits, rawText } from './cells.ts';
import { titleOf } from './fields.ts';
import { isCredit, statusMeaning } from './meanings.ts';
import { readContactPoints } from './read-contact-points.ts';
import { readPlace } from './read-place.ts';
import type { RowReader } from './row-reader.ts';

/** What one row says, when it says enough. */
export interface ReadRow {
  readonly document: string;
  readonly kind: 'person' | 'company';
  readonly name: string;
  readonly externalId?: string;
  readonly uf: string;
  readonly city?: string;
  readonly address?: string;
  readonly contactPoints: readonly Omit<ContactPoint, 'id'>[];
  readonly preferredChannel?: Channel;
  readonly lifetimeValue: Cents;
  readonly customerSince?: CivilDate;
  readonly invoicesPaid: number;
  readonly invoicesPaidOnTime: number;
  readonly debt: Omit<Debt, 'id'>;
  /** The row is money the client has, of the debt's principal, and no debt. */
  readonly credit?: true;
}

/** What a row that is not taken still says of debts that may be known already: nothing of them is charged until the situation changes. */
export interface StoppedTitle {
  /** CPF or CNPJ, digits. */
  readonly document: string;
  /** Absent: every debt of theirs. */
  readonly number?: string;
  /** Portuguese: what the table says. */
  readonly because: string;
}

/** Situations that say "not this one", or can't be told from that. */
const STOPS = new Set(['status.not-ours', 'status.unknown']);

/** Whose and which title a refused row speaks of, as far as it can be read. */
export function titleOfRow(reader: RowReader): { readonly document?: string; readonly number?: string } {
  const { normalized, valid } = restoredDocument(reader);
  const quiet = reader.quietly();
  const number = readNumber(quiet, quiet.date('dueDate', 'due-date'));
  return { ...(valid && { document: normalized }), ...(number !== undefined && { number }) };
}

/** The debts that a refused row says must rest, where it says whose they are. */
export function stoppedBy(reader: RowReader, { document, number }: ReturnType<typeof titleOfRow>): StoppedTitle | undefined {
  const stop = reader.reasons.find(({ code }) => STOPS.has(code) || code === 'name.not-to-write-to');
  if (stop === undefined || document === undefined || isCreditRow(reader)) return undefined;
  if (stop.code === 'name.not-to-write-to') return { document, because: stop.message };
  return number === undefined ? undefined : { document, number, because: stop.message };
}

/** The row, or undefined when there are reasons against it; either way every cell was looked at, so that all reasons come out at once. */
export function readRow(reader: RowReader): ReadRow | undefined {
  if (!reader.isOfReadableLength()) return undefined;
  const document = readDocument(reader);
  const called = readName(reader.text('name'), document?.kind);
  const { name } = called;
  if (called.note !== undefined) reader.warn('name', 'name.tidied', called.note);
  if (name === '')
    reader.refuse(
      'name',
      'name.missing',
      reader.has('name') ? 'O nome está vazio: preencha o nome ou a razão social.' : 'A tabela não tem coluna de nome: acrescente-a ou diga qual é.',
    );
  else if (called.refusal !== undefined) reader.refuse('name', 'name.not-to-write-to', called.refusal);
  else if (name.includes('\ufffd'))
    reader.refuse(
      'name',
      'name.garbled',
      'O nome perdeu letras acentuadas no caminho, e sairia assim na mensagem. Salve o arquivo de novo, como "CSV UTF-8", e importe.',
    );
  else if (!/\p{L}/u.test(name)) reader.refuse('name', 'name.invalid', `O nome "${name}" não tem letras: confira se as colunas não estão trocadas.`);
  const contactPoints = readContactPoints(reader);
  const place = readPlace(reader, contactPoints);
  const debt = readDebt(reader);
  const history = readHistory(reader);
  const preferredChannel = readChannel(reader);
  if (reader.reasons.length > 0 || !document || !place || !debt) return undefined;
  const externalId = reader.text('customerCode');
  return {
    document: document.number,
    kind: document.kind,
    name,
    ...(externalId === '' ? {} : { externalId }),
    uf: place.uf,
    ...(place.city === undefined ? {} : { city: place.city }),
    ...(place.address === undefined ? {} : { address: place.address }),
    contactPoints: place.contactPoint ? [...contactPoints, place.contactPoint] : contactPoints,
    ...(preferredChannel === undefined ? {} : { preferredChannel }),
    ...history,
    debt,
    ...(isCreditRow(reader) && { credit: true as const }),
  };
}

function readDocument(reader: RowReader): { number: string; kind: 'person' | 'company' } | undefined {
  const text = cellDigits(reader.text('document'));
  if (text === '') {
    return reader.refuse(
      'document',
      'document.missing',
      reader.has('document')
        ? 'O CPF ou CNPJ está vazio: sem ele não dá para saber de quem é a dívida. Preencha-o.'
        : 'A tabela não tem coluna de CPF ou CNPJ: acrescente-a ou diga qual é.',
    );
  }
  const parsed = restoredDocument(reader);
  if (parsed.restored)
    reader.warn(
      'document',
      'document.zeros-restored',
      'O documento veio sem os zeros do começo, como planilhas fazem; recoloquei-os. Formate a coluna como texto.',
    );
  if (!parsed.valid) return reader.refuse('document', 'document.invalid', `${parsed.reason ?? 'O CPF ou CNPJ não é válido.'} Corrija-o no cadastro.`);
  const kind = parsed.kind === 'cpf' ? 'person' : 'company';
  const said = (rawText(reader.cell('kind')) || rawText(reader.cell('titleKind'))).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const saidKind = /^(pf|f|cpf|.*fisica)$/.test(said) ? 'person' : /^(pj|j|cnpj|.*juridica|empresa)$/.test(said) ? 'company' : undefined;
  if (saidKind !== undefined && saidKind !== kind) {
    reader.warn(
      'kind',
      'kind.mismatch',
      `A tabela diz que é pessoa ${saidKind === 'person' ? 'física' : 'jurídica'}, mas o documento é um ${parsed.kind.toUpperCase()}. Fiquei com o documento; confira o cadastro.`,
    );
  }
  return { number: parsed.normalized, kind };
}

/** The document, with the zeros back that a spreadsheet dropped when it took the number for a number: the check digits tell whether that is what happened. */
function restoredDocument(reader: RowReader): ReturnType<typeof parseDocument> & { readonly restored: boolean } {
  const parsed = parseDocument(cellDigits(reader.text('document')));
  if (parsed.valid || !/^\d{8,13}$/.test(parsed.normalized)) return { ...parsed, restored: false };
  const lengths = parsed.normalized.length <= 11 ? [11, 14] : [14];
  const restored = lengths.map((length) => parseDocument(parsed.normalized.padStart(length, '0'))).find((candidate) => candidate.valid);
  return { ...(restored ?? parsed), restored: restored !== undefined };
}

function readDebt(reader: RowReader): Omit<Debt, 'id'> | undefined {
  const { on } = reader.context;
  const dueDate = reader.date('dueDate', 'due-date');
  if (dueDate !== undefined && (dueDate > addDays(on, 3660) || dueDate < addDays(on, -10_980))) {
    reader.refuse('dueDate', 'due-date.implausible', `O vencimento ${formatCivilDate(dueDate)} está longe demais de hoje: confira o ano.`);
  }
  const said = reader.money('amount', 'amount');
  const amount = said !== undefined && isCreditRow(reader) ? Math.abs(said) : said;
  if (amount !== undefined && amount <= 0)
    reader.refuse('amount', 'amount.not-positive', `O valor ${formatMoney(amount)} não é uma dívida: informe um valor maior que zero.`);
  const number = readNumber(reader, dueDate);
  const payments = readPayments(reader);
  const issuedOn = reader.date('issuedOn', 'issue-date');
  const abatement = reader.money('abatement', 'abatement') ?? 0;
  const balance = reader.money('balance', 'balance');
  const standing = readStanding(reader);
  if (dueDate === undefined || amount === undefined || number === undefined || payments === undefined) return undefined;
  if (issuedOn !== undefined && issuedOn > dueDate)
    reader.warn('issuedOn', 'issue-date.after-due', 'A emissão é posterior ao vencimento: confira as duas datas.');
  if (abatement < 0 || (amount > 0 && abatement > amount))
    return reader.refuse('abatement', 'abatement.invalid', 'O abatimento precisa ficar entre zero e o valor do título.');
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  // Without the payments themselves, the balance is all that is known to be owed.
  const principal = balance !== undefined && balance > 0 && balance < amount && paid === 0 ? balance : amount;
  const settled = paid >= amount - abatement || (balance !== undefined && balance <= 0);
  const description = reader.text('description');
  const paymentCode = readPaymentCode(reader);
  return {
    number,
    ...(description === '' ? {} : { description }),
    principal,
    ...(issuedOn === undefined ? {} : { issuedOn }),
    dueDate,
    payments,
    abatement,
    status: standing?.status ?? (settled ? 'paid' : 'open'),
    ...(standing?.contested && { contestedOn: on }),
    ...(paymentCode === undefined ? {} : { paymentCode }),
  };
}

/** A boleto line or a Pix code that pays; what a spreadsheet made of one ("2,3E+46") is shown to nobody. */
function readPaymentCode(reader: RowReader): string | undefined {
  const text = reader.text('paymentCode');
  if (text === '') return undefined;
  const read = /^000201/.test(text) ? parsePixBrCode(text) : parseBoleto(text, { referenceDate: reader.context.on });
  if (read.valid) return text;
  return reader.warn(
    'paymentCode',
    'payment-code.invalid',
    `O código de pagamento não serve: ${read.reason ?? 'não é um boleto nem um Pix.'} O título entrou sem ele.`,
  );
}

/** A table without title numbers is common in small businesses: the due date then names the debt, the same at every import. */
function readNumber(reader: RowReader, dueDate: CivilDate | undefined): string | undefined {
  const installment = reader.text('installment');
  const suffix = installment === '' ? '' : `/${installment}`;
  if (!reader.has('debtNumber')) return dueDate === undefined ? undefined : `Vencimento ${formatCivilDate(dueDate)}${suffix}`;
  const number = reader.text('debtNumber');
  if (number === '')
    return reader.refuse(
      'debtNumber',
      'number.missing',
      'O número do título está vazio: é por ele que o devedor reconhece a dívida e o pagamento encontra o título. Preencha-o.',
    );
  return `${number}${suffix}`;
}

function readPayments(reader: RowReader): Payment[] | undefined {
  const before = reader.reasons.length;
  const amount = reader.money('paidAmount', 'paid-amount');
  const date = reader.date('paidOn', 'payment-date');
  if (reader.reasons.length > before) return undefined;
  if (amount === undefined || amount === 0) return [];
  if (amount < 0) return reader.refuse('paidAmount', 'paid-amount.negative', 'O valor pago é negativo: informe estornos no próprio ERP e exporte o saldo.');
  if (date === undefined)
    return reader.refuse('paidOn', 'payment-date.missing', 'Há valor pago sem a data do pagamento, e os encargos dependem dela: preencha a data.');
  if (date > reader.context.on)
    return reader.refuse('paidOn', 'payment-date.future', `O pagamento está com data futura (${formatCivilDate(date)}): confira a data.`);
  return [{ date, amount }];
}

/** A credit by its kind, or by a negative amount. */
function isCreditRow(reader: RowReader): boolean {
  if (isCredit(reader.text('titleKind'))) return true;
  const amount = reader.text('amount');
  return /^(?:R\$ ?)?-|^\(.*\)$|-$| ?[Cc]$/.test(amount) && /\d/.test(amount);
}

/** What the situation says beyond the amounts; undefined when it says nothing more. Refuses the row where nobody can tell whether it is owed. */
function readStanding(reader: RowReader): { readonly status?: Debt['status']; readonly contested?: boolean } | undefined {
  const text = reader.text('status');
  if (text === '') return undefined;
  switch (statusMeaning(text)) {
    case 'open':
      return undefined;
    case 'paid':
      return { status: 'paid' };
    case 'cancelled':
      return { status: 'cancelled' };
    case 'contested':
      reader.warn('status', 'status.contested', `A situação é "${text}": o título entrou como contestado, e nada dele é cobrado até alguém resolver.`);
      return { status: 'open', contested: true };
    case 'partly-paid': {
      const known = reader.text('paidAmount') !== '' || reader.text('balance') !== '';
      if (!known) {
        reader.warn(
          'status',
          'status.partly-paid',
          `A situação é "${text}", e a tabela não diz quanto já foi pago: conto o valor inteiro. Acrescente uma coluna "valor pago" (com a data) ou "saldo".`,
        );
      }
      return { status: 'open' };
    }
    case 'written-off':
      reader.warn('status', 'status.written-off', `A situação é "${text}": o título não é cobrado. Veja com o financeiro se é isso mesmo.`);
      return { status: 'cancelled' };
    case 'not-ours':
      return reader.refuse(
        'status',
        'status.not-ours',
        `A situação é "${text}": quem trata deste título não é a régua. Tire-o da tabela, ou mude a situação quando ele voltar a ser cobrado.`,
      );
    case 'unknown':
      return reader.refuse(
        'status',
        'status.unknown',
        `Não conheço a situação "${text}", e não sei se o título é cobrado ou não. Escreva aberto, pago, cancelado ou contestado.`,
      );
  }
}

function readHistory(reader: RowReader): Pick<ReadRow, 'lifetimeValue' | 'customerSince' | 'invoicesPaid' | 'invoicesPaidOnTime'> {
  const customerSince = reader.date('customerSince', 'customer-since');
  const lifetimeValue = Math.max(0, reader.money('lifetimeValue', 'lifetime-value') ?? 0);
  const invoicesPaid = readCount(reader, 'invoicesPaid') ?? 0;
  const onTime = readCount(reader, 'invoicesPaidOnTime') ?? 0;
  if (onTime > invoicesPaid)
    reader.warn('invoicesPaidOnTime', 'invoices-on-time.too-many', 'Há mais títulos pagos em dia do que títulos pagos: usei o total de pagos.');
  return { ...(customerSince === undefined ? {} : { customerSince }), lifetimeValue, invoicesPaid, invoicesPaidOnTime: Math.min(onTime, invoicesPaid) };
}

function readCount(reader: RowReader, field: 'invoicesPaid' | 'invoicesPaidOnTime'): number | undefined {
  if (reader.text(field) === '') return undefined;
  return (
    cellCount(reader.cell(field)) ??
    reader.warn(field, 'count.invalid', `${titleOf(field)}: não entendi "${reader.text(field)}"; escreva um número inteiro. Enquanto isso, contei zero.`)
  );
}

const CHANNEL_WORDS: readonly (readonly [RegExp, Channel])[] = [
  [/whats|zap|wpp/, 'whatsapp'],
  [/mail/, 'email'],
  [/sms|torpedo/, 'sms'],
  [/ligac|telefon|fone|voz|ura|voice/, 'voice'],
  [/carta|correio|letter/, 'letter'],
];

function readChannel(reader: RowReader): Channel | undefined {
  const text = reader.text('preferredChannel').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (text === '') return undefined;
  const found = CHANNEL_WORDS.find(([pattern]) => pattern.test(text))?.[1];
  return (
    found ??
    reader.warn('preferredChannel', 'channel.unknown', `Não conheço o canal "${reader.text('preferredChannel')}". Use e-mail, SMS, WhatsApp, ligação ou carta.`)
  );
}
