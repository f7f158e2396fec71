import type { Place } from '../calendar/index.ts';
import { addBusinessDays } from '../calendar/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, addMonths, daysInMonth, isCivilDate, weekday } from '../civil-date.ts';

export interface ReadDate {
  /** Absent when the words name a day that only the person knows ("quando cair o salário"). */
  readonly on?: CivilDate;
  /** The words. */
  readonly quote: string;
}

const WEEKDAYS = ['domingo', 'segunda', 'terca', 'quarta', 'quinta', 'sexta', 'sabado'];
const MONTHS = ['janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro'];
const SPELT: Readonly<Record<string, number>> = Object.fromEntries(
  'primeiro um,dois duas,tres,quatro,cinco,seis,sete,oito,nove,dez,onze,doze,treze,quatorze catorze,quinze,dezesseis,dezessete,dezoito,dezenove,vinte,vinte e um,vinte e dois,vinte e tres,vinte e quatro,vinte e cinco,vinte e seis,vinte e sete,vinte e oito,vinte e nove,trinta,trinta e um'
    .split(',')
    .flatMap(
      (names, index) =>
        (names.startsWith('vinte e') || names.startsWith('trinta e') ? [[names, index + 1]] : names.split(' ').map((name) => [name, index + 1])) as [
          string,
          number,
        ][],
    ),
);
const NUMBER = `\\d{1,2}|${Object.keys(SPELT)
  .sort((a, b) => b.length - a.length)
  .join('|')}`;
const numberOf = (text: string): number => (/^\d/.test(text) ? Number(text) : SPELT[text]!);

type Rule = readonly [pattern: RegExp, date: (match: RegExpExecArray, on: CivilDate, place: Place) => CivilDate | undefined];

const pad = (value: number): string => String(value).padStart(2, '0');

/** The day of this month, or of the next where it has passed; a day that the month lacks is its last. */
function dayOfMonth(day: number, on: CivilDate, monthsAhead = 0): CivilDate | undefined {
  if (day < 1 || day > 31) return undefined;
  const first = addMonths(`${on.slice(0, 7)}-01`, monthsAhead);
  const last = daysInMonth(Number(first.slice(0, 4)), Number(first.slice(5, 7)));
  const date = `${first.slice(0, 7)}-${pad(Math.min(day, last))}`;
  return monthsAhead === 0 && date < on ? dayOfMonth(day, on, 1) : date;
}

function ofYear(day: number, month: number, year: string | undefined, on: CivilDate): CivilDate | undefined {
  const full = year === undefined ? on.slice(0, 4) : year.length === 2 ? `20${year}` : year;
  const date = `${full}-${pad(month)}-${pad(day)}`;
  if (!isCivilDate(date)) return undefined;
  return year === undefined && date < on ? ofYear(day, month, String(Number(full) + 1), on) : date;
}

/** The next such weekday after today; today's own name means a week from now. */
function nextWeekday(name: string, on: CivilDate, weeks = 0): CivilDate {
  const ahead = (WEEKDAYS.indexOf(name) - weekday(on) + 7) % 7 || 7;
  return addDays(on, ahead + 7 * weeks);
}

const endOfMonth = (on: CivilDate, ahead = 0): CivilDate => dayOfMonth(31, addMonths(`${on.slice(0, 7)}-01`, ahead))!;

/** In this order: what is longer comes before what it begins with. */
const RULES: readonly Rule[] = [
  [/\bdepois de amanha\b/, (_, on) => addDays(on, 2)],
  [/\bamanha\b/, (_, on) => addDays(on, 1)],
  [/\bhoje\b|\bagora mesmo\b|\bainda hoje\b/, (_, on) => on],
  [
    new RegExp(`\\b(?:daqui(?: a| ha)?|dentro de|em|mais) (${NUMBER}) (dias?|semanas?|mes(?:es)?)(?: uteis)?\\b`),
    (match, on, place) => {
      const count = numberOf(match[1]!);
      if (match[0].includes('uteis')) return addBusinessDays(on, count, place);
      return match[2]!.startsWith('dia') ? addDays(on, count) : match[2]!.startsWith('semana') ? addDays(on, 7 * count) : addMonths(on, count);
    },
  ],
  [
    new RegExp(`\\b(?:no |ate o )?(\\d{1,2}|primeiro|segundo|terceiro|quarto|quinto|sexto|setimo|oitavo|nono|decimo)(?:o|a)? dia util\\b`),
    (match, on, place) => {
      const ordinals = ['primeiro', 'segundo', 'terceiro', 'quarto', 'quinto', 'sexto', 'setimo', 'oitavo', 'nono', 'decimo'];
      const count = /^\d/.test(match[1]!) ? Number(match[1]) : ordinals.indexOf(match[1]!) + 1;
      if (count < 1 || count > 23) return undefined;
      const of = (first: CivilDate): CivilDate => addBusinessDays(addDays(first, -1), count, place);
      const thisMonth = of(`${on.slice(0, 7)}-01`);
      return thisMonth >= on ? thisMonth : of(addMonths(`${on.slice(0, 7)}-01`, 1));
    },
  ],
  [/\b(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?\b/, (match, on) => ofYear(Number(match[1]), Number(match[2]), match[3], on)],
  [
    new RegExp(`\\b(?:dia )?(${NUMBER}) de (${MONTHS.join('|')})(?: de (\\d{4}))?\\b`),
    (match, on) => ofYear(numberOf(match[1]!), MONTHS.indexOf(match[2]!) + 1, match[3], on),
  ],
  [
    new RegExp(`\\bdia (${NUMBER})(?: (?:do|de)(?: outro| proximo)? mes que vem| do (?:proximo|outro) mes| do mes seguinte)\\b`),
    (match, on) => dayOfMonth(numberOf(match[1]!), on, 1),
  ],
  [new RegExp(`\\b(?:dia|no dia|ate dia|ate o dia) (${NUMBER})\\b`), (match, on) => dayOfMonth(numberOf(match[1]!), on)],
  [/\b(?:no )?(?:fim|final) do mes que vem\b/, (_, on) => endOfMonth(on, 1)],
  [/\b(?:no |ate o )?(?:fim|final) d(?:o|esse|este) mes\b/, (_, on) => endOfMonth(on)],
  [/\b(?:no )?(?:comeco|inicio) do (?:mes(?: que vem)?|proximo mes|outro mes)\b/, (_, on) => dayOfMonth(5, on, 1)],
  [
    new RegExp(
      `\\b(?:na |no |proxim[oa] |essa |esta |nessa |nesta |ate )*(${WEEKDAYS.join('|')})(?: feira)?( da semana que vem| que vem| da outra semana)?\\b(?! via)`,
    ),
    (match, on) => {
      const date = nextWeekday(match[1]!, on);
      // "segunda da semana que vem" is in the week that begins next Monday.
      if (!match[2]?.includes('semana')) return date;
      const monday = nextWeekday('segunda', on);
      return date >= monday ? date : addDays(date, 7);
    },
  ],
  [/\b(?:no )?fim de semana\b/, (_, on) => (weekday(on) === 6 ? on : nextWeekday('sabado', on))],
  [/\b(?:na )?(?:semana que vem|proxima semana|outra semana)\b/, (_, on) => addDays(nextWeekday('segunda', on), 4)],
  [/\b(?:no )?(?:mes que vem|proximo mes|outro mes)\b/, (_, on) => dayOfMonth(10, on, 1)],
];

/** A day that nobody else knows. */
const UNSAID =
  /\b(?:quando|assim que|logo que|depois que) (?:eu |o |a |meu |minha )*(?:cair|receber|sair|entrar|chegar|salario|pagamento|me pagarem|tiver|puder|der)\b(?: (?:o |a |meu |minha |dinheiro|salario|pagamento|13|decimo)+)?/;

/**
 * The day that words name, counted from `on`; "dia 20" after the 20th is next month's. Undefined when no day is spoken of.
 * @param text as `foldReply` gives it
 */
export function readDate(text: string, on: CivilDate, place: Place): ReadDate | undefined {
  for (const [pattern, date] of RULES) {
    const match = pattern.exec(text);
    const found = match && date(match, on, place);
    if (match && found) return { on: found, quote: match[0].trim() };
  }
  const unsaid = UNSAID.exec(text);
  return unsaid ? { quote: unsaid[0].trim() } : undefined;
}
