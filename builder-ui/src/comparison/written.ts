import { formatMoney } from '../../../core/money.ts';
import type { Strings } from '../strings/pt-BR/index.ts';
import type { Measure } from './measures.ts';

/** A figure in its unit, as people write it. */
export function written(value: number, { unit }: Measure, t: Strings): string {
  if (unit === 'money') return formatMoney(value);
  if (unit === 'cents') return t.comparison.cents(value.toLocaleString(t.app.locale, { maximumFractionDigits: 1 }));
  if (unit === 'hours') return t.comparison.hours(value.toLocaleString(t.app.locale, { maximumFractionDigits: 1 }));
  return value.toLocaleString(t.app.locale);
}

export const direction = ({ before, after }: Measure): 'more' | 'less' | 'same' => (after > before ? 'more' : after < before ? 'less' : 'same');

/** How much it differs, whichever way. */
export const difference = (measure: Measure, t: Strings): string => written(Math.abs(measure.after - measure.before), measure, t);
