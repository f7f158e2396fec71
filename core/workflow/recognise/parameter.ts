import { evaluate, type Fields } from './evaluate.ts';
import { concat } from './text.ts';
import { number, unknown, words, type Value } from './value.ts';

const INSERT = /\{\{([\s\S]*?)\}\}/g;
const MOST_INSERTS = 200;

/** What a parameter of a node comes to: a plain value, or the expression after its `=`. Texts with `{{ }}` are read though the `=` was forgotten. */
export function parameterValue(raw: unknown, fields: Fields): Value {
  if (typeof raw === 'number') return number(raw);
  if (typeof raw === 'boolean') return evaluate(String(raw), fields);
  if (typeof raw !== 'string') return unknown();
  const text = raw.startsWith('=') ? raw.slice(1) : raw;
  if (!text.includes('{{')) return words(text);
  const whole = /^\s*\{\{([\s\S]*)\}\}\s*$/.exec(text);
  if (whole && !whole[1]!.includes('}}')) return labelled(evaluate(whole[1]!, fields), whole[1]!);
  let value: Value = words('');
  let at = 0;
  let inserts = 0;
  for (const match of text.matchAll(INSERT)) {
    if (++inserts > MOST_INSERTS) break;
    value = concat(concat(value, words(text.slice(at, match.index))), labelled(evaluate(match[1]!, fields), match[1]!));
    at = match.index + match[0].length;
  }
  return concat(value, words(text.slice(at)));
}

/** What was not understood keeps the words it was written with, so that a person can tell what belongs there. */
function labelled(value: Value, source: string): Value {
  return (value.k === 'unknown' && value.named !== true) || value.k === 'row' ? unknown(source.trim().slice(0, 60)) : value;
}
