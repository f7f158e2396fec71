import type { Policies } from '../cadence/policies.ts';
import type { MessagePurpose } from '../case/index.ts';
import { blankAddresses } from './addresses.ts';

/**
 * Texts already found clean. A run writes the same text thousands of times with other names, amounts and dates; none of these changes
 * the verdict, so the text without them is remembered. Only clean ones are: a finding has to quote the text as it stands.
 */
const CLEAN = new WeakMap<object, Set<string>>();
const DEFAULT_VOCABULARY = {};
const LIMIT = 5_000;

/** The text with addresses, names and free-standing numbers replaced: what two messages from one template have in common. */
export function withoutParticulars(text: string, names: readonly string[]): string {
  let plain = blankAddresses(text, () => '#');
  for (const name of names) if (name.length > 1) plain = plain.replaceAll(name, '§');
  // Digits beside letters may stand for letters.
  return plain.replace(/(?<![\p{L}\d@$])\d+(?:[.,/:-]\d+)*(?![\p{L}\d@$])/gu, '0');
}

export class CleanTexts {
  readonly #known: Set<string>;
  readonly #key: string;

  constructor(vocabulary: Policies['vocabulary'] | undefined, purpose: MessagePurpose | undefined, plain: string) {
    const owner = vocabulary ?? DEFAULT_VOCABULARY;
    let known = CLEAN.get(owner);
    if (!known) CLEAN.set(owner, (known = new Set()));
    this.#known = known;
    this.#key = `${purpose ?? ''}|${plain}`;
  }

  has(): boolean {
    return this.#known.has(this.#key);
  }

  add(): void {
    if (this.#known.size >= LIMIT) this.#known.clear();
    this.#known.add(this.#key);
  }
}
