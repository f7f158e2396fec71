import type { Channel } from '../case/index.ts';
import { cellYesNo } from './cells.ts';
import { titleOf } from './fields.ts';
import type { RowReader } from './row-reader.ts';

/** What the consent columns say for the row's e-mails and mobiles. */
export function readConsent(reader: RowReader): Partial<Record<Channel, boolean>> {
  const consent: Partial<Record<Channel, boolean>> = {};
  for (const [channel, field] of [
    ['whatsapp', 'whatsappConsent'],
    ['sms', 'smsConsent'],
    ['email', 'emailConsent'],
  ] as const) {
    if (reader.text(field) === '') continue;
    const yes = cellYesNo(reader.cell(field));
    if (yes === undefined)
      reader.warn(
        field,
        'consent.unreadable',
        `${titleOf(field)}: não entendi "${reader.text(field)}"; escreva S ou N. Por enquanto vale como "nunca perguntado".`,
      );
    else consent[channel] = yes;
  }
  return consent;
}
