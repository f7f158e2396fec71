/** GSM 03.38 default alphabet; index 0x1B is the escape. */
const BASIC = '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
/** Reached through the escape: two septets each. */
const EXTENSION = '\f^{}\\[~]|€';

const SEPTETS = new Map<string, 1 | 2>([...[...BASIC].map((char) => [char, 1] as const), ...[...EXTENSION].map((char) => [char, 2] as const)]);

/** Septets of one character; undefined when the alphabet lacks it (ã, õ, á, í, ó, ú, â, ê, ô and ç among them). */
export function gsm7Septets(char: string): 1 | 2 | undefined {
  return SEPTETS.get(char);
}

/** Typographic characters that phones show alike, and what GSM-7 has in their place. */
const ALIKE: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '·': '.',
  '×': 'x',
  '÷': '/',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\t': ' ',
  º: 'o',
  ª: 'a',
  '°': 'o',
};

/** The text in GSM-7 characters: accents the alphabet lacks are taken off, everything it has (é, à, ñ, Ç…) is kept; emoji go. */
export function toGsm7(text: string): string {
  let result = '';
  for (const char of text.normalize('NFC')) {
    if (SEPTETS.has(char)) result += char;
    else if (ALIKE[char] !== undefined) result += ALIKE[char];
    else {
      const base = char.normalize('NFD').replace(/\p{M}/gu, '');
      if ([...base].every((part) => SEPTETS.has(part))) result += base;
    }
  }
  return result.replace(/ {2,}/g, ' ').replace(/ +$/gm, '');
}
