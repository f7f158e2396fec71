/** A name as words: `DataVencimento`, `data_vencimento` and `Data de vencimento` are all "data vencimento". */
export function wordsOf(name: string): string {
  const known = WORDS.get(name);
  if (known !== undefined) return known;
  if (WORDS.size >= CACHE_LIMIT) WORDS.clear();
  const words = inWords(name);
  WORDS.set(name, words);
  return words;
}

/** The same few names are asked about again and again. */
const WORDS = new Map<string, string>();
const CACHE_LIMIT = 2_000;

function inWords(name: string): string {
  return name
    .slice(0, 300)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/\bn[º°]/gi, 'numero ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+-]+/g, ' ')
    .replace(/\b(?:d[aeo]s?|the|of|no|na)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
}

const COUNT_OF_DAYS = /\b(?:dias?|days?|dpd|diff|diferenca|difference|atraso|overdue)/;
const AFTER_DUE = /atras|overdue|past due|\bdpd\b|\blate\b|vencid|inadimpl|\bapos\b|depois|desde|since|after|delinquen/;
const BEFORE_DUE = /restant|faltam?\b|faltantes|remaining|until|\bate\b|para vence|a vencer|antes|before|\bto due\b|left|antecedencia/;
const DUE_DATE = /venc|\bdue\b|duedate|prazo|deadline|expir|data limite/;
const NOT_A_DATE = /\bdias?\b|\bdays?\b|status|valor|amount|diff/;

/** What a number called so counts: `1` days late, `-1` days still to go, `0` days, who knows which; undefined when it counts no days. */
export function daysCounted(name: string): 1 | -1 | 0 | undefined {
  const words = wordsOf(name);
  if (!COUNT_OF_DAYS.test(words) && !/^(?:vencido|atrasado) ha\b/.test(words)) return undefined;
  if (BEFORE_DUE.test(words)) return -1;
  return AFTER_DUE.test(words) ? 1 : 0;
}

export function isDueDate(name: string): boolean {
  const words = wordsOf(name);
  return DUE_DATE.test(words) && !NOT_A_DATE.test(words);
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  tres: 3,
  cinco: 5,
  sete: 7,
  dez: 10,
  quinze: 15,
  trinta: 30,
  one: 1,
  two: 2,
  three: 3,
  five: 5,
  seven: 7,
  ten: 10,
};
const NUMBER = `(\\d{1,4}|${Object.keys(NUMBER_WORDS).join('|')})`;
const SPOKEN_DAYS: readonly (readonly [pattern: RegExp, sign: 1 | -1 | 0])[] = [
  [/\bd ?([+-]) ?(\d{1,3})\b/, 1],
  [new RegExp(`${NUMBER} ?(?:dias?|days?|d) (?:antes|before|pra vencer|para vencer|para o vencimento|until|to go)`), -1],
  [new RegExp(`(?:vence|vencer|vencera|due|expira|faltam?)(?: (?:em|in|daqui(?: a)?|apenas|so))? ${NUMBER} (?:dias?|days?)`), -1],
  [new RegExp(`${NUMBER} ?(?:dias?|days?|d) (?:apos|depois|after|em atraso|atraso|atrasad|vencid|late|overdue|past due|aberto)`), 1],
  [new RegExp(`(?:ha|venceu ha|vencid[oa] ha|atrasad[oa] ha|atraso(?: superior)?(?: a)?|overdue by) (?:mais )?${NUMBER} (?:dias?|days?)`), 1],
  [new RegExp(`(?:mais|after|apos|depois) ${NUMBER} (?:dias?|days?)`), 1],
];
const TODAY =
  /\b(?:vence(?:ndo)?|vencimento|due|dia) (?:(?:e|is) )?(?:hoje|today)\b|\bvence hoje\b|\bhoje vence\b|dia vencimento\b|\bdue date\b(?= reminder)|\bd ?0\b/;
const TOMORROW = /(?:vence|vencimento|due|vencer)(?: (?:e|is))? (?:amanha|tomorrow)|\bvespera\b/;
const YESTERDAY = /(?:venceu|vencido|vencimento foi|was due) (?:ontem|yesterday)/;

/** The day around the due date that words speak of: "D-3", "7 dias de atraso", "vence amanhã"; undefined when they speak of none. */
export function spokenDay(text: string): number | undefined {
  const words = wordsOf(text);
  for (const [pattern, sign] of SPOKEN_DAYS) {
    const match = pattern.exec(words);
    if (!match) continue;
    if (pattern === SPOKEN_DAYS[0]![0]) return Number(match[2]) * (match[1] === '-' ? -1 : 1);
    const count = NUMBER_WORDS[match[1]!] ?? Number(match[1]);
    return count === 0 ? 0 : count * sign;
  }
  if (TOMORROW.test(words)) return -1;
  if (YESTERDAY.test(words)) return 1;
  return TODAY.test(words) ? 0 : undefined;
}

/** −1 when words speak of what is still to fall due, 1 of what is late, 0 of neither. */
export function spokenSide(text: string): -1 | 0 | 1 {
  const words = wordsOf(text);
  const late = /atras|vencid|venceu|overdue|past due|em aberto|inadimpl|cobranca|pendente|pendencia|consta|nao identificamos|aviso final|ultimo aviso/.test(
    words,
  );
  const early =
    /vencera|vence(?:m)? (?:em|dia|amanha|hoje)|a vencer|antes|lembrete|lembrar|reminder|upcoming|proximo vencimento|due (?:on|in|soon|date is)|before|pre venc/.test(
      words,
    );
  return late ? 1 : early ? -1 : 0;
}
