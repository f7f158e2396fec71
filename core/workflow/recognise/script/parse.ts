import { NOTHING, type Expr, type ObjectEntry, type Pattern, type Stmt } from './syntax.ts';
import { tokenize, type Token } from './tokens.ts';

/** Longer scripts are not read: no message is written in them by hand. */
const LONGEST_SCRIPT = 80_000;
const DEEPEST = 120;

const PRECEDENCE: ReadonlyMap<string, number> = new Map(
  Object.entries({
    '??': 1,
    '||': 1,
    '&&': 2,
    '|': 3,
    '^': 4,
    '&': 5,
    '==': 6,
    '!=': 6,
    '===': 6,
    '!==': 6,
    '<': 7,
    '>': 7,
    '<=': 7,
    '>=': 7,
    in: 7,
    instanceof: 7,
    '<<': 8,
    '>>': 8,
    '>>>': 8,
    '+': 9,
    '-': 9,
    '*': 10,
    '/': 10,
    '%': 10,
    '**': 11,
  }),
);
const ASSIGNMENTS = new Set(['=', '+=', '-=', '*=', '/=', '%=', '**=', '||=', '&&=', '??=']);
const UNARY_WORDS = new Set(['typeof', 'void', 'await', 'delete', 'yield', 'new', 'async']);

/** Many ways lead to one node, which is read for each of them. */
const EXPRESSIONS = new Map<string, Expr | undefined>();
const SCRIPTS = new Map<string, readonly Stmt[]>();
const CACHE_LIMIT = 500;

/** An expression such as n8n's `{{ … }}` holds; undefined when it is too long or too deep to be read. */
export function parseExpression(source: string): Expr | undefined {
  return cached(EXPRESSIONS, source, () => attempt(source, (parser) => parser.expression()));
}

/** The statements of a script; what is no statement is passed over. */
export function parseScript(source: string): readonly Stmt[] {
  return cached(SCRIPTS, source, () => attempt(source, (parser) => parser.statements()) ?? []);
}

function cached<T>(cache: Map<string, T>, source: string, read: () => T): T {
  if (cache.has(source)) return cache.get(source)!;
  const result = read();
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(source, result);
  return result;
}

class TooDeep extends Error {}

function attempt<T>(source: string, read: (parser: Parser) => T): T | undefined {
  if (source.length > LONGEST_SCRIPT) return undefined;
  try {
    return read(new Parser(tokenize(source)));
  } catch (error) {
    if (error instanceof TooDeep) return undefined;
    throw error;
  }
}

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  statements(): Stmt[] {
    const list: Stmt[] = [];
    while (this.#at < this.#tokens.length && !this.#isOp('}')) {
      const before = this.#at;
      list.push(...this.#statement());
      if (this.#at === before) this.#at++;
    }
    return list;
  }

  expression(): Expr {
    return this.#deeper(() => {
      let value = this.#assignment();
      while (this.#takeOp(',')) value = this.#assignment();
      return value;
    });
  }

  #statement(): Stmt[] {
    return this.#deeper(() => {
      if (this.#takeOp(';')) return [];
      if (this.#isOp('{')) return this.#block();
      const word = this.#word();
      switch (word) {
        case 'const':
        case 'let':
        case 'var':
          this.#at++;
          return this.#declarations();
        case 'if':
          this.#at++;
          return [this.#conditional()];
        case 'for':
        case 'while':
          this.#at++;
          return [this.#loop()];
        case 'do': {
          this.#at++;
          const body = this.#body();
          return [{ k: 'loop', body }];
        }
        case 'switch':
          this.#at++;
          return [this.#switch()];
        case 'return': {
          this.#at++;
          const ends = this.#isOp(';') || this.#isOp('}') || this.#peek() === undefined || this.#peek()!.newLine;
          return [{ k: 'return', value: ends ? NOTHING : this.expression() }];
        }
        case 'break':
        case 'continue':
          this.#at++;
          return [{ k: 'leave', word }];
        case 'throw':
          this.#at++;
          this.expression();
          return [{ k: 'leave', word }];
        case 'try':
        case 'finally':
          this.#at++;
          return this.#block();
        case 'catch':
          // What happens when something fails is not what is said to a debtor.
          this.#at++;
          if (this.#isOp('(')) this.#parenthesised();
          this.#block();
          return [];
        case undefined:
          break;
        case 'function':
        case 'async': {
          const define = this.#function();
          if (define) return [define];
          break;
        }
      }
      return [{ k: 'do', value: this.expression() }];
    });
  }

  #block(): Stmt[] {
    if (!this.#takeOp('{')) return [];
    const list = this.statements();
    this.#takeOp('}');
    return list;
  }

  #body(): Stmt[] {
    return this.#isOp('{') ? this.#block() : this.#statement();
  }

  #declarations(): Stmt[] {
    const list: Stmt[] = [];
    do {
      const to = this.#pattern();
      if (!to) break;
      list.push({ k: 'let', to, value: this.#takeOp('=') ? this.#assignment() : NOTHING });
    } while (this.#takeOp(','));
    return list;
  }

  #conditional(): Stmt {
    const test = this.#parenthesised();
    const yes = this.#body();
    this.#takeOp(';');
    const no = this.#takeWord('else') ? this.#body() : [];
    return { k: 'if', test, yes, no };
  }

  #parenthesised(): Expr {
    if (!this.#takeOp('(')) return NOTHING;
    const value = this.#isOp(')') ? NOTHING : this.expression();
    this.#takeOp(')');
    return value;
  }

  #loop(): Stmt {
    this.#takeWord('await');
    if (!this.#takeOp('(')) return { k: 'loop', body: this.#body() };
    let each: Pattern | undefined;
    let over: Expr | undefined;
    const start = this.#at;
    if (['const', 'let', 'var'].includes(this.#word() ?? '')) this.#at++;
    const pattern = this.#pattern();
    if (pattern && (this.#takeWord('of') || this.#takeWord('in'))) {
      each = pattern;
      over = this.expression();
    } else this.#at = start;
    this.#skipTo(')');
    const body = this.#body();
    return { k: 'loop', ...(each && { each }), ...(over && { over }), body };
  }

  #switch(): Stmt {
    const on = this.#parenthesised();
    const cases: { test: Expr | undefined; body: Stmt[] }[] = [];
    if (this.#takeOp('{')) {
      while (this.#peek() !== undefined && !this.#isOp('}')) {
        const before = this.#at;
        if (this.#takeWord('case')) cases.push({ test: this.expression(), body: this.#caseBody() });
        else if (this.#takeWord('default')) cases.push({ test: undefined, body: this.#caseBody() });
        if (this.#at === before) this.#at++;
      }
      this.#takeOp('}');
    }
    return { k: 'switch', on, cases };
  }

  #caseBody(): Stmt[] {
    this.#takeOp(':');
    const list: Stmt[] = [];
    while (this.#peek() !== undefined && !this.#isOp('}') && this.#word() !== 'case' && this.#word() !== 'default') {
      const before = this.#at;
      list.push(...this.#statement());
      if (this.#at === before) this.#at++;
    }
    return list;
  }

  #function(): Stmt | undefined {
    const start = this.#at;
    this.#takeWord('async');
    if (this.#takeWord('function')) {
      const name = this.#word();
      if (name !== undefined) {
        this.#at++;
        return { k: 'define', name, value: { k: 'function', params: this.#params(), body: this.#block() } };
      }
    }
    this.#at = start;
    return undefined;
  }

  #params(): Pattern[] {
    const list: Pattern[] = [];
    if (!this.#takeOp('(')) return list;
    while (this.#peek() !== undefined && !this.#isOp(')')) {
      const before = this.#at;
      this.#takeOp('...');
      const pattern = this.#pattern();
      if (pattern) list.push(pattern);
      if (this.#takeOp('=')) this.#assignment();
      this.#takeOp(',');
      if (this.#at === before) this.#at++;
    }
    this.#takeOp(')');
    return list;
  }

  #pattern(): Pattern | undefined {
    return this.#deeper(() => {
      const name = this.#word();
      if (name !== undefined) {
        this.#at++;
        return { k: 'name', name } satisfies Pattern;
      }
      if (this.#takeOp('{')) {
        const fields: { field: string; as: Pattern }[] = [];
        while (this.#peek() !== undefined && !this.#isOp('}')) {
          const before = this.#at;
          this.#takeOp('...');
          const key = this.#peek();
          const field = key?.t === 'id' || key?.t === 'str' ? key.v : undefined;
          if (field !== undefined) {
            this.#at++;
            const as = this.#takeOp(':') ? this.#pattern() : ({ k: 'name', name: field } satisfies Pattern);
            if (as) fields.push({ field, as });
            if (this.#takeOp('=')) this.#assignment();
          }
          this.#takeOp(',');
          if (this.#at === before) this.#at++;
        }
        this.#takeOp('}');
        return { k: 'fields', fields } satisfies Pattern;
      }
      if (this.#takeOp('[')) {
        const elements: Pattern[] = [];
        while (this.#peek() !== undefined && !this.#isOp(']')) {
          const before = this.#at;
          const element = this.#pattern();
          if (element) elements.push(element);
          this.#takeOp(',');
          if (this.#at === before) this.#at++;
        }
        this.#takeOp(']');
        return { k: 'elements', elements } satisfies Pattern;
      }
      return undefined;
    });
  }

  #assignment(): Expr {
    return this.#deeper(() => {
      const arrow = this.#arrow();
      if (arrow) return arrow;
      const left = this.#ternary();
      const op = this.#peek();
      if (op?.t !== 'op' || !ASSIGNMENTS.has(op.v)) return left;
      this.#at++;
      return { k: 'assign', op: op.v, to: left, value: this.#assignment() };
    });
  }

  #arrow(): Expr | undefined {
    const start = this.#at;
    if (this.#word() === 'async') this.#at++;
    let params: Pattern[] | undefined;
    if (this.#word() !== undefined && this.#isOp('=>', 1)) {
      params = [{ k: 'name', name: this.#word()! }];
      this.#at++;
    } else if (this.#isOp('(') && this.#isOp('=>', this.#closing() + 1)) params = this.#params();
    if (!params || !this.#takeOp('=>')) {
      this.#at = start;
      return undefined;
    }
    return { k: 'function', params, body: this.#isOp('{') ? this.#block() : [{ k: 'return', value: this.#assignment() }] };
  }

  /** How far the bracket that closes the one here is. */
  #closing(): number {
    let depth = 0;
    for (let ahead = 0; ; ahead++) {
      const token = this.#peek(ahead);
      if (token === undefined) return ahead;
      if (token.t !== 'op') continue;
      if ('([{'.includes(token.v)) depth++;
      else if (')]}'.includes(token.v) && --depth === 0) return ahead;
    }
  }

  #ternary(): Expr {
    const test = this.#binary(0);
    if (!this.#takeOp('?')) return test;
    const yes = this.#assignment();
    this.#takeOp(':');
    return { k: 'choice', test, yes, no: this.#assignment() };
  }

  #binary(least: number): Expr {
    return this.#deeper(() => {
      let left = this.#unary();
      for (;;) {
        const token = this.#peek();
        const op = token?.t === 'op' || token?.t === 'id' ? token.v : '';
        const precedence = PRECEDENCE.get(op);
        if (precedence === undefined || precedence <= least) return left;
        this.#at++;
        left = { k: 'binary', op, left, right: this.#binary(precedence) };
      }
    });
  }

  #unary(): Expr {
    return this.#deeper(() => {
      const token = this.#peek();
      if (token?.t === 'op' && ['!', '-', '+', '~', '++', '--', '...'].includes(token.v)) {
        this.#at++;
        const of = this.#unary();
        return token.v === '...' ? { k: 'spread', of } : { k: 'unary', op: token.v, of };
      }
      if (token?.t === 'id' && UNARY_WORDS.has(token.v) && this.#startsValue(1)) {
        this.#at++;
        return this.#unary();
      }
      return this.#postfix();
    });
  }

  #startsValue(ahead: number): boolean {
    const token = this.#peek(ahead);
    return token !== undefined && (token.t !== 'op' || ['(', '[', '{', '!', '-', '+'].includes(token.v));
  }

  #postfix(): Expr {
    let value = this.#primary();
    for (;;) {
      const token = this.#peek();
      if (token === undefined) return value;
      if (token.t === 'tpl') {
        this.#at++;
        continue;
      }
      if (token.t !== 'op') return value;
      if (token.v === '.' || token.v === '?.') {
        this.#at++;
        const name = this.#peek();
        if (name?.t === 'id') {
          this.#at++;
          value = { k: 'member', of: value, name: name.v };
        } else if (this.#isOp('(')) value = { k: 'call', fn: value, args: this.#args() };
        else if (!this.#isOp('[')) return value;
      } else if (token.v === '[') {
        this.#at++;
        const inside = this.#isOp(']') ? NOTHING : this.expression();
        this.#takeOp(']');
        value = { k: 'member', of: value, name: inside.k === 'str' ? inside.v : inside };
      } else if (token.v === '(') value = { k: 'call', fn: value, args: this.#args() };
      else if ((token.v === '++' || token.v === '--') && !token.newLine) this.#at++;
      else return value;
    }
  }

  #args(): Expr[] {
    const list: Expr[] = [];
    if (!this.#takeOp('(')) return list;
    while (this.#peek() !== undefined && !this.#isOp(')')) {
      const before = this.#at;
      list.push(this.#assignment());
      this.#takeOp(',');
      if (this.#at === before) this.#at++;
    }
    this.#takeOp(')');
    return list;
  }

  #primary(): Expr {
    const token = this.#peek();
    if (token === undefined) return NOTHING;
    if (token.t === 'num' || token.t === 'str') {
      this.#at++;
      return { k: token.t, v: token.v } as Expr;
    }
    if (token.t === 're') {
      this.#at++;
      return NOTHING;
    }
    if (token.t === 'tpl') {
      this.#at++;
      return { k: 'text', parts: token.parts.map((part) => (typeof part === 'string' ? part : (this.#inside(part.source) ?? NOTHING))) };
    }
    if (token.t === 'id') {
      if (token.v === 'function') {
        this.#at++;
        if (this.#word() !== undefined) this.#at++;
        return { k: 'function', params: this.#params(), body: this.#block() };
      }
      this.#at++;
      return { k: 'id', name: token.v };
    }
    if (token.v === '(') return this.#parenthesised();
    if (token.v === '[') {
      this.#at++;
      const items: Expr[] = [];
      while (this.#peek() !== undefined && !this.#isOp(']')) {
        const before = this.#at;
        items.push(this.#assignment());
        this.#takeOp(',');
        if (this.#at === before) this.#at++;
      }
      this.#takeOp(']');
      return { k: 'list', items };
    }
    return token.v === '{' ? this.#object() : NOTHING;
  }

  /** What a template literal puts in: another script, read one level deeper. */
  #inside(source: string): Expr | undefined {
    const parser = new Parser(tokenize(source));
    parser.#depth = this.#depth + 1;
    return parser.expression();
  }

  #object(): Expr {
    const entries: ObjectEntry[] = [];
    this.#takeOp('{');
    while (this.#peek() !== undefined && !this.#isOp('}')) {
      const before = this.#at;
      if (this.#takeOp('...')) entries.push({ spread: this.#assignment() });
      else {
        const name = this.#key();
        if (name !== undefined) {
          if (this.#takeOp(':')) entries.push({ name, value: this.#assignment() });
          else if (this.#isOp('(')) entries.push({ name, value: { k: 'function', params: this.#params(), body: this.#block() } });
          else if (typeof name === 'string') entries.push({ name, value: { k: 'id', name } });
        }
      }
      this.#takeOp(',');
      if (this.#at === before) this.#at++;
    }
    this.#takeOp('}');
    return { k: 'object', entries };
  }

  #key(): string | Expr | undefined {
    const token = this.#peek();
    if (token?.t === 'id' || token?.t === 'str' || token?.t === 'num') {
      this.#at++;
      return String(token.v);
    }
    if (this.#takeOp('-')) {
      const number = this.#key();
      return typeof number === 'string' ? `-${number}` : undefined;
    }
    if (!this.#takeOp('[')) return undefined;
    const name = this.expression();
    this.#takeOp(']');
    return name.k === 'str' ? name.v : name;
  }

  #skipTo(closing: string): void {
    let depth = 0;
    while (this.#peek() !== undefined) {
      const token = this.#peek()!;
      if (token.t === 'op' && depth === 0 && token.v === closing) {
        this.#at++;
        return;
      }
      if (token.t === 'op' && '([{'.includes(token.v)) depth++;
      if (token.t === 'op' && ')]}'.includes(token.v)) depth--;
      this.#at++;
    }
  }

  #peek(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead];
  }

  #word(): string | undefined {
    const token = this.#peek();
    return token?.t === 'id' ? token.v : undefined;
  }

  #takeWord(word: string): boolean {
    if (this.#word() !== word) return false;
    this.#at++;
    return true;
  }

  #isOp(op: string, ahead = 0): boolean {
    const token = this.#peek(ahead);
    return token?.t === 'op' && token.v === op;
  }

  #takeOp(op: string): boolean {
    if (!this.#isOp(op)) return false;
    this.#at++;
    return true;
  }

  #deeper<T>(read: () => T): T {
    if (++this.#depth > DEEPEST) throw new TooDeep();
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }
}
