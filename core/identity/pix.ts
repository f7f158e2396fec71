import { getPixKeyInfo } from '@brazilian-utils/brazilian-utils/get-pix-key-info';
import { ReguaError } from '../errors.ts';
import type { Cents } from '../money.ts';
import { centsToDecimal } from '../money.ts';
import { crc16 } from './crc16.ts';

// Own reader and writer of BR Codes, not @brazilian-utils': that one answers null without a reason and takes amounts as floats.
// Its key recognition is used as it is; the tests compare the codes written.

export interface ParsedPix {
  readonly valid: boolean;
  /** The code as it should be, with its right CRC when only that was missing. */
  readonly normalized: string;
  /** The right CRC for this text. */
  readonly crc: string;
  readonly kind?: 'static' | 'dynamic';
  readonly key?: string;
  /** Address of the charge at the payee's bank, in dynamic codes. */
  readonly url?: string;
  readonly merchantName?: string;
  readonly merchantCity?: string;
  /** Cents; absent when the payer types it. */
  readonly amount?: Cents;
  /** Absent for `***`. */
  readonly txid?: string;
  readonly description?: string;
  /** Portuguese sentence when not valid. */
  readonly reason?: string;
}

type Fields = ReadonlyMap<string, string>;

/** Reads a "copia e cola" (BR Code: EMV MPM TLV with the `br.gov.bcb.pix` template). Never throws. */
export function parsePixBrCode(value: string): ParsedPix {
  const text = value.trim();
  const closed = /^(.*6304)([0-9A-Fa-f]{4})$/s.exec(text);
  const crc = crc16(closed ? closed[1]! : text);
  const refuse = (reason: string, normalized = text): ParsedPix => ({ valid: false, normalized, crc, reason });
  if (!text.startsWith('000201')) {
    const key = getPixKeyInfo(text);
    return refuse(key ? 'Isto é uma chave Pix, não um código Pix copia e cola.' : 'O código Pix copia e cola começa com 000201.');
  }
  if (!closed) {
    if (text.endsWith('6304')) return refuse(`Falta o CRC no fim do código; o certo é ${crc}.`, text + crc);
    return refuse('O código Pix está cortado: falta o CRC (6304 e quatro caracteres) no fim.');
  }
  const normalized = closed[1]! + crc;
  if (closed[2]!.toUpperCase() !== crc) return refuse(`O CRC do código Pix não confere: algum caractere mudou. Com este texto seria ${crc}.`);
  const fields = readFields(normalized);
  if (!fields) return refuse('Os campos do código Pix não fecham: algum tamanho está errado.');
  const account = pixTemplate(fields);
  if (!account) return refuse('O código não tem os dados do Pix (br.gov.bcb.pix).');
  const key = account.get('01');
  const url = account.get('25');
  if ((key === undefined) === (url === undefined)) return refuse('O código Pix precisa ter uma chave ou um endereço de cobrança, e só um deles.');
  if (fields.get('53') !== '986') return refuse('O código Pix não está em reais.');
  if (fields.get('58')?.toUpperCase() !== 'BR') return refuse('O código Pix não é do Brasil.');
  const merchantName = fields.get('59');
  const merchantCity = fields.get('60');
  if (!merchantName || !merchantCity || fields.get('52') === undefined) return refuse('Faltam no código Pix o nome, a cidade ou a categoria do recebedor.');
  const amountText = fields.get('54');
  if (amountText !== undefined && !/^\d{1,10}(\.\d{1,2})?$/.test(amountText)) return refuse('O valor no código Pix não está no formato certo, como 10.50.');
  const amount = amountText === undefined ? 0 : decimalToCents(amountText);
  const txid = readFields(fields.get('62') ?? '')?.get('05');
  const description = account.get('02');
  return {
    valid: true,
    normalized,
    crc,
    kind: url === undefined ? 'static' : 'dynamic',
    ...(key === undefined ? {} : { key }),
    ...(url === undefined ? {} : { url }),
    merchantName,
    merchantCity,
    ...(amount > 0 ? { amount } : {}),
    ...(txid === undefined || txid === '***' ? {} : { txid }),
    ...(description === undefined ? {} : { description }),
  };
}

export interface PixBrCode {
  /** CPF, CNPJ, e-mail, mobile or random key, in any usual writing. */
  readonly key: string;
  /** Cents above zero; absent lets the payer type it. */
  readonly amount?: Cents | undefined;
  /** Accents are dropped and 25 characters kept. */
  readonly merchantName: string;
  /** Accents are dropped and 15 characters kept. */
  readonly merchantCity: string;
  /** Up to 25 letters and digits, to recognise the payment by. */
  readonly txid?: string | undefined;
  /** Shown to the payer; cut to what fits beside the key. */
  readonly description?: string | undefined;
}

/**
 * A static BR Code (Bacen, Manual do BR Code): the text of "copia e cola" and of the QR code.
 * @throws ReguaError `pix.key`, `pix.amount`, `pix.txid`, `pix.merchant`
 */
export function buildPixBrCode(code: PixBrCode): string {
  const key = getPixKeyInfo(code.key)?.value;
  if (key === undefined)
    throw new ReguaError('pix.key', 'A chave Pix do credor não é válida. Use CPF, CNPJ, e-mail, celular ou chave aleatória.', { field: 'pixKey' });
  if (code.amount !== undefined && (!Number.isSafeInteger(code.amount) || code.amount <= 0 || code.amount > 999_999_999_999)) {
    throw new ReguaError('pix.amount', 'O valor do Pix precisa ser maior que zero, em centavos inteiros.', { field: 'amount' });
  }
  if (code.txid !== undefined && !/^[A-Za-z0-9]{1,25}$/.test(code.txid)) {
    throw new ReguaError('pix.txid', 'O identificador do Pix tem de 1 a 25 letras e números, sem espaços.', { field: 'txid' });
  }
  const merchantName = ascii(code.merchantName, 25);
  const merchantCity = ascii(code.merchantCity, 15);
  if (merchantName === '' || merchantCity === '') throw new ReguaError('pix.merchant', 'O Pix precisa do nome e da cidade do credor.', { field: 'creditor' });
  const account = field('00', 'br.gov.bcb.pix') + field('01', key);
  const description = code.description === undefined ? '' : ascii(code.description, 99 - account.length - 4);
  const body =
    field('00', '01') +
    field('26', account + (description === '' ? '' : field('02', description))) +
    field('52', '0000') +
    field('53', '986') +
    (code.amount === undefined ? '' : field('54', centsToDecimal(code.amount))) +
    field('58', 'BR') +
    field('59', merchantName) +
    field('60', merchantCity) +
    field('62', field('05', code.txid ?? '***')) +
    '6304';
  return body + crc16(body);
}

const field = (id: string, value: string): string => `${id}${String(value.length).padStart(2, '0')}${value}`;

const ascii = (text: string, length: number): string =>
  length < 1
    ? ''
    : text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[^\x20-\x7e]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, length)
        .trim();

/** Lengths count characters; some banks count UTF-8 bytes, so that is tried when characters don't add up. */
function readFields(text: string): Fields | undefined {
  return (
    readUnits([...text], (units) => units.join('')) ??
    (/\P{ASCII}/u.test(text) ? readUnits([...new TextEncoder().encode(text)], (units) => new TextDecoder().decode(Uint8Array.from(units))) : undefined)
  );
}

function readUnits<T>(units: readonly T[], join: (units: readonly T[]) => string): Fields | undefined {
  const fields = new Map<string, string>();
  for (let at = 0; at < units.length;) {
    const head = join(units.slice(at, at + 4));
    if (!/^\d{4}$/.test(head)) return undefined;
    const end = at + 4 + Number(head.slice(2));
    if (end > units.length) return undefined;
    fields.set(head.slice(0, 2), join(units.slice(at + 4, end)));
    at = end;
  }
  return fields;
}

/** Merchant account templates are 26 to 51; the one of Pix says so in its field 00. */
function pixTemplate(fields: Fields): Fields | undefined {
  for (let id = 26; id <= 51; id += 1) {
    const template = readFields(fields.get(String(id)) ?? '');
    if (template?.get('00')?.toLowerCase() === 'br.gov.bcb.pix') return template;
  }
  return undefined;
}

function decimalToCents(text: string): Cents {
  const [whole = '0', decimals = ''] = text.split('.');
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}
