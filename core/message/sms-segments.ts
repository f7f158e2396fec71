import { gsm7Septets } from './gsm7.ts';

export interface SmsSize {
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets in GSM-7, UTF-16 units in UCS-2: what providers count. */
  readonly length: number;
  /** What still fits in the last segment, in the same unit. */
  readonly remaining: number;
  /** Characters that forced UCS-2, each once. */
  readonly outside: readonly string[];
}

/** Payload of one segment alone, and of each when several are joined (GSM 03.40: the joining header takes 7 septets or 3 units). */
const LIMITS = { 'GSM-7': { single: 160, joined: 153 }, 'UCS-2': { single: 70, joined: 67 } } as const;

/**
 * How many segments a text takes as SMS. A character that needs two units (`€` in GSM-7, an emoji in UCS-2) is never split over two
 * segments, so a joined segment may stay one unit short.
 */
export function smsSegments(text: string): SmsSize {
  const chars = [...text];
  const outside = [...new Set(chars.filter((char) => gsm7Septets(char) === undefined))];
  const encoding = outside.length === 0 ? 'GSM-7' : 'UCS-2';
  const widths = chars.map((char) => (encoding === 'GSM-7' ? gsm7Septets(char)! : char.length));
  const length = widths.reduce((sum, width) => sum + width, 0);
  const { single, joined } = LIMITS[encoding];
  if (length <= single) return { segments: length === 0 ? 0 : 1, encoding, length, remaining: single - length, outside };
  let segments = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > joined) {
      segments += 1;
      used = 0;
    }
    used += width;
  }
  return { segments, encoding, length, remaining: joined - used, outside };
}
