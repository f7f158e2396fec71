import { pick, unknown, type Option, type TextPart, type Value } from './value.ts';

/** A value as it would stand in a text. */
export function asText(value: Value): Value {
  switch (value.k) {
    case 'text':
      return value;
    case 'number':
      return { k: 'text', parts: [{ k: 'words', words: String(value.value) }] };
    case 'field':
      return { k: 'text', parts: [{ k: 'field', path: value.path, ...(value.firstWord && { firstWord: true }) }] };
    case 'days':
      return { k: 'text', parts: [{ k: 'days', sign: value.sign, sure: value.sure }] };
    case 'date':
      return { k: 'text', parts: [value.plus === 0 ? { k: 'variable', name: value.of === 'today' ? 'today' : 'debt.dueDate' } : { k: 'gap', about: 'data' }] };
    case 'pick':
      return pick(value.options.map((option): Option => ({ ...option, value: asText(option.value) })));
    case 'list':
      return joined(value.items, ', ');
    default:
      return { k: 'text', parts: [{ k: 'gap', about: value.k === 'unknown' ? value.about : '' }] };
  }
}

/** Two values one after the other, for every way each of them may come out. */
export function concat(left: Value, right: Value): Value {
  const before = asText(left);
  const after = asText(right);
  if (before.k === 'pick') return pick(before.options.map((option): Option => ({ ...option, value: concat(option.value, after) })));
  if (after.k === 'pick') return pick(after.options.map((option): Option => ({ ...option, value: concat(before, option.value) })));
  return before.k === 'text' && after.k === 'text' ? { k: 'text', parts: merged([...before.parts, ...after.parts]) } : unknown();
}

export function joined(items: readonly Value[], between: string): Value {
  return items.reduce<Value>((all, item, index) => concat(index === 0 ? all : concat(all, { k: 'text', parts: [{ k: 'words', words: between }] }), item), {
    k: 'text',
    parts: [],
  });
}

function merged(parts: readonly TextPart[]): TextPart[] {
  const list: TextPart[] = [];
  for (const part of parts) {
    const last = list.at(-1);
    if (part.k === 'words' && last?.k === 'words') list[list.length - 1] = { k: 'words', words: last.words + part.words };
    else list.push(part);
  }
  return list;
}
