/** A word of JavaScript. Regular expressions say nothing here and keep no content. */
export type Token = (
  | { readonly t: 'num'; readonly v: number }
  | { readonly t: 'str'; readonly v: string }
  | { readonly t: 'tpl'; readonly parts: readonly TemplatePart[] }
  | { readonly t: 'id'; readonly v: string }
  | { readonly t: 'op'; readonly v: string }
  | { readonly t: 're' }
) & {
  /** A line ends before it, where a statement may end too. */
  readonly newLine: boolean;
};

/** A piece of a template literal: its words, or the source of what is put in. */
export type TemplatePart = string | { readonly source: string };

const OPERATORS =
  /^(?:\.\.\.|===|!==|>>>=|\*\*=|<<=|>>=|&&=|\|\|=|\?\?=|>>>|=>|\?\.|==|!=|<=|>=|&&|\|\||\?\?|\+\+|--|\+=|-=|\*=|\/=|%=|\*\*|<<|>>|[{}()[\];,<>+\-*/%&|^!~?:=.@#])/;
const ESCAPES: ReadonlyMap<string, string> = new Map(Object.entries({ n: '\n', t: '\t', r: '\r', b: '', f: '', v: '', '0': '' }));
/** After these a slash begins a regular expression, not a division. */
const BEFORE_REGEX = /^(?:[({[;,=:?!&|+\-*%<>~^]|=>|===?|!==?|<=|>=|&&|\|\||\?\?|\.\.\.)$/;
const WORDS_BEFORE_REGEX = new Set(['return', 'typeof', 'case', 'in', 'of', 'new', 'delete', 'void']);

/** Splits a script into words. What is no JavaScript is passed over: a half script is read as far as it goes. */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let newLine = true;
  const push = (token: Record<string, unknown>): void => {
    tokens.push({ ...token, newLine } as unknown as Token);
    newLine = false;
  };
  while (at < source.length) {
    const char = source[at]!;
    if (char === '\n') newLine = true;
    if (/\s/.test(char)) at++;
    else if (source.startsWith('//', at)) at = lineEnd(source, at);
    else if (source.startsWith('/*', at)) {
      const end = source.indexOf('*/', at + 2);
      at = end < 0 ? source.length : end + 2;
    } else if (char === '"' || char === "'") {
      const [text, end] = readString(source, at);
      push({ t: 'str', v: text });
      at = end;
    } else if (char === '`') {
      const [parts, end] = readTemplate(source, at);
      push({ t: 'tpl', parts });
      at = end;
    } else if (/\d/.test(char) || (char === '.' && /\d/.test(source[at + 1] ?? ''))) {
      const [number] = /^(?:0x[\da-f]+|[\d_]*\.?[\d_]*(?:e[+-]?\d+)?n?)/i.exec(source.slice(at, at + 40))!;
      push({ t: 'num', v: Number(number.replace(/[_n]/g, '')) });
      at += Math.max(1, number.length);
    } else if (/[\p{L}_$]/u.test(char)) {
      let end = at + 1;
      while (end < source.length && /[\p{L}\p{N}_$]/u.test(source[end]!)) end++;
      push({ t: 'id', v: source.slice(at, end) });
      at = end;
    } else if (char === '/' && beginsRegex(tokens.at(-1))) {
      at = regexEnd(source, at);
      push({ t: 're' });
    } else {
      const operator = OPERATORS.exec(source.slice(at, at + 4))?.[0];
      if (operator !== undefined) push({ t: 'op', v: operator });
      at += operator?.length ?? 1;
    }
  }
  return tokens;
}

function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end;
}

function readString(source: string, from: number): [text: string, end: number] {
  const quote = source[from];
  let text = '';
  let at = from + 1;
  while (at < source.length && source[at] !== quote && source[at] !== '\n') {
    if (source[at] === '\\') {
      const [char, length] = readEscape(source, at);
      text += char;
      at += length;
    } else text += source[at++]!;
  }
  return [text, at + 1];
}

function readEscape(source: string, at: number): [char: string, length: number] {
  const unicode = /^\\u(?:\{([\da-f]{1,6})\}|([\da-f]{4}))|^\\x([\da-f]{2})/i.exec(source.slice(at, at + 12));
  if (unicode) {
    const code = parseInt(unicode[1] ?? unicode[2] ?? unicode[3]!, 16);
    return [code <= 0x10ffff ? String.fromCodePoint(code) : '', unicode[0].length];
  }
  const next = source[at + 1] ?? '';
  return [ESCAPES.get(next) ?? (next === '\n' ? '' : next), 2];
}

function readTemplate(source: string, from: number): [parts: TemplatePart[], end: number] {
  const parts: TemplatePart[] = [];
  let text = '';
  let at = from + 1;
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '\\') {
      const [char, length] = readEscape(source, at);
      text += char;
      at += length;
    } else if (source.startsWith('${', at)) {
      const end = insertEnd(source, at + 2);
      if (text !== '') parts.push(text);
      text = '';
      parts.push({ source: source.slice(at + 2, end) });
      at = end + 1;
    } else text += source[at++]!;
  }
  if (text !== '') parts.push(text);
  return [parts, at + 1];
}

/** The closing brace of `${`, over quotes and braces inside it. */
function insertEnd(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const char = source[at]!;
    if (char === '"' || char === "'") at = readString(source, at)[1] - 1;
    else if (char === '`') at = templateEnd(source, at);
    else if (char === '{') depth++;
    else if (char === '}' && depth-- === 0) return at;
  }
  return source.length;
}

/** The closing backtick, by counting only: what stands inside is read when it is needed. */
function templateEnd(source: string, from: number): number {
  let depth = 0;
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] === '\\') at++;
    else if (source.startsWith('${', at)) depth++;
    else if (source[at] === '}' && depth > 0) depth--;
    else if (source[at] === '`' && depth === 0) return at;
  }
  return source.length;
}

function beginsRegex(before: Token | undefined): boolean {
  if (before === undefined) return true;
  return before.t === 'op' ? BEFORE_REGEX.test(before.v) : before.t === 'id' && WORDS_BEFORE_REGEX.has(before.v);
}

function regexEnd(source: string, from: number): number {
  let inClass = false;
  let at = from + 1;
  for (; at < source.length && source[at] !== '\n'; at++) {
    if (source[at] === '\\') at++;
    else if (source[at] === '[') inClass = true;
    else if (source[at] === ']') inClass = false;
    else if (source[at] === '/' && !inClass) break;
  }
  at++;
  while (/[a-z]/i.test(source[at] ?? '')) at++;
  return at;
}
