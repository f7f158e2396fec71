import type { Fields } from './evaluate.ts';
import { at, listOf, recordOf, textOf } from './foreign-workflow.ts';
import { parameterValue } from './parameter.ts';
import { plainWords, type Value } from './value.ts';

const MOST_FIELDS = 100;
/** Private-use characters stand for expressions while the JSON around them is read. */
const MARK = /\uE000(\d+)\uE001/g;

/** What a request carries, by the last name of each field in lower case: form fields, JSON with expressions in it, an object that a script builds. */
export function bodyFields(parameters: Readonly<Record<string, unknown>>, fields: Fields): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  const add = (name: string, value: Value): void => {
    const key =
      name
        .toLowerCase()
        .split(/[.[\]]+/)
        .filter((part) => part !== '')
        .at(-1) ?? '';
    if (found.size < MOST_FIELDS && !found.has(key)) found.set(key, value);
  };
  const pairs = [
    ...listOf(at(parameters, 'bodyParameters', 'parameters')),
    ...listOf(at(parameters, 'bodyParametersUi', 'parameter')),
    ...listOf(at(parameters, 'queryParameters', 'parameters')),
    ...listOf(at(parameters, 'queryParametersUi', 'parameter')),
  ];
  for (const pair of pairs) if (textOf(at(pair, 'name')) !== '') add(textOf(at(pair, 'name')), parameterValue(at(pair, 'value'), fields));
  for (const key of ['jsonBody', 'body', 'bodyParametersJson', 'rawBody', 'jsonParameters', 'queryParametersJson']) {
    const raw = parameters[key];
    if (typeof raw === 'string') addJson(raw, fields, add);
    else addPlain(raw, fields, add, 0);
  }
  return found;
}

type Add = (name: string, value: Value) => void;

function addPlain(json: unknown, fields: Fields, add: Add, depth: number): void {
  if (depth > 6) return;
  for (const [key, value] of Object.entries(Array.isArray(json) ? { ...(json as unknown[]) } : recordOf(json))) {
    if (typeof value === 'string') add(key, parameterValue(value, fields));
    else addPlain(value, fields, add, depth + 1);
  }
}

function addJson(raw: string, fields: Fields, add: Add): void {
  const text = raw.replace(/^=/, '');
  if (/^\s*\{\{[\s\S]*\}\}\s*$/.test(text)) {
    const value = parameterValue(raw, fields);
    if (value.k === 'object') return addObject(value, add, 0);
    // An object built in an earlier node and sent as it stands.
    if (value.k === 'pick') for (const option of value.options) if (option.value.k === 'object') addObject(option.value, add, 0);
    const written = plainWords(value);
    if (written === undefined) return;
  }
  const inserts: string[] = [];
  const marked = text.replace(/\{\{[\s\S]*?\}\}/g, (insert) => `\uE000${inserts.push(insert) - 1}\uE001`);
  const restore = (part: string): string => part.replace(MARK, (_, index: string) => inserts[Number(index)] ?? '');
  for (const [, key, quoted, bare] of marked.matchAll(/["']?([\w.-]{1,60})["']?\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(\uE000\d+\uE001))/g))
    add(key!, parameterValue(`=${restore(quoted === undefined ? bare! : unescaped(quoted))}`, fields));
}

function addObject(value: Extract<Value, { k: 'object' }>, add: Add, depth: number): void {
  if (depth > 6) return;
  for (const [name, field] of value.fields) {
    if (field.k === 'object') addObject(field, add, depth + 1);
    else if (field.k === 'list') for (const item of field.items) if (item.k === 'object') addObject(item, add, depth + 1);
    add(name, field);
  }
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u([\da-f]{4})|([\s\S]))/gi, (_, code: string | undefined, char: string | undefined) =>
    code === undefined ? ({ n: '\n', t: ' ', r: '' }[char!] ?? char!) : String.fromCharCode(parseInt(code, 16)),
  );
}
