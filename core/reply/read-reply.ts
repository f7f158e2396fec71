import type { Place } from '../calendar/index.ts';
import type { DefaultReason } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { asksToStop } from '../message/index.ts';
import type { Cents } from '../money.ts';
import { centsToDecimal, parseMoney } from '../money.ts';
import { foldReply } from './fold-reply.ts';
import type { ReplyIntent } from './intents.ts';
import { NOT_PAID, NOT_THEN, REFUSES, REPLY_INTENTS, SIGNS } from './intents.ts';
import { readDate } from './promise-date.ts';

export interface ReadReply {
  readonly intent: ReplyIntent;
  /** 0 to 1: how much more the words say this than anything else. */
  readonly confidence: number;
  /** The day that is promised; absent where none is said, or only the person knows it ("quando cair o salário"): ask. */
  readonly promiseOn?: CivilDate;
  /** Money that the words speak of. */
  readonly amount?: Cents;
  /** Why the debtor fell behind, where they say so. */
  readonly reason?: DefaultReason;
  /** The words of the reply that decided it; empty when nothing did. */
  readonly quote: string;
}

export interface ReplyContext {
  /** The day it was written. */
  readonly on: CivilDate;
  /** Where the debtor lives, for business days. */
  readonly place?: Place;
}

/** Below it a person reads the reply. */
const ENOUGH = 2;

/**
 * Reads a debtor's reply in Brazilian Portuguese as people write it, by signs of words with their negation and tense: "paguei dia 20" says that it was paid,
 * "pago dia 20" promises it. What isn't clear is `unknown`, for a person. A guess is only ever a label: nothing is booked by it.
 */
export function readReply(reply: string, { on, place = {} }: ReplyContext): ReadReply {
  const { text, original } = foldReply(reply.slice(0, 4_000));
  const date = readDate(text.replace(NOT_THEN, ''), on, place);
  const amount = readAmount(text);
  const reason = readReason(text);
  const scores = new Map<ReplyIntent, { score: number; quote: string }>();
  const add = (intent: ReplyIntent, score: number, quote: string): void => {
    const known = scores.get(intent);
    if (!known || known.score < score) scores.set(intent, { score: score + (known ? 0.25 : 0), quote: known && known.score >= score ? known.quote : quote });
    else known.score += 0.25;
  };
  for (const { intent, weight, pattern } of SIGNS) {
    const match = pattern.exec(text);
    if (match) add(intent, weight, match[0].trim());
  }
  if (asksToStop(reply)) add('opt-out', 4, text);
  weigh(text, date !== undefined, add, scores);
  const ranked = [...scores]
    .filter(([, { score }]) => score > 0)
    .sort((a, b) => b[1].score - a[1].score || REPLY_INTENTS.indexOf(a[0]) - REPLY_INTENTS.indexOf(b[0]));
  const [best, second] = ranked;
  const said = {
    ...(amount === undefined ? {} : { amount }),
    ...(reason === undefined ? {} : { reason }),
  };
  if (!best || best[1].score < ENOUGH) return { intent: 'unknown', confidence: 0, ...said, quote: '' };
  const [intent, { score, quote }] = best;
  const promises = intent === 'promise' || intent === 'partial' || intent === 'wants-slip' || intent === 'negotiate' || intent === 'third-party-pays';
  return {
    intent,
    confidence: confidenceOf(score, second?.[1].score ?? 0),
    ...(promises && date?.on !== undefined ? { promiseOn: date.on } : {}),
    ...said,
    quote: quoteOf(text, original, quote, promises ? date?.quote : undefined),
  };
}

/** What was read, for programs: every key always there, `null` where the reply doesn't say; the amount in reais. */
export function replyJson({ intent, confidence, promiseOn, amount, reason, quote }: ReadReply) {
  return { intent, confidence, promiseOn: promiseOn ?? null, amount: amount === undefined ? null : centsToDecimal(amount), reason: reason ?? null, quote };
}

/** The words as they were written, from the first that counted to the last. */
function quoteOf(text: string, original: (from: number, to: number) => string, ...parts: readonly (string | undefined)[]): string {
  const spans = parts.flatMap((part) => (part === undefined || !text.includes(part) ? [] : [[text.indexOf(part), text.indexOf(part) + part.length] as const]));
  return original(Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to)));
}

type Add = (intent: ReplyIntent, score: number, quote: string) => void;
type Scores = Map<ReplyIntent, { score: number; quote: string }>;

/** What the signs mean beside each other. */
function weigh(text: string, hasDate: boolean, add: Add, scores: Scores): void {
  const drop = (...intents: readonly ReplyIntent[]): void => intents.forEach((intent) => scores.delete(intent));
  const has = (intent: ReplyIntent): boolean => (scores.get(intent)?.score ?? 0) >= 2;
  const words = text.split(' ').length;
  if (NOT_PAID.test(text)) drop('claims-paid');
  if (REFUSES.test(text) && !NOT_THEN.test(text)) drop('promise');
  // A day alone answers "when?".
  if (hasDate && words <= 5 && scores.size === 0) add('promise', 2.5, text);
  if (hasDate && scores.has('promise')) add('promise', 3, text);
  // "Só consigo pagar dia 19": hard, and promised.
  if (has('promise') && hasDate) drop('hardship');
  else if (has('promise') && has('hardship') && (scores.get('promise')?.score ?? 0) <= 3) scores.get('promise')!.score -= 1;
  // Courtesies are about nothing where something else is said.
  if (scores.size > 1 && [...scores.keys()].some((intent) => intent !== 'thanks' && has(intent))) drop('thanks');
  else if (has('thanks') && words > 8) drop('thanks');
  // Who lost somebody and can't pay is spoken with; who says that the debtor died is somebody else.
  if (
    has('deceased') &&
    /\b(?:meu|minha) (?:pai|mae|marido|esposo|esposa|filh[oa]|irmao?|irma)\b/.test(text) &&
    /\b(?:nao (?:\w+ )?(?:consegui|tive|pude|deu|consigo|tenho)|fiquei|gastei|estou|atrasei|enterro|luto)\b/.test(text)
  )
    drop('deceased');
  // Asking for the slip in order to pay is asking for the slip; asking to talk about a discount is bargaining.
  if (has('wants-slip') && has('promise') && /\b(?:mand|envi|ger|pass|reenvi|cade|preciso)/.test(text)) add('wants-slip', 3.6, scores.get('wants-slip')!.quote);
  else if (has('promise') && (scores.get('wants-slip')?.score ?? 0) <= 2.5) drop('wants-slip');
  if (has('claims-paid') && (scores.get('wants-slip')?.score ?? 0) <= 2.5) drop('wants-slip');
  if (has('claims-paid') && has('promise') && !/\b(?:vou|amanha|pretendo)\b/.test(text)) drop('promise');
  if (has('negotiate') && has('human') && /\b(?:fal|convers)/.test(text)) scores.get('human')!.score -= 0.5;
  if (has('negotiate') && has('wants-slip') && (scores.get('wants-slip')?.score ?? 0) <= 3.25) scores.get('negotiate')!.score += 0.5;
  if (has('partial') && has('promise')) scores.get('partial')!.score += 0.5;
  if (has('partial') && has('negotiate') && /\b(?:parcel|vezes|x|desconto)\b/.test(text)) drop('partial');
  if (has('fraud-doubt') && /\b(?:nao fiz|nao comprei|meu nome|meu cpf|vitima|clonaram|usaram)\b/.test(text)) add('dispute', 3.5, text);
}

function confidenceOf(score: number, second: number): number {
  const strength = Math.min(1, score / 3.25);
  const margin = Math.min(1, 0.4 + (score - second) / 2);
  return Math.round(100 * Math.max(0.05, strength * margin)) / 100;
}

const REASONS: readonly (readonly [DefaultReason, RegExp])[] = [
  ['bereavement', /\b(?:faleceu|morreu|luto|velorio|enterro|falecimento)\b/],
  [
    'unemployment',
    /\b(?:desempreg\w+|demitid\w+|demitiram|perdi (?:o |meu )?(?:emprego|trabalho)|sem (?:emprego|trabalho|servico)|mandad\w+ embora|mandaram embora|dispensad\w+)\b/,
  ],
  [
    'illness',
    /\b(?:doente|doenca|hospital\w*|cirurgia|cancer|quimio\w*|internad\w+|acidente|tratamento|depressao|afastad\w+|remedios?|passando mal|acamad\w+|crise de (?:panico|ansiedade))\b/,
  ],
  [
    'income-drop',
    /\b(?:salario (?:\w+ ){0,2}(?:atras\w+|reduzid\w+|diminu\w+)|reduziram|cortaram|vendas (?:cairam|fracas|ruins)|sem vendas|renda (?:caiu|diminuiu)|negocio (?:\w+ )?(?:fechou|quebrou|parou)|ganhando menos)\b/,
  ],
  ['forgot', /\b(?:esqueci|esquecimento|passou batido|nao lembrei|me esqueci|tinha esquecido|distrai)\b/],
  ['disputed', /\b(?:nao reconheco|cobranca indevida|nao devo)\b/],
  [
    'other',
    /\b(?:dificuldades?|apertad\w+|separacao|separei|divorci\w+|enchente|crise|nao (?:tenho|estou com) (?:\w+ )?(?:condic\w+|dinheiro)|sem (?:dinheiro|condic\w+))\b/,
  ],
];

function readReason(text: string): DefaultReason | undefined {
  return REASONS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** `r$ 150,00`, `150 reais`, `só tenho 50`; a day, a number of times or a telephone is no amount. */
function readAmount(text: string): Cents | undefined {
  const match =
    /r\$ (\d[\d.,]*)/.exec(text) ??
    /(\d[\d.,]*) (?:reais|real)\b/.exec(text) ??
    /\b(?:so (?:tenho|consigo|posso|dou)|consigo (?:pagar|dar)?|tenho|posso (?:pagar|dar)|pago|dou) (?:so |apenas |uns |umas )?(\d{2,5}(?:[.,]\d{2})?)(?! ?(?:x|vezes|dias?|parcelas|semanas?|mes|\/|de |horas?|anos?))\b/.exec(
      text,
    );
  if (!match) return undefined;
  try {
    return parseMoney(match[1]!.replace(/[.,]$/, ''));
  } catch {
    return undefined;
  }
}
