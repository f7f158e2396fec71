/** `12345678000195` → `12.345.678/0001-95`, `52998224725` → `529.982.247-25`; letters of a new CNPJ are kept. Anything else stays. */
export function displayDocument(document: string): string {
  const plain = document.replace(/[.\-/\s]/g, '').toUpperCase();
  if (plain.length === 14) return `${plain.slice(0, 2)}.${plain.slice(2, 5)}.${plain.slice(5, 8)}/${plain.slice(8, 12)}-${plain.slice(12)}`;
  if (plain.length === 11) return `${plain.slice(0, 3)}.${plain.slice(3, 6)}.${plain.slice(6, 9)}-${plain.slice(9)}`;
  return document.trim();
}

/** `+5511987654321` → `(11) 98765-4321`; free-call and unknown forms stay as written. */
export function displayPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  const national = digits.length > 11 && digits.startsWith('55') ? digits.slice(2) : digits;
  if (!/^[1-9][1-9](9\d{8}|[2-5]\d{7})$/.test(national)) return phone.trim();
  return `(${national.slice(0, 2)}) ${national.slice(2, -4)}-${national.slice(-4)}`;
}

const SMALL_WORDS = new Set(['de', 'da', 'do', 'das', 'dos', 'e', 'di', 'del']);

/** A name on one line, and in ordinary case when the ERP shouts it: `MARIA DA SILVA` → `Maria da Silva`. */
export function displayName(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cf}]/gu, ' ').replace(/\s+/g, ' ').trim();
  if (clean !== clean.toUpperCase() && clean !== clean.toLowerCase()) return clean;
  return clean
    .toLowerCase()
    .split(' ')
    .map((word, index) => (index > 0 && SMALL_WORDS.has(word) ? word : capitalise(word)))
    .join(' ');
}

/** Letters after a hyphen, an apostrophe or a point are capitals too: `D'Ávila`, `Ana-Clara`. */
function capitalise(word: string): string {
  return word.replace(/(^|[-'’.])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
