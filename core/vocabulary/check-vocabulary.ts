import type { Policies } from '../cadence/policies.ts';
import type { Channel, MessagePurpose } from '../case/index.ts';
import type { TextFinding } from '../message/composed.ts';
import { findConsequences } from './consequence.ts';
import { customPatterns, termPattern } from './custom-terms.ts';
import type { FoldedText } from './folded-text.ts';
import { foldText, hasAmbiguousMarks } from './folded-text.ts';
import { CleanTexts, withoutParticulars } from './known-clean.ts';
import { isNegated } from './negation.ts';
import type { VocabularyRule } from './rule.ts';
import { COERCION_RULES } from './rules/coercion.ts';
import { DISCRIMINATION_RULES } from './rules/discrimination.ts';
import { EXPOSURE_RULES } from './rules/exposure.ts';
import { FALSE_URGENCY_RULES } from './rules/false-urgency.ts';
import { LEGALESE_RULES } from './rules/legalese.ts';
import { RIDICULE_RULES } from './rules/ridicule.ts';
import { THREAT_RULES } from './rules/threat.ts';
import { findFamilies } from './find-families.ts';
import { findShouting } from './shouting.ts';

export interface VocabularyContext {
  readonly channel: Channel;
  /** The creditor's own words: `blocked` adds, `allowed` takes built-in findings away. */
  readonly vocabulary?: Policies['vocabulary'] | undefined;
  /** Legal notices may announce consequences, as facts; absent = judged as any message, a fact with its date being a warning. */
  readonly purpose?: MessagePurpose | undefined;
  /** Names of the case and the creditor: capitals in them are not shouting. */
  readonly names?: readonly string[] | undefined;
}

const RULES: readonly VocabularyRule[] = [...THREAT_RULES, ...COERCION_RULES, ...RIDICULE_RULES, ...FALSE_URGENCY_RULES, ...EXPOSURE_RULES, ...DISCRIMINATION_RULES, ...LEGALESE_RULES];

const SHOUTING = {
  capitals: { message: 'Maiúsculas seguidas leem-se como grito.', suggestion: 'Escreva em minúsculas.' },
  exclamation: { message: 'Muitos pontos de exclamação leem-se como pressão.', suggestion: 'Use um ponto final.' },
} as const;

/**
 * The vocabulary guard: coercion, ridicule, false urgency, threat, exposure to third parties, discrimination, legalese, shouting, and the
 * creditor's own list. Accents, capitals, gender, number, spaced letters, digits for letters and look-alikes make no difference.
 * A text may leave when no finding is of severity `error`.
 */
export function checkVocabulary(text: string, context: VocabularyContext): TextFinding[] {
  const clean = new CleanTexts(context.vocabulary, context.purpose, withoutParticulars(text, context.names ?? []));
  if (clean.has()) return [];
  const findings = findAll(text, context);
  if (findings.length === 0) clean.add();
  return findings;
}

function findAll(text: string, context: VocabularyContext): TextFinding[] {
  const findings = new Map<string, TextFinding>();
  const add = (finding: TextFinding) => {
    const key = `${finding.code}|${finding.excerpt.toLowerCase()}`;
    if (findings.get(key)?.severity !== 'error') findings.set(key, finding);
  };
  for (const folded of readings(text)) {
    for (const rule of RULES) for (const finding of matches(rule, folded)) add(finding);
    for (const finding of findFamilies(folded)) add(finding);
    for (const { excerpt, severity, message, suggestion } of findConsequences(folded, context.purpose)) add({ code: 'threat', severity, excerpt, message, suggestion });
    for (const { term, pattern } of customPatterns(context.vocabulary?.blocked ?? [])) {
      for (const match of folded.text.matchAll(pattern)) {
        const excerpt = folded.original(match.index, match.index + match[0].length);
        add({ code: 'custom', severity: 'error', excerpt, message: `A empresa decidiu não usar "${term.term}".`, suggestion: term.suggestion || 'Escreva de outro modo.' });
      }
    }
  }
  for (const { excerpt, severity, kind } of findShouting(text, context.names)) add({ code: 'shouting', severity, excerpt, ...SHOUTING[kind] });
  const names = (context.names ?? []).map((name) => foldText(name).text);
  const allowed = (context.vocabulary?.allowed ?? []).map((term) => foldText(term).text.trim()).filter((term) => term !== '');
  return withoutOverlaps([...findings.values()]).filter((finding) => finding.code === 'custom' || !(isAllowed(finding, allowed) || isName(finding, names)));
}

/** True when nothing found forbids sending. */
export function vocabularyAllows(findings: readonly TextFinding[]): boolean {
  return findings.every((finding) => finding.severity !== 'error');
}

function readings(text: string): FoldedText[] {
  return hasAmbiguousMarks(text) ? [foldText(text), foldText(text, true)] : [foldText(text)];
}

function* matches(rule: VocabularyRule, folded: FoldedText): Generator<TextFinding> {
  rule.pattern.lastIndex = 0;
  for (const match of folded.text.matchAll(rule.pattern)) {
    if (!rule.evenNegated && isNegated(folded.text, match.index)) continue;
    if (rule.unless?.test(sentenceAround(folded.text, match.index, match[0].length))) continue;
    yield { code: rule.code, severity: rule.severity, excerpt: folded.original(match.index, match.index + match[0].trimEnd().length), message: rule.reason, suggestion: rule.suggestion };
  }
}

function sentenceAround(text: string, start: number, length: number): string {
  const before = Math.max(text.lastIndexOf('.', start), text.lastIndexOf('!', start), text.lastIndexOf('?', start), text.lastIndexOf('\n', start)) + 1;
  const after = /[.!?\n]/.exec(text.slice(start + length));
  return text.slice(before, after ? start + length + after.index : undefined);
}

/** Of findings of one code, those whose words are part of another's say nothing new. */
function withoutOverlaps(findings: readonly TextFinding[]): TextFinding[] {
  return findings.filter(
    (one) => !findings.some((other) => other !== one && other.code === one.code && other.severity === one.severity && other.excerpt.length > one.excerpt.length && other.excerpt.includes(one.excerpt)),
  );
}

/** Words of a name ("Ana Urgente da Silva") say nothing. */
function isName({ excerpt }: TextFinding, names: readonly string[]): boolean {
  return names.some((name) => name.includes(foldText(excerpt).text));
}

function isAllowed(finding: TextFinding, allowed: readonly string[]): boolean {
  const excerpt = foldText(finding.excerpt).text;
  return allowed.some((term) => term.includes(excerpt) || termPattern(term).test(excerpt));
}
