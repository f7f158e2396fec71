import type { VerbForm } from './conjugation.ts';
import { conjugate } from './conjugation.ts';

/**
 * One idea and the words for it, without accents. `verbs` are infinitives, conjugated by rule; `words` are as they stand, `*` for any ending
 * and `_` between the words of an expression.
 */
export interface Entry {
  readonly verbs?: string;
  readonly words?: string;
}
export type Lexicon = Readonly<Record<string, Entry>>;

interface Expression {
  readonly rest: readonly string[];
  readonly concept: string;
}

const LIMIT = 20_000;

/** Finds the ideas in words; built once from all lexicons. */
export class Concepts {
  /** Words already looked up: a text says the same few hundred again and again. */
  readonly #known = new Map<string, readonly string[]>();
  readonly #words = new Map<string, Set<string>>();
  readonly #stems = new Map<string, { readonly stem: string; readonly concept: string }[]>();
  readonly #expressions = new Map<string, Expression[]>();

  constructor(...lexicons: readonly Lexicon[]) {
    for (const lexicon of lexicons) for (const [concept, entry] of Object.entries(lexicon)) this.#learn(concept, entry);
    for (const list of this.#expressions.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  }

  /** Ideas in one word, with the verb's form where it is one (`TELL`, `TELL:inf`). */
  of(word: string): readonly string[] {
    const known = this.#known.get(word);
    if (known) return known;
    const found = [...(this.#words.get(word) ?? [])];
    for (const { stem, concept } of this.#stems.get(word.slice(0, 3)) ?? []) if (word.startsWith(stem)) found.push(concept);
    if (this.#known.size >= LIMIT) this.#known.clear();
    this.#known.set(word, found);
    return found;
  }

  /** The longest expression that starts at this word, with how many words it takes. */
  expressionAt(words: readonly string[], at: number): { readonly concepts: readonly string[]; readonly length: number } | undefined {
    let length = 0;
    const concepts: string[] = [];
    for (const { rest, concept } of this.#expressions.get(words[at]!) ?? []) {
      if (length > 0 && rest.length + 1 < length) break;
      if (!rest.every((word, index) => (word.endsWith('*') ? words[at + 1 + index]?.startsWith(word.slice(0, -1)) : words[at + 1 + index] === word))) continue;
      length = rest.length + 1;
      concepts.push(concept);
    }
    return length > 0 ? { concepts, length } : undefined;
  }

  #learn(concept: string, { verbs, words }: Entry): void {
    for (const verb of split(verbs)) for (const [form, kind] of conjugate(verb)) this.#addWord(form, concept, kind);
    for (const word of split(words)) {
      if (word.includes('_')) {
        const [first, ...rest] = word.split('_');
        listAt(this.#expressions, first!).push({ rest, concept });
      } else if (word.endsWith('*')) listAt(this.#stems, word.slice(0, 3)).push({ stem: word.slice(0, -1), concept });
      else this.#addWord(word, concept);
    }
  }

  #addWord(word: string, concept: string, form?: VerbForm): void {
    let concepts = this.#words.get(word);
    if (!concepts) this.#words.set(word, (concepts = new Set()));
    concepts.add(concept);
    if (form) concepts.add(`${concept}:${form}`);
  }
}

const split = (text: string | undefined): string[] => text?.split(/\s+/).filter((word) => word !== '') ?? [];

function listAt<T>(map: Map<string, T[]>, key: string): T[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}
