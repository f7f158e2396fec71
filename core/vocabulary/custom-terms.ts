import type { TextFinding } from '../message/composed.ts';
import type { FoldedText } from './folded-text.ts';
import { foldText } from './folded-text.ts';

interface CustomTerm {
  readonly term: string;
  readonly suggestion?: string | undefined;
}

/**
 * A pattern for a creditor's own word, over folded text: in any case, with or without accents, in the plural and the other gender.
 * The last letters of a longer word may vary (`parcelinha` finds `parcelinhas`, `enrolado` finds `enrolada`).
 */
export function termPattern(term: string): RegExp {
  const words = foldText(term.trim())
    .text.split(/\s+/)
    .map((word) => {
      const escaped = word.replace(/[^a-z0-9]/g, '\\$&');
      const stem = /^(.{3,}?)(?:[aeo]s?|s)$/.exec(word);
      return stem && /^[a-z]+$/.test(word) && word.length >= 5 ? `${stem[1]}(?:[aeo]s?|s|es)?` : `${escaped}(?:s|es)?`;
    });
  return new RegExp(`(?<![a-z0-9])${words.join('[^a-z0-9]+')}(?![a-z0-9])`, 'g');
}

const PATTERNS = new WeakMap<object, readonly { readonly term: CustomTerm; readonly pattern: RegExp }[]>();

/** The words the creditor decided against. */
export function* findCustomTerms(folded: FoldedText, blocked: readonly CustomTerm[]): Generator<TextFinding> {
  for (const { term, pattern } of customPatterns(blocked)) {
    for (const match of folded.text.matchAll(pattern)) {
      const excerpt = folded.original(match.index, match.index + match[0].length);
      yield {
        code: 'custom',
        severity: 'error',
        excerpt,
        message: `A empresa decidiu não usar "${term.term}".`,
        suggestion: term.suggestion || 'Escreva de outro modo.',
      };
    }
  }
}

/** Compiled once per list, which lives as long as its cadence. */
function customPatterns(terms: readonly CustomTerm[]): readonly { readonly term: CustomTerm; readonly pattern: RegExp }[] {
  let compiled = PATTERNS.get(terms);
  if (!compiled) {
    compiled = terms.map((term) => ({ term, pattern: termPattern(term.term) }));
    PATTERNS.set(terms, compiled);
  }
  return compiled;
}
