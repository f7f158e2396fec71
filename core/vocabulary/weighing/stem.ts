const PLURAL = /(?:es|s)$/;
const ENDING =
  /(?:aremos|eremos|iremos|aram|eram|iram|arei|erei|irei|asse|esse|isse|amos|emos|imos|ando|endo|indo|ado|ada|ido|ida|ara|era|ira|ou|am|em|ar|er|ir|a|o|e)$/;

const KNOWN = new Map<string, string>();
const LIMIT = 20_000;

/** What is left of a word without plural, gender and the endings of verbs: `bloquearemos` and `bloqueado` are both `bloque`. Short words stay. */
export function stemOf(word: string): string {
  if (word.length <= 4) return word;
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const stem = word.replace(PLURAL, '').replace(ENDING, '');
  if (KNOWN.size >= LIMIT) KNOWN.clear();
  KNOWN.set(word, stem);
  return stem;
}
