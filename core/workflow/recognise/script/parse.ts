// acorn and acorn-loose: the parser that editors and bundlers stand on, and its sister that reads a broken script as far as it goes.
import {
  parse,
  type AnyNode,
  type AssignmentProperty,
  type Expression,
  type Pattern as AcornPattern,
  type Program,
  type Property,
  type Statement,
} from 'acorn';
import { parse as parseLoosely } from 'acorn-loose';
import { NOTHING, type Expr, type ObjectEntry, type Pattern, type Stmt } from './syntax.ts';

/** Longer scripts are not read: no message is written in them by hand. */
const LONGEST_SCRIPT = 80_000;
const DEEPEST = 120;
/** Code nodes return and wait at their top. */
const OPTIONS = {
  ecmaVersion: 'latest',
  sourceType: 'script',
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  allowHashBang: true,
} as const;

/** Many ways lead to one node, which is read for each of them. */
const EXPRESSIONS = new Map<string, Expr | undefined>();
const SCRIPTS = new Map<string, readonly Stmt[]>();
const CACHE_LIMIT = 500;

/** An expression such as n8n's `{{ … }}` holds; undefined when it is too long or too deep to be read. */
export function parseExpression(source: string): Expr | undefined {
  return cached(EXPRESSIONS, source, () => {
    const [first] = read(`(${source}\n)`) ?? [];
    return first?.k === 'do' ? first.value : undefined;
  });
}

/** The statements of a script; what can't be understood says nothing. */
export function parseScript(source: string): readonly Stmt[] {
  return cached(SCRIPTS, source, () => read(source) ?? []);
}

function cached<T>(cache: Map<string, T>, source: string, make: () => T): T {
  if (cache.has(source)) return cache.get(source)!;
  const result = make();
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(source, result);
  return result;
}

function read(source: string): Stmt[] | undefined {
  if (source.length > LONGEST_SCRIPT) return undefined;
  try {
    return new Reader().statements(programOf(source).body);
  } catch (error) {
    // Nested deeper than a person writes: by our own count, or by the parser's stack.
    if (error instanceof TooDeep || error instanceof RangeError) return undefined;
    throw error;
  }
}

function programOf(source: string): Program {
  try {
    return parse(source, OPTIONS);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return parseLoosely(source, OPTIONS);
  }
}

class TooDeep extends Error {}

/** What the loose parser puts where something is missing. */
const MISSING = '✖';

/** Takes from JavaScript's tree what days and texts can depend on. */
class Reader {
  #depth = 0;

  statements(list: readonly AnyNode[]): Stmt[] {
    return list.flatMap((statement) => this.#deeper(() => this.#statement(statement as Statement)));
  }

  #statement(node: Statement | AnyNode): Stmt[] {
    switch (node.type) {
      case 'VariableDeclaration':
        return node.declarations.flatMap(({ id, init }) => {
          const to = this.#pattern(id);
          return to ? [{ k: 'let', to, value: init ? this.#expression(init) : NOTHING } satisfies Stmt] : [];
        });
      case 'ExpressionStatement':
        return [{ k: 'do', value: this.#expression(node.expression) }];
      case 'IfStatement':
        return [
          { k: 'if', test: this.#expression(node.test), yes: this.statements([node.consequent]), no: node.alternate ? this.statements([node.alternate]) : [] },
        ];
      case 'ForOfStatement':
      case 'ForInStatement': {
        const left = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
        const each = left && this.#pattern(left);
        return [{ k: 'loop', ...(each && { each }), over: this.#expression(node.right), body: this.statements([node.body]) }];
      }
      case 'ForStatement':
      case 'WhileStatement':
      case 'DoWhileStatement':
        return [{ k: 'loop', body: this.statements([node.body]) }];
      case 'SwitchStatement':
        return [
          {
            k: 'switch',
            on: this.#expression(node.discriminant),
            cases: node.cases.map(({ test, consequent }) => ({ test: test ? this.#expression(test) : undefined, body: this.statements(consequent) })),
          },
        ];
      case 'ReturnStatement':
        return [{ k: 'return', value: node.argument ? this.#expression(node.argument) : NOTHING }];
      case 'BreakStatement':
        return [{ k: 'leave', word: 'break' }];
      case 'ContinueStatement':
        return [{ k: 'leave', word: 'continue' }];
      case 'ThrowStatement':
        return [{ k: 'leave', word: 'throw' }];
      case 'TryStatement':
        // What happens when something fails is not what is said to a debtor.
        return [...this.statements(node.block.body), ...(node.finalizer ? this.statements(node.finalizer.body) : [])];
      case 'BlockStatement':
        return this.statements(node.body);
      case 'LabeledStatement':
        return this.statements([node.body]);
      case 'FunctionDeclaration':
        return node.id ? [{ k: 'define', name: node.id.name, value: this.#function(node) }] : [];
      default:
        return [];
    }
  }

  #expression(node: Expression | AnyNode): Expr {
    return this.#deeper((): Expr => {
      switch (node.type) {
        case 'Literal':
          if (typeof node.value === 'number' || typeof node.value === 'bigint') return { k: 'num', v: Number(node.value) };
          if (typeof node.value === 'string') return { k: 'str', v: node.value };
          if (typeof node.value === 'boolean' || node.raw === 'null') return { k: 'id', name: String(node.value) };
          return NOTHING;
        case 'TemplateLiteral':
          return {
            k: 'text',
            parts: node.quasis.flatMap(({ value }, index) => {
              const inserted = node.expressions[index];
              const words = value.cooked ?? value.raw;
              return [...(words === '' ? [] : [words]), ...(inserted ? [this.#expression(inserted)] : [])];
            }),
          };
        case 'TaggedTemplateExpression':
          return this.#expression(node.tag);
        case 'Identifier':
          return node.name === MISSING ? NOTHING : { k: 'id', name: node.name };
        case 'ThisExpression':
          return { k: 'id', name: 'this' };
        case 'MemberExpression': {
          if (!node.computed) return { k: 'member', of: this.#expression(node.object), name: 'name' in node.property ? String(node.property.name) : '' };
          const name = this.#expression(node.property);
          return { k: 'member', of: this.#expression(node.object), name: name.k === 'str' ? name.v : name };
        }
        case 'ChainExpression':
        case 'ParenthesizedExpression':
          return this.#expression(node.expression);
        case 'CallExpression':
        case 'NewExpression':
          return { k: 'call', fn: this.#expression(node.callee), args: node.arguments.map((one) => this.#expression(one)) };
        case 'BinaryExpression':
        case 'LogicalExpression':
          return { k: 'binary', op: node.operator, left: this.#expression(node.left), right: this.#expression(node.right) };
        case 'UnaryExpression':
          return /^[a-z]/.test(node.operator) ? this.#expression(node.argument) : { k: 'unary', op: node.operator, of: this.#expression(node.argument) };
        case 'UpdateExpression':
          return node.prefix ? { k: 'unary', op: node.operator, of: this.#expression(node.argument) } : this.#expression(node.argument);
        case 'AwaitExpression':
          return this.#expression(node.argument);
        case 'ConditionalExpression':
          return { k: 'choice', test: this.#expression(node.test), yes: this.#expression(node.consequent), no: this.#expression(node.alternate) };
        case 'ArrayExpression':
          return { k: 'list', items: node.elements.map((one) => (one ? this.#expression(one) : NOTHING)) };
        case 'ObjectExpression':
          return { k: 'object', entries: node.properties.flatMap((one) => this.#entry(one)) };
        case 'ArrowFunctionExpression':
        case 'FunctionExpression':
          return this.#function(node);
        case 'AssignmentExpression':
          return { k: 'assign', op: node.operator, to: this.#expression(node.left), value: this.#expression(node.right) };
        case 'SequenceExpression':
          return this.#expression(node.expressions.at(-1)!);
        case 'SpreadElement':
          return { k: 'spread', of: this.#expression(node.argument) };
        default:
          return NOTHING;
      }
    });
  }

  #entry(node: Property | AnyNode): ObjectEntry[] {
    if (node.type === 'SpreadElement') return [{ spread: this.#expression(node.argument) }];
    if (node.type !== 'Property') return [];
    const name = this.#key(node);
    return name === MISSING ? [] : [{ name, value: this.#expression(node.value) }];
  }

  #key({ key, computed }: Property | AssignmentProperty): string | Expr {
    if (!computed && key.type === 'Identifier') return key.name;
    const name = this.#expression(key);
    if (name.k === 'str') return name.v;
    return name.k === 'num' ? String(name.v) : name;
  }

  #function({ params, body }: { readonly params: readonly AcornPattern[]; readonly body: AnyNode }): Expr {
    return {
      k: 'function',
      params: params.flatMap((one) => this.#pattern(one) ?? []),
      body: body.type === 'BlockStatement' ? this.statements(body.body) : [{ k: 'return', value: this.#expression(body) }],
    };
  }

  #pattern(node: AcornPattern | AnyNode): Pattern | undefined {
    return this.#deeper((): Pattern | undefined => {
      switch (node.type) {
        case 'Identifier':
          return node.name === MISSING ? undefined : { k: 'name', name: node.name };
        case 'AssignmentPattern':
          return this.#pattern(node.left);
        case 'RestElement':
          return this.#pattern(node.argument);
        case 'ObjectPattern':
          return {
            k: 'fields',
            fields: node.properties.flatMap((property) => {
              if (property.type !== 'Property') return [];
              const field = this.#key(property);
              const as = this.#pattern(property.value);
              return typeof field === 'string' && as ? [{ field, as }] : [];
            }),
          };
        case 'ArrayPattern':
          return { k: 'elements', elements: node.elements.flatMap((one) => (one ? (this.#pattern(one) ?? []) : [])) };
        default:
          return undefined;
      }
    });
  }

  #deeper<T>(work: () => T): T {
    if (++this.#depth > DEEPEST) throw new TooDeep();
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}
