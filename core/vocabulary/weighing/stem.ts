/** Endings of verbs, then of nouns, each with its plural; `-ira` is a verb's only when no `e` stands before it (`caloteira`). */
const ENDING =
  /(?:aremos|eremos|iremos|aram|eram|iram|arao|erao|irao|arei|erei|irei|asse|esse|isse|amos|emos|imos|ando|endo|indo|ad[oa]s?|id[oa]s?|ara|era|(?<!e)ira|ou|am|em|ar|er|ir|[aoe]s?|s)$/;

const KNOWN = new Map<string, string>();
const LIMIT = 20_000;

/** What is left of a word without plural, gender and the endings of verbs: `bloquearemos` and `bloqueado` are both `bloque`. Short words stay. */
export function stemOf(word: string): string {
  if (word.length <= 4) return word;
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const stem = word.replace(ENDING, '');
  if (KNOWN.size >= LIMIT) KNOWN.clear();
  KNOWN.set(word, stem);
  return stem;
}
