import type { Policies } from '../cadence/policies.ts';
import type { Channel, MessagePurpose } from '../case/index.ts';
import type { TextFinding } from '../message/composed.ts';
import { findConsequences, isNotice, LAWFUL_ANNOUNCEMENT } from './consequence.ts';
import { findCustomTerms, termPattern } from './custom-terms.ts';
import type { FoldedText } from './folded-text.ts';
import { foldText, hasAmbiguousMarks } from './folded-text.ts';
import { CleanTexts, withoutParticulars } from './known-clean.ts';
import { findLegalese } from './legalese.ts';
import { findShouting } from './shouting.ts';
import { findWrongs } from './find-wrongs.ts';

export interface VocabularyContext {
  readonly channel: Channel;
  /** The creditor's own words: `blocked` adds, `allowed` takes built-in findings away. */
  readonly vocabulary?: Policies['vocabulary'] | undefined;
  /** Legal notices may announce consequences, as facts; absent = judged as any message, a fact with its date being a warning. */
  readonly purpose?: MessagePurpose | undefined;
  /** Names of the case and the creditor: they say nothing, and capitals in them are not shouting. */
  readonly names?: readonly string[] | undefined;
}

/**
 * The vocabulary guard. Each sentence is weighed against a corpus of coercion, ridicule, false urgency, threat, exposure to third parties
 * and discrimination on one side and humane collection on the other (`weighing/`); around it stand legalese, announced consequences,
 * shouting and the creditor's own list. Accents, capitals, spaced letters, digits for letters and look-alikes make no difference.
 * A text may leave when no finding is of severity `error`.
 */
export function checkVocabulary(text: string, context: VocabularyContext): TextFinding[] {
  const clean = new CleanTexts(context.vocabulary, context.purpose, withoutParticulars(text, context.names ?? []));
  if (clean.has()) return [];
  const findings = findAll(text, context);
  if (findings.length === 0) clean.add();
  return findings;
}

/** True when nothing found forbids sending. */
export function vocabularyAllows(findings: readonly TextFinding[]): boolean {
  return findings.every((finding) => finding.severity !== 'error');
}

function findAll(text: string, { vocabulary, purpose, names = [] }: VocabularyContext): TextFinding[] {
  const own = (vocabulary?.allowed ?? []).map((term) => term.trim()).filter((term) => term !== '');
  const neutral = [...names.map((name) => name.trim()).filter((name) => name.length > 1), ...own].map(termPattern);
  const findings = new Map<string, TextFinding>();
  const add = (finding: TextFinding) => {
    const key = `${finding.code}|${finding.excerpt.toLowerCase()}`;
    if (findings.get(key)?.severity !== 'error') findings.set(key, finding);
  };
  for (const whole of readings(text)) {
    for (const finding of findCustomTerms(whole, vocabulary?.blocked ?? [])) add(finding);
    const folded = without(neutral, whole);
    for (const finding of findWrongs(isNotice(purpose) ? without([LAWFUL_ANNOUNCEMENT], folded) : folded)) add(finding);
    for (const finding of findConsequences(folded, purpose)) add(finding);
    for (const finding of findLegalese(folded)) add(finding);
  }
  const allowed = own.map((term) => foldText(term).text);
  for (const finding of findShouting(text, names)) if (!allowed.includes(foldText(finding.excerpt).text)) add(finding);
  return withoutOverlaps([...findings.values()]);
}

function readings(text: string): FoldedText[] {
  return hasAmbiguousMarks(text) ? [foldText(text), foldText(text, true)] : [foldText(text)];
}

/** Names, allowed words and what a notice has to say read as "@", which says nothing, in as much room. */
function without(patterns: readonly RegExp[], folded: FoldedText): FoldedText {
  if (patterns.length === 0) return folded;
  const text = patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => '@'.padEnd(found.length)), folded.text);
  return { ...folded, text };
}

/** Of findings of one code, those whose words are part of another's say nothing new. */
function withoutOverlaps(findings: readonly TextFinding[]): TextFinding[] {
  return findings.filter(
    (one) =>
      !findings.some(
        (other) =>
          other !== one &&
          other.code === one.code &&
          (other.severity === one.severity || other.severity === 'error') &&
          other.excerpt.length > one.excerpt.length &&
          other.excerpt.includes(one.excerpt),
      ),
  );
}
