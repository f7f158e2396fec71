import { parseMoney } from '../money.ts';
import { escapeHtml } from './escape-html.ts';
import { spokenDate, spokenMoney, spokenNumber } from './spoken-number.ts';

/** Told first: the debtor knows that the call is recorded before anything is said about the debt. */
export const RECORDING_NOTICE = 'Olá. Esta ligação é gravada.';

/**
 * A message's text as a voice reads it well: money, dates, percentages and telephones as words, links and Pix codes (which nobody can write
 * down from a call) replaced by where to find them, list marks and line breaks turned into pauses.
 */
export function spokenText(text: string, { recordingNotice }: { readonly recordingNotice: boolean }): string {
  const spoken = text
    .replace(/\b000201\S{20,}/g, 'o código Pix que enviamos por escrito')
    .replace(/https?:\/\/\S*[^\s.,;:!?)]/g, 'a página que enviamos por escrito')
    .replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, spokenEmail)
    .replace(/\b(multa|juros|correção|desconto|abatimento) (?=R\$)/g, '$1 de ')
    .replace(/ = (?=R\$)/g, ', no total de ')
    .replace(/ [+] (?=[\p{L}R])/gu, ', mais ')
    .replace(/ - (?=[\p{L}]+ (?:de )?R\$)/gu, ', menos ')
    .replace(
      /(-)?R\$ ?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))?/g,
      (_, sign: string | undefined, whole: string, cents = '00') => (sign ? 'menos ' : '') + spokenMoney(parseMoney(`${whole},${cents}`)),
    )
    .replace(/\b(\d{2})\/(\d{2})\/(\d{4})\b/g, (_, day: string, month: string, year: string) => spokenDate(Number(day), Number(month), Number(year)))
    .replace(/\((\d{2})\) ?(\d{4,5})-(\d{4})/g, (_, ...groups: string[]) => groups.slice(0, 3).map(spokenDigits).join(', '))
    .replace(/\b0(800|300|303|500) ?(\d{3}) ?(\d{4})\b/g, (_, ...groups: string[]) => `zero ${groups.slice(0, 3).map(spokenDigits).join(', ')}`)
    .replace(
      /(\d+)(?:,(\d+))?%/g,
      (_, whole: string, decimals?: string) => `${spokenNumber(Number(whole))}${decimals ? ` vírgula ${spokenDigits(decimals)}` : ''} por cento`,
    )
    .replace(/^[-•] /gm, '')
    .replace(/([^.!?:;,\n])\n+/g, '$1. ')
    .replace(/\n+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return recordingNotice && !/\bgravad[ao]\b/i.test(spoken) ? `${RECORDING_NOTICE} ${spoken}` : spoken;
}

const spokenDigits = (digits: string): string => [...digits].map((digit) => (digit === '6' ? 'meia' : spokenNumber(Number(digit)))).join(' ');

const spokenEmail = (address: string): string =>
  address.replace('@', ' arroba ').replaceAll('.', ' ponto ').replaceAll('-', ' hífen ').replaceAll('_', ' sublinhado ');

/** TwiML that says a spoken text in Brazilian Portuguese, one `<Say>` a sentence with a short pause between. */
export function voiceTwiml(text: string): string {
  const sentences = text.match(/[^.!?]+[.!?]*/g) ?? [];
  const says = sentences.map((sentence) => `<Say language="pt-BR">${escapeHtml(sentence.trim())}</Say>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Response>${says.join('<Pause length="1"/>')}</Response>`;
}
