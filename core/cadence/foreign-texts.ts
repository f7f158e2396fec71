/** Parameters in which scripts stand; what they say is in their quotes. */
const SCRIPTS = /^(?:jsCode|functionCode|pythonCode|code)$/;
/** What an AI model is told is not what a debtor is told. */
const PROMPTS = /^(?:systemMessage|prompt|toolDescription|promptType)$/;
const QUOTED = /(["'`])((?:\\[\s\S]|(?!\1)[^\\]){12,4000})\1/g;
const DEEPEST = 10;
const MOST_TEXTS = 200;

/** Sentences that a node of n8n holds in its parameters, expressions read as "@": what it could say to somebody. */
export function textsIn(parameters: unknown): string[] {
  const texts: string[] = [];
  collect(parameters, '', texts, 0);
  return [...new Set(texts)];
}

function collect(value: unknown, key: string, texts: string[], depth: number): void {
  if (depth > DEEPEST || texts.length >= MOST_TEXTS || PROMPTS.test(key)) return;
  if (typeof value === 'string') {
    if (SCRIPTS.test(key)) for (const [, , quoted] of value.matchAll(QUOTED)) add(quoted!, texts);
    else add(value, texts);
  } else if (Array.isArray(value)) for (const entry of value as unknown[]) collect(entry, key, texts, depth + 1);
  else if (typeof value === 'object' && value !== null) for (const [name, entry] of Object.entries(value)) collect(entry, name, texts, depth + 1);
}

function add(raw: string, texts: string[]): void {
  const text = raw
    .replace(/^=/, '')
    .replace(/\{\{[\s\S]*?\}\}|\$\{[^}]*\}/g, '@')
    .replace(/<(style|script)\b[\s\S]*?<\/\1>|<[a-z/!][^>]*>/gi, ' ')
    .replace(/\\[nrt]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 5_000);
  // Paths and addresses are no sentences, whatever words are in them.
  if (text.split(' ').filter((word) => /^["'(*_]?\p{L}{2,}/u.test(word)).length >= 4) texts.push(text);
}
