import type { Policies } from '../cadence/policies.ts';
import type { Channel, MessagePurpose } from '../case/index.ts';
import { checkVocabulary } from '../vocabulary/index.ts';
import type { TextFinding } from './composed.ts';
import { toGsm7 } from './gsm7.ts';
import type { Fact } from './locked-facts.ts';
import { factKey, lockFacts } from './locked-facts.ts';
import { smsSegments } from './sms-segments.ts';

export type WordingBreach =
  'empty' | 'fact-lost' | 'fact-invented' | 'vocabulary' | 'too-long' | 'too-short' | 'not-plain-text' | 'opt-out-lost' | 'person-lost';

export interface WordingReason {
  readonly code: WordingBreach;
  /** Portuguese, for the record. */
  readonly message: string;
}

export type WordingVerdict = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reasons: readonly WordingReason[] };

export interface WordingContext {
  readonly channel: Channel;
  readonly purpose?: MessagePurpose | undefined;
  readonly vocabulary?: Policies['vocabulary'] | undefined;
  /** See `lockFacts`. */
  readonly names?: readonly string[] | undefined;
}

/** A rewording may be this much longer than the text it stands for; a short one always gets some room. */
const LONGEST_RATIO = 1.5;
const EXTRA_CHARACTERS = 80;
const SHORTEST_RATIO = 0.4;

/**
 * May this rewording go out in the original's place? Every locked fact is there as often as it was, no amount, date, link, telephone, code or
 * number is new, the vocabulary guard finds nothing that it did not already find in the original, the way out stays, the length is kept (an SMS takes no
 * more segments), and it is plain text. On any doubt the answer is no, and the plain template goes out.
 * @param facts of the original, from `lockFacts`; found here when absent
 */
export function verifyWording(
  original: string,
  reworded: string,
  context: WordingContext,
  facts: readonly Fact[] = lockFacts(original, context),
): WordingVerdict {
  const text = reworded.replace(/\r\n?/g, '\n').trim();
  if (text === '') return { ok: false, reasons: [{ code: 'empty', message: 'O texto reescrito veio vazio.' }] };
  const reasons = [
    ...factBreaches(facts, lockFacts(text, context)),
    ...shapeBreaches(original, text, context.channel),
    ...vocabularyBreaches(original, text, context),
  ];
  return reasons.length === 0 ? { ok: true, text } : { ok: false, reasons };
}

function factBreaches(before: readonly Fact[], after: readonly Fact[]): WordingReason[] {
  const wanted = counts(before);
  const found = counts(after);
  const reasons: WordingReason[] = [];
  for (const [key, { fact }] of wanted) {
    if (!found.has(key)) reasons.push({ code: 'fact-lost', message: `Sumiu "${fact.value}".` });
  }
  for (const [key, { fact, count }] of found) {
    const known = wanted.get(key);
    // A name may be said once more or less; an amount said twice is a second amount to whoever reads it.
    if (!known) reasons.push({ code: 'fact-invented', message: `Apareceu "${fact.value}", que não estava no texto.` });
    else if (fact.kind === 'money' && count > known.count)
      reasons.push({ code: 'fact-invented', message: `"${fact.value}" aparece mais vezes do que no texto.` });
  }
  return reasons;
}

function counts(facts: readonly Fact[]): Map<string, { fact: Fact; count: number }> {
  const result = new Map<string, { fact: Fact; count: number }>();
  for (const fact of facts) {
    const key = factKey(fact);
    const known = result.get(key);
    result.set(key, { fact, count: (known?.count ?? 0) + 1 });
  }
  return result;
}

function shapeBreaches(original: string, text: string, channel: Channel): WordingReason[] {
  const reasons: WordingReason[] = [];
  const longest = Math.max(original.length * LONGEST_RATIO, original.length + EXTRA_CHARACTERS);
  if (text.length > longest) reasons.push({ code: 'too-long', message: `O texto cresceu de ${original.length} para ${text.length} caracteres.` });
  if (text.length < original.length * SHORTEST_RATIO)
    reasons.push({ code: 'too-short', message: `O texto encolheu de ${original.length} para ${text.length} caracteres.` });
  if (channel === 'sms' && smsSegments(toGsm7(text)).segments > smsSegments(toGsm7(original)).segments) {
    reasons.push({ code: 'too-long', message: 'O SMS ocuparia mais segmentos.' });
  }
  if (/\{\{|\{%|<\/?[a-z][^>]*>|^#{1,6} |\*\*|```|\[[^\]]+\]\(/im.test(text))
    reasons.push({ code: 'not-plain-text', message: 'O texto traz código ou formatação.' });
  if (
    /^\s*(?:claro[,!]|aqui está|segue (?:o|a) (?:texto|mensagem|versão)|como (?:um )?(?:modelo|ia|assistente)|desculpe, (?:mas )?não posso|não posso ajudar)/i.test(
      text,
    )
  ) {
    reasons.push({ code: 'not-plain-text', message: 'O modelo respondeu em vez de reescrever.' });
  }
  if (/\bsair\b/i.test(original) && !/\bsair\b/i.test(text)) reasons.push({ code: 'opt-out-lost', message: 'Sumiu a forma de parar de receber (SAIR).' });
  if (/\bpessoa\b|\batend/i.test(original) && !/\bpessoa\b|\batend|\bequipe\b|fal(?:e|ar) com/i.test(text))
    reasons.push({ code: 'person-lost', message: 'Sumiu a forma de falar com uma pessoa.' });
  return reasons;
}

function vocabularyBreaches(original: string, text: string, context: WordingContext): WordingReason[] {
  const key = (finding: TextFinding) => `${finding.code}|${finding.excerpt.toLowerCase()}`;
  const known = new Set(checkVocabulary(original, context).map(key));
  return checkVocabulary(text, context)
    .filter((finding) => finding.severity === 'error' || !known.has(key(finding)))
    .map((finding) => ({ code: 'vocabulary', message: `"${finding.excerpt}": ${finding.message}` }));
}
