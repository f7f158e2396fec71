import type { Channel, ContactPoint } from '../case/index.ts';
import { parseEmail, parsePhone } from '../identity/index.ts';
import { titleOf } from './fields.ts';
import { cellDigits } from './cells.ts';
import { readConsent } from './read-consent.ts';
import type { RowProblem } from './row-problem.ts';
import type { RowReader } from './row-reader.ts';

type Point = Omit<ContactPoint, 'id'>;
type Consent = Partial<Record<Channel, boolean>>;

/** What people type to get past a required field: all digits equal. */
const FILLER = /^(?:55)?(?:\d{2})?(\d)\1{7,}$/;
const BETWEEN_PHONES = /[;,|]|\s\/\s|\/(?=\s*\(?\d{2}\)?\s*\d{4})/;
const BETWEEN_EMAILS = /[;,|\s/]+(?=[^\s/]+@)|[;|,]/;
const FILLER_EMAIL =
  /^(?:nao_?-?\.?(?:tem|possui|informado|existe)|sem_?-?\.?e?-?(?:mail|cadastro)?|teste|email|e-?mail|xx+|aa+|nada|nenhum|no|none|null|cliente|atualizar|pendente)\d*@/;

/**
 * The row's e-mails and telephones. A well-formed one from the creditor's own table counts as verified: the client gave it to the creditor when
 * they did business, so itemised values may go there. A malformed one is left out with a warning while another one is good; when all that are given
 * are malformed, the row is refused: nobody could be reached, and the register has to be mended.
 */
export function readContactPoints(reader: RowReader): Point[] {
  const consent = readConsent(reader);
  const points = new Map<string, Point>();
  const problems: RowProblem[] = [];
  const take = (found: Point | RowProblem): void => {
    if ('code' in found) problems.push(found);
    else points.set(found.value, found);
  };
  for (const field of ['mobile', 'whatsapp', 'phone', 'otherPhone'] as const) {
    for (const text of parts(reader.text(field), BETWEEN_PHONES))
      take(readPhone(field, withDdd(cellDigits(text), reader.text('ddd')), consent, reader.context.defaultDdd));
  }
  for (const field of ['email', 'otherEmail'] as const) {
    for (const text of parts(reader.text(field), BETWEEN_EMAILS)) take(readEmail(field, text, consent));
  }
  for (const { field, code, message } of problems) {
    // What people type to get past a required field says no more than an empty one.
    if (code.endsWith('.filler')) reader.warn(field, code, `${message} Ficou de fora.`);
    else if (points.size === 0) reader.refuse(field, code, `${message} Nenhum outro contato deste devedor serve: corrija o cadastro.`);
    else reader.warn(field, code, `${message} Corrija o cadastro; por enquanto este contato ficou de fora.`);
  }
  return [...points.values()];
}

/** A telephone that has its area code in a column of its own. */
function withDdd(text: string, ddd: string): string {
  const area = ddd.replace(/\D/g, '').replace(/^0/, '');
  return /^\d{2}$/.test(area) && /^\d{8,9}$/.test(text.replace(/\D/g, '')) ? `${area}${text}` : text;
}

function parts(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readPhone(
  field: RowProblem['field'] & Parameters<typeof titleOf>[0],
  text: string,
  consent: Consent,
  defaultDdd: number | undefined,
): Point | RowProblem {
  const digits = text.replace(/\D/g, '');
  if (FILLER.test(digits)) return { field, code: 'phone.filler', message: `${titleOf(field)}: "${text}" não é um telefone de verdade.` };
  const parsed = parsePhone(text, { defaultDdd });
  if (!parsed.valid) return { field, code: 'phone.invalid', message: `${titleOf(field)}: ${parsed.reason ?? 'o telefone não é válido.'}` };
  const kind = parsed.type ?? 'landline';
  return { kind, value: parsed.normalized, valid: true, verified: true, consent: kind === 'mobile' ? only(consent, ['whatsapp', 'sms']) : {} };
}

function readEmail(field: 'email' | 'otherEmail', text: string, consent: Consent): Point | RowProblem {
  const plain = text
    .replace(/^mailto:/i, '')
    .replace(/^.*<(.*)>.*$/, '$1')
    .replace(/[.,;]+$/, '');
  if (isFillerEmail(plain)) return { field, code: 'email.filler', message: `${titleOf(field)}: "${plain}" não é um endereço de verdade.` };
  const parsed = parseEmail(plain);
  if (!parsed.valid) return { field, code: 'email.invalid', message: `${titleOf(field)}: ${parsed.reason ?? 'o endereço não é válido.'}` };
  if (parsed.suggestion !== undefined) {
    return { field, code: 'email.misspelt', message: `${titleOf(field)}: "${parsed.normalized}" parece escrito errado; seria "${parsed.suggestion}"?` };
  }
  return { kind: 'email', value: parsed.normalized, valid: true, verified: true, consent: only(consent, ['email']) };
}

/** `naotem@naotem.com`, `email@email.com`, `a@a.com`. */
function isFillerEmail(text: string): boolean {
  const [local = '', domain = ''] = text.toLowerCase().split('@');
  return (
    FILLER_EMAIL.test(text.toLowerCase()) ||
    (local !== '' && domain.split('.')[0] === local && local.length < 12 && !/gmail|hotmail|outlook|yahoo/.test(domain))
  );
}

function only(consent: Consent, channels: readonly Channel[]): Consent {
  return Object.fromEntries(channels.flatMap((channel) => (consent[channel] === undefined ? [] : [[channel, consent[channel]]])));
}
