import { asCondition, asDate, asDays, asNumber, both, compare, either, holdsOn, isDecided, UNDECIDED, type Comparison } from './compare.ts';
import { ANY_DAY, intersect, isNever, NO_DAY, union, type DaySet } from './day-set.ts';
import { parseExpression, parseScript } from './script/parse.ts';
import type { Expr, Pattern, Stmt } from './script/syntax.ts';
import { concat, joined } from './text.ts';
import { number, pick, plainWords, ROW, unknown, words, type Option, type Value } from './value.ts';
import { wordsOf } from './words.ts';

/** What nodes before put on the row, by the words of the field's name. */
export type Fields = ReadonlyMap<string, Value>;

export interface ScriptResult {
  /** Fields that the script puts on the rows it gives out. */
  readonly fields: Fields;
  /** The days of the rows it gives out. */
  readonly days: DaySet;
}

const MOST_STEPS = 20_000;
const DEEPEST_CALL = 6;
const MOST_FIELDS = 200;

/** Names that n8n, or people in Code nodes, give to the row in hand and the way to it. */
const ROW_NAMES = new Set(['$json', '$input', '$node', '$items', '$', 'items', 'item', '$item', '$data', '$binary', 'json', 'input', '$prevNode']);
const ROW_STEPS = new Set(['json', 'item', 'first', 'last', 'all', 'itemMatching', 'pairedItem', 'params', 'context']);
const SILENT = new Set(['$env', '$vars', '$workflow', '$execution', '$secrets', '$credentials', 'process', 'console', 'undefined', 'null', 'NaN']);
/** Formatting says nothing about what is formatted. */
const DATE_STEPS = new Set(
  'startOf endOf toISO toISODate toFormat format toISOString setZone slice split substring toDate toJSDate toLocaleDateString toLocaleString toDateTime getTime valueOf toMillis setHours setUTCHours toString getDate getUTCDate toUTC toLocal tz utc local replace trim reverse join clone map date startOfDay'.split(
    ' ',
  ),
);
const DAYS_STEPS = new Set('days day floor ceil round toFixed toString asDays as toObject toNumber valueOf'.split(' '));
const ROUNDING = new Set(['floor', 'ceil', 'round', 'trunc', 'sign']);
const SAME_DAY = new Set(['hasSame', 'isSame', 'equals', 'IS_SAME', 'isSameDay']);
const COMPARISONS: ReadonlyMap<string, Comparison> = new Map(
  Object.entries({
    '==': '==',
    '===': '==',
    '!=': '!=',
    '!==': '!=',
    '<': '<',
    '<=': '<=',
    '>': '>',
    '>=': '>=',
  }),
);
const CALLED_COMPARISONS: ReadonlyMap<string, Comparison> = new Map(
  Object.entries({
    isBefore: '<',
    isAfter: '>',
    isSameOrBefore: '<=',
    isSameOrAfter: '>=',
    IS_BEFORE: '<',
    IS_AFTER: '>',
  }),
);

/** What an expression comes to with these fields on the row. */
export function evaluate(source: string, fields: Fields): Value {
  const expression = parseExpression(source);
  return expression ? new Reading(fields, ANY_DAY).value(expression, new Scope()) : unknown(source.slice(0, 60));
}

/** Runs a script as far as days and texts go: which fields it makes, for which days. */
export function readScript(source: string, fields: Fields, days: DaySet): ScriptResult {
  const reading = new Reading(fields, days);
  reading.run(parseScript(source));
  return reading.result(days);
}

class Scope {
  readonly #names = new Map<string, Value>();
  readonly #outer: Scope | undefined;

  constructor(outer?: Scope) {
    this.#outer = outer;
  }

  get(name: string): Value | undefined {
    return this.#names.get(name) ?? this.#outer?.get(name);
  }

  declare(name: string, value: Value): void {
    this.#names.set(name, value);
  }

  assign(name: string, value: Value): void {
    if (this.#names.has(name) || !this.#outer?.get(name)) this.#names.set(name, value);
    else this.#outer.assign(name, value);
  }
}

interface Returned {
  readonly options: Option[];
}

class Reading {
  readonly #fields: Fields;
  readonly #made = new Map<string, Value>();
  readonly #givenOut: DaySet[] = [];
  /** For which days the script is being read just now. */
  #days: DaySet;
  /** How many conditions that do not speak of days stand around what is being read. */
  #maybe = 0;
  #steps = 0;
  #calls = 0;

  constructor(fields: Fields, days: DaySet) {
    this.#fields = fields;
    this.#days = days;
  }

  run(script: readonly Stmt[]): void {
    const returned: Returned = { options: [] };
    this.#all(script, new Scope(), returned);
    for (const { days, value, maybe } of returned.options) this.#on(days, () => this.#maybeIf(maybe === true, () => this.#giveOut(value)));
  }

  result(days: DaySet): ScriptResult {
    const told = this.#givenOut.length > 0 ? union(...this.#givenOut) : ANY_DAY;
    return { fields: this.#made, days: told.told ? told : days };
  }

  /** @returns the days on which what follows is reached; undefined when nothing goes on */
  #all(statements: readonly Stmt[], scope: Scope, returned: Returned): DaySet | undefined {
    const start = this.#days;
    let reached: DaySet | undefined = start;
    for (const statement of statements) {
      if (++this.#steps > MOST_STEPS) break;
      reached = this.#one(statement, scope, returned);
      if (reached === undefined || isNever(reached)) break;
      this.#days = reached;
    }
    this.#days = start;
    return reached;
  }

  #one(statement: Stmt, scope: Scope, returned: Returned): DaySet | undefined {
    const days = this.#days;
    switch (statement.k) {
      case 'let':
        this.#bind(statement.to, this.value(statement.value, scope), scope);
        return days;
      case 'define':
        scope.declare(statement.name, this.value(statement.value, scope));
        return days;
      case 'do':
        this.value(statement.value, scope);
        return days;
      case 'return':
        returned.options.push({ days, value: this.value(statement.value, scope), ...(this.#maybe > 0 && { maybe: true }) });
        return undefined;
      case 'leave':
        return undefined;
      case 'if': {
        const test = asCondition(this.value(statement.test, scope));
        const open = !isDecided(test);
        const inner = new Scope(scope);
        const yes = this.#branch(intersect(days, test.yes), open, () => this.#all(statement.yes, inner, returned));
        const no = this.#branch(intersect(days, test.no), open, () => this.#all(statement.no, new Scope(scope), returned));
        if (yes === undefined && no === undefined) return undefined;
        if (yes === undefined) return no;
        return no === undefined ? yes : days;
      }
      case 'loop': {
        const over = statement.over ? this.value(statement.over, scope) : ROW;
        for (const option of over.k === 'pick' ? over.options : [{ days: ANY_DAY, value: over }]) {
          const inner = new Scope(scope);
          if (statement.each) this.#bind(statement.each, elementOf(option.value), inner);
          this.#branch(intersect(days, option.days), false, () => this.#all(statement.body, inner, returned));
        }
        return days;
      }
      case 'switch':
        this.#switch(statement, scope, returned);
        return days;
    }
  }

  #switch(statement: Extract<Stmt, { k: 'switch' }>, scope: Scope, returned: Returned): void {
    const onTruth = statement.on.k === 'id' && statement.on.name === 'true';
    const on = this.value(statement.on, scope);
    let rest = this.#days;
    let waiting = NO_DAY;
    let open = false;
    for (const { test, body } of statement.cases) {
      const value = test && this.value(test, scope);
      const condition = value === undefined ? undefined : onTruth ? asCondition(value) : compare('==', on, value);
      const undecided = condition !== undefined && !isDecided(condition);
      const days = condition === undefined ? rest : intersect(rest, condition.yes);
      if (condition !== undefined) rest = intersect(rest, condition.no);
      waiting = waiting === NO_DAY ? days : union(waiting, days);
      open ||= undecided;
      // A case without a body falls into the next one.
      if (body.length === 0) continue;
      const last = body.at(-1)!;
      this.#branch(waiting, open, () => this.#all(last.k === 'leave' && last.word === 'break' ? body.slice(0, -1) : body, new Scope(scope), returned));
      waiting = NO_DAY;
      open = false;
    }
  }

  #branch<T>(days: DaySet, open: boolean, read: () => T): T | undefined {
    if (isNever(days)) return undefined;
    return this.#on(days, () => this.#maybeIf(open, read));
  }

  #on<T>(days: DaySet, read: () => T): T {
    const before = this.#days;
    this.#days = days;
    try {
      return read();
    } finally {
      this.#days = before;
    }
  }

  #maybeIf<T>(open: boolean, read: () => T): T {
    if (open) this.#maybe++;
    try {
      return read();
    } finally {
      if (open) this.#maybe--;
    }
  }

  #bind(to: Pattern, value: Value, scope: Scope): void {
    if (to.k === 'name') scope.declare(to.name, value);
    else if (to.k === 'fields') for (const { field, as } of to.fields) this.#bind(as, this.#member(value, field), scope);
    // The pieces of a date or a name that was split are still that date or that name.
    else for (const [index, element] of to.elements.entries()) this.#bind(element, value.k === 'list' ? (value.items[index] ?? unknown()) : value, scope);
  }

  /** The value as it is after this line: as before on other days, or where another condition decides. */
  #changed(before: Value | undefined, value: Value): Value {
    if (this.#days === ANY_DAY && this.#maybe === 0) return value;
    const option: Option = { days: this.#days, value, ...(this.#maybe > 0 && { maybe: true }) };
    return pick([option, ...(before === undefined ? [] : [{ days: ANY_DAY, value: before }])]);
  }

  /** Rows leave the script: their fields are what later nodes see. */
  #giveOut(value: Value): void {
    if (++this.#steps > MOST_STEPS) return;
    if (value.k === 'row') this.#givenOut.push(this.#days);
    else if (value.k === 'list') for (const item of value.items) this.#giveOut(item);
    else if (value.k === 'pick')
      for (const { days, value: option, maybe } of value.options) this.#branch(intersect(this.#days, days), maybe === true, () => this.#giveOut(option));
    else if (value.k === 'object') {
      const inner = value.fields.get('json');
      if (inner) return this.#giveOut(inner);
      this.#givenOut.push(this.#days);
      for (const [name, field] of value.fields) this.#make(name, field);
    }
  }

  #make(name: string, value: Value): void {
    const key = wordsOf(name);
    if (key === '' || (this.#made.size >= MOST_FIELDS && !this.#made.has(key))) return;
    this.#made.set(key, this.#changed(this.#made.get(key), value));
  }

  value(expression: Expr, scope: Scope): Value {
    if (++this.#steps > MOST_STEPS) return unknown();
    switch (expression.k) {
      case 'num':
        return number(expression.v);
      case 'str':
        return words(expression.v);
      case 'text':
        return joined(
          expression.parts.map((part) => (typeof part === 'string' ? words(part) : this.value(part, scope))),
          '',
        );
      case 'id':
        return this.#name(expression.name, scope);
      case 'member':
        return this.#memberOf(expression, scope);
      case 'call':
        return this.#call(expression, scope);
      case 'binary':
        return this.#binary(expression, scope);
      case 'unary':
        return this.#unary(expression.op, this.value(expression.of, scope));
      case 'choice': {
        const test = asCondition(this.value(expression.test, scope));
        const yes = this.value(expression.yes, scope);
        const no = this.value(expression.no, scope);
        if (yes.k === 'condition' && no.k === 'condition') return either(both(test, yes), both({ ...test, yes: test.no, no: test.yes }, no));
        const open = !isDecided(test) ? { maybe: true } : {};
        return pick([
          { days: test.yes, value: yes, ...open },
          { days: test.no, value: no, ...open },
        ]);
      }
      case 'list':
        return { k: 'list', items: expression.items.map((item) => this.value(item.k === 'spread' ? item.of : item, scope)) };
      case 'object':
        return this.#object(expression, scope);
      case 'function':
        return { k: 'function', params: expression.params, body: expression.body, scope };
      case 'assign':
        return this.#assign(expression, scope);
      case 'spread':
        return this.value(expression.of, scope);
      case 'nothing':
        return unknown();
    }
  }

  #name(name: string, scope: Scope): Value {
    const known = scope.get(name);
    if (known) return known;
    if (ROW_NAMES.has(name)) return ROW;
    if (name === '$now' || name === '$today') return { k: 'date', of: 'today', plus: 0 };
    if (name === 'true' || name === 'false') return { k: 'condition', yes: name === 'true' ? ANY_DAY : NO_DAY, no: name === 'true' ? NO_DAY : ANY_DAY };
    if (SILENT.has(name)) return unknown(name);
    return this.#field([name]);
  }

  /** A field as an earlier node made it, or as it is called. */
  #field(path: readonly string[]): Value {
    const key = wordsOf(path.at(-1) ?? '');
    return this.#made.get(key) ?? this.#fields.get(key) ?? { k: 'field', path };
  }

  #memberOf(expression: Extract<Expr, { k: 'member' }>, scope: Scope): Value {
    const { of, name } = expression;
    // `nome.split(' ')[0]`
    if (typeof name !== 'string' && name.k === 'num' && name.v === 0 && of.k === 'call' && of.fn.k === 'member' && of.fn.name === 'split') {
      const whole = this.value(of.fn.of, scope);
      if (whole.k === 'field') return { ...whole, firstWord: true };
    }
    const owner = this.value(of, scope);
    if (typeof name === 'string') return of.k === 'id' && of.name === '$node' ? ROW : this.#member(owner, name);
    const key = this.value(name, scope);
    const text = plainWords(key);
    if (owner.k === 'object' && text === undefined) return choose(owner.fields, key);
    if (text === undefined) return owner.k === 'row' ? ROW : owner.k === 'list' ? pickAny(owner.items) : owner;
    return this.#member(owner, text);
  }

  #member(owner: Value, name: string): Value {
    switch (owner.k) {
      case 'row':
        return ROW_STEPS.has(name) || /^\d+$/.test(name) ? ROW : this.#field([name]);
      case 'field':
        return name === 'length' ? unknown() : this.#field([...owner.path, name]);
      case 'object': {
        const field = owner.fields.get(name);
        return field ?? (owner.fields.has('...') ? this.#field([name]) : unknown(name));
      }
      case 'list':
        return /^\d+$/.test(name) ? (owner.items[Number(name)] ?? unknown(name)) : unknown(name);
      case 'pick':
        return pick(owner.options.map((option): Option => ({ ...option, value: this.#member(option.value, name) })));
      case 'days':
        return DAYS_STEPS.has(name) ? owner : unknown(name);
      case 'date':
        return DATE_STEPS.has(name) || /^\d+$/.test(name) ? owner : unknown(name);
      default:
        return unknown(name);
    }
  }

  #object(expression: Extract<Expr, { k: 'object' }>, scope: Scope): Value {
    const fields = new Map<string, Value>();
    for (const entry of expression.entries) {
      if ('spread' in entry) {
        const value = this.value(entry.spread, scope);
        if (value.k === 'object') for (const [name, field] of value.fields) fields.set(name, field);
        else fields.set('...', ROW);
        continue;
      }
      const name = typeof entry.name === 'string' ? entry.name : plainWords(this.value(entry.name, scope));
      if (name !== undefined) fields.set(name, this.value(entry.value, scope));
    }
    return { k: 'object', fields };
  }

  #assign({ op, to, value: expression }: Extract<Expr, { k: 'assign' }>, scope: Scope): Value {
    const right = this.value(expression, scope);
    const before = op === '=' ? undefined : this.value(to, scope);
    const value = before === undefined ? right : op === '+=' ? this.#plus(before, right) : op === '-=' ? this.#minus(before, right) : right;
    if (to.k === 'id') scope.assign(to.name, this.#changed(scope.get(to.name), value));
    if (to.k === 'member') {
      const name = typeof to.name === 'string' ? to.name : plainWords(this.value(to.name, scope));
      const owner = this.value(to.of, scope);
      if (name === undefined) return value;
      if (owner.k === 'object' && to.of.k === 'id') {
        const fields = new Map(owner.fields);
        fields.set(name, this.#changed(fields.get(name), value));
        scope.assign(to.of.name, { k: 'object', fields });
      } else if (name === 'json') this.#giveOut(value);
      else this.#make(name, value);
    }
    return value;
  }

  #unary(op: string, value: Value): Value {
    if (op === '!') {
      const { yes, no } = asCondition(value);
      return { k: 'condition', yes: no, no: yes };
    }
    if (op === '-') {
      const count = asNumber(value);
      if (count !== undefined) return number(-count);
      const days = asDays(value);
      if (days) return { ...days, sign: days.sign === 1 ? -1 : 1, plus: -days.plus };
    }
    return value;
  }

  #binary({ op, left, right }: Extract<Expr, { k: 'binary' }>, scope: Scope): Value {
    const a = this.value(left, scope);
    if (op === '&&' || op === '||' || op === '??') {
      const b = this.value(right, scope);
      if (a.k === 'condition' || b.k === 'condition') {
        if (op === '&&') return both(asCondition(a), asCondition(b));
        return op === '||' ? either(asCondition(a), asCondition(b)) : a;
      }
      if (op === '&&') return b;
      return a.k === 'unknown' || (a.k === 'text' && a.parts.length === 0) ? b : a;
    }
    const b = this.value(right, scope);
    const comparison = COMPARISONS.get(op);
    if (comparison) return compare(comparison, a, b);
    switch (op) {
      case '+':
        return this.#plus(a, b);
      case '-':
        return this.#minus(a, b);
      case '*':
      case '/':
      case '%':
        return this.#times(op, a, b);
      default:
        return unknown();
    }
  }

  #plus(a: Value, b: Value): Value {
    const [left, right] = [asNumberOnly(a), asNumberOnly(b)];
    if (left !== undefined && right !== undefined) return number(left + right);
    if (right !== undefined && a.k !== 'text') return shifted(a, right) ?? concat(a, b);
    if (left !== undefined && b.k !== 'text') return shifted(b, left) ?? concat(a, b);
    // An amount and its charges: the whole.
    if (a.k === 'field' && b.k === 'field') return a;
    return concat(a, b);
  }

  #minus(a: Value, b: Value): Value {
    const [left, right] = [asNumberOnly(a), asNumberOnly(b)];
    if (left !== undefined && right !== undefined) return number(left - right);
    const days = daysBetween(a, b);
    if (days.k !== 'unknown') return days;
    if (right !== undefined) return shifted(a, -right) ?? a;
    return a;
  }

  #times(op: '*' | '/' | '%', a: Value, b: Value): Value {
    const [left, right] = [asNumberOnly(a), asNumberOnly(b)];
    if (left !== undefined && right !== undefined) return number(op === '*' ? left * right : op === '/' ? left / right : left % right);
    const days = asDays(a);
    if (days && right === -1) return this.#unary('-', days);
    if (days && right !== undefined) return days.k === a.k ? a : days;
    // Cents to reais, a rate on an amount: still that amount.
    return left === undefined ? a : b;
  }

  #call({ fn, args: given }: Extract<Expr, { k: 'call' }>, scope: Scope): Value {
    if (fn.k === 'member' && typeof fn.name === 'string') return this.#method(fn.of, fn.name, given, scope);
    if (fn.k === 'id') return this.#function(fn.name, given, scope);
    const callee = this.value(fn, scope);
    return callee.k === 'function'
      ? this.#apply(
          callee,
          given.map((arg) => this.value(arg, scope)),
        )
      : callee;
  }

  #function(name: string, given: readonly Expr[], scope: Scope): Value {
    const known = scope.get(name);
    const args = given.map((arg) => this.value(arg, scope));
    if (known?.k === 'function') return this.#apply(known, args);
    if (ROW_NAMES.has(name)) return ROW;
    const [first, second] = args;
    if (first === undefined) return /^(?:Date|moment|dayjs|hoje|today|TODAY|NOW|now|CURDATE|CURRENT_DATE|GETDATE)$/.test(name) ? TODAY : unknown(name);
    if (/^(?:differenceIn(?:Calendar|Business)?Days|DATETIME_DIFF|DATEDIFF|date_diff|dateDiff|diffDays|daysBetween)$/i.test(name))
      return this.#daysBetween(args);
    if (SAME_DAY.has(name) && second) return compare('==', first, second);
    const comparison = CALLED_COMPARISONS.get(name);
    if (comparison && second) return compare(comparison, first, second);
    if (/^(?:AND|OR)$/i.test(name)) return args.map(asCondition).reduce(/^and$/i.test(name) ? both : either);
    if (/^NOT$/i.test(name)) return this.#unary('!', first);
    if (/^(?:DATE_?ADD|addDays|ADDDATE)$/i.test(name) && second) return shifted(first, asNumber(second) ?? 0) ?? first;
    if (/^(?:DATE_?SUB|subDays|SUBDATE)$/i.test(name) && second) return shifted(first, -(asNumber(second) ?? 0)) ?? first;
    if (name === 'Date' && args.length > 1) return args.find((arg) => asDate(arg) !== undefined) ?? unknown();
    // Of any other function the thing it is given is still that thing: a formatter, a converter.
    return first;
  }

  #daysBetween(args: readonly Value[]): Value {
    // SQL Server and Snowflake name the unit first and count from the first date to the second.
    const unitFirst = args.length === 3 && asDate(args[0]!) === undefined;
    const [later, earlier] = unitFirst ? [args[2], args[1]] : args;
    return later && earlier ? daysBetween(later, earlier) : unknown();
  }

  #method(of: Expr, name: string, given: readonly Expr[], scope: Scope): Value {
    if (of.k === 'id' && scope.get(of.name) === undefined) {
      const stated = this.#static(of.name, name, given, scope);
      if (stated) return stated;
    }
    const owner = this.value(of, scope);
    if (name === 'push' || name === 'unshift') {
      for (const arg of given) this.#giveOut(this.value(arg, scope));
      return owner;
    }
    if (['map', 'forEach', 'filter', 'flatMap', 'find', 'some', 'every', 'sort', 'reduce'].includes(name)) {
      const callback = given[0] && this.value(given[0], scope);
      if (callback?.k === 'function') return this.#eachRow(owner, name, callback);
    }
    const args = given.map((arg) => this.value(arg, scope));
    if (owner.k === 'object' && owner.fields.get(name)?.k === 'function') return this.#apply(owner.fields.get(name) as FunctionValue, args);
    if (/^set(?:UTC)?(?:Date|Hours|Time)$/.test(name) && of.k === 'id' && args[0] && owner.k === 'date') {
      const moved = name.endsWith('Date') ? (asDate(args[0]) ?? owner) : owner;
      scope.assign(of.name, this.#changed(scope.get(of.name), moved));
      return moved;
    }
    if (owner.k === 'pick' && !['includes', 'concat'].includes(name))
      return pick(owner.options.map((option): Option => ({ ...option, value: this.#of(option.value, name, args) })));
    return this.#of(owner, name, args);
  }

  /** Functions of the language and of n8n's libraries. */
  #static(owner: string, name: string, given: readonly Expr[], scope: Scope): Value | undefined {
    if (!['Math', 'Date', 'DateTime', 'Number', 'String', 'JSON', 'Object', 'Array', 'moment', 'dayjs', 'luxon', 'Intl', '$jmespath'].includes(owner))
      return undefined;
    const args = given.map((arg) => this.value(arg, scope));
    const [first] = args;
    if (owner === 'Math') {
      if (ROUNDING.has(name)) return first ?? unknown();
      if (name === 'abs') {
        const days = first && asDays(first);
        return days ? { ...days, sure: false } : (first ?? unknown());
      }
      return args.find((arg) => arg.k !== 'number') ?? first ?? unknown();
    }
    if (first === undefined) return /^(?:now|local|utc|today)$/.test(name) ? TODAY : unknown(name);
    if (owner === 'JSON' && name === 'parse') return first;
    return name === 'now' || name === 'local' ? TODAY : first;
  }

  #of(owner: Value, name: string, args: readonly Value[]): Value {
    const [first] = args;
    if (owner.k === 'row') return ROW_STEPS.has(name) || ROW_NAMES.has(name) ? ROW : owner;
    if (owner.k === 'list') {
      if (name === 'includes' || name === 'indexOf') return first ? owner.items.map((item) => compare('==', first, item)).reduce(either, UNDECIDED) : UNDECIDED;
      if (name === 'join')
        return joined(
          owner.items.filter((item) => item.k !== 'unknown'),
          plainWords(first ?? words(',')) ?? ',',
        );
      return owner;
    }
    if (['diff', 'diffTo', 'diffNow', 'diffToNow', 'difference'].includes(name)) return this.#diff(owner, name, first);
    if (SAME_DAY.has(name) && first) return compare('==', owner, first);
    const comparison = CALLED_COMPARISONS.get(name);
    if (comparison && first) return compare(comparison, owner, first);
    if (['plus', 'add', 'minus', 'subtract', 'sub'].includes(name)) {
      const count = first && daysIn(first, args[1]);
      if (count !== undefined) return shifted(owner, name === 'plus' || name === 'add' ? count : -count) ?? owner;
      return owner;
    }
    if (name === 'includes' || name === 'startsWith' || name === 'match' || name === 'test')
      return owner.k === 'field' && first ? compare('==', owner, first) : UNDECIDED;
    if (name === 'concat') return args.reduce(concat, owner);
    if (name === 'abs') {
      const days = asDays(owner);
      return days ? { ...days, sure: false } : owner;
    }
    return owner;
  }

  #diff(owner: Value, name: string, other: Value | undefined): Value {
    const from = asDate(owner) ?? dateBeside(owner, other ?? TODAY);
    const to = name.endsWith('Now') ? TODAY : ((other && (asDate(other) ?? dateBeside(other, owner))) ?? TODAY);
    if (!from || from.of === to.of) return unknown();
    // n8n's own `diffToNow` counts from the date to now, Luxon's `diffNow` the other way.
    return name === 'diffToNow' ? difference(to, from) : difference(from, to);
  }

  #eachRow(owner: Value, name: string, callback: FunctionValue): Value {
    const options = owner.k === 'pick' ? owner.options : [{ days: ANY_DAY, value: owner }];
    const results: Option[] = [];
    for (const option of options) {
      const days = intersect(this.#days, option.days);
      if (isNever(days)) continue;
      const result = this.#on(days, () => this.#apply(callback, name === 'reduce' ? [unknown(), elementOf(option.value)] : [elementOf(option.value)]));
      if (name === 'filter' || name === 'find' || name === 'some' || name === 'every') {
        const test = asCondition(result);
        results.push({ days: intersect(option.days, test.yes), value: option.value });
      } else results.push({ ...option, value: name === 'sort' || name === 'forEach' ? option.value : result });
    }
    if (name === 'some' || name === 'every') {
      const days = union(...results.map((option) => option.days));
      return days.told ? holdsOn(days) : UNDECIDED;
    }
    return pick(results);
  }

  #apply(callee: FunctionValue, args: readonly Value[]): Value {
    if (this.#calls >= DEEPEST_CALL) return unknown();
    this.#calls++;
    const scope = new Scope(callee.scope as Scope);
    for (const [index, param] of callee.params.entries()) this.#bind(param, args[index] ?? unknown(), scope);
    const returned: Returned = { options: [] };
    this.#all(callee.body, scope, returned);
    this.#calls--;
    // Conditions come back as they are, so that `filter` and `if` can use them.
    const [only] = returned.options;
    if (only && returned.options.every(({ value }) => value.k === 'condition')) {
      if (returned.options.length === 1) return only.value;
      const yes = returned.options.map(({ days, value }) => intersect(days, (value as { yes: DaySet }).yes)).filter((days) => !isNever(days));
      const all = union(...yes);
      return all.told ? holdsOn(all) : UNDECIDED;
    }
    return pick(returned.options);
  }
}

type FunctionValue = Extract<Value, { k: 'function' }>;
type DateValue = Extract<Value, { k: 'date' }>;

const TODAY: DateValue = { k: 'date', of: 'today', plus: 0 };

/** One element of what is walked over: rows give rows. */
function elementOf(value: Value): Value {
  if (value.k === 'list') return value.items.length === 1 ? value.items[0]! : value.items.length > 0 ? pickAny(value.items) : unknown();
  return value.k === 'field' || value.k === 'unknown' || value.k === 'object' ? ROW : value;
}

function pickAny(items: readonly Value[]): Value {
  return pick(items.map((value): Option => ({ days: ANY_DAY, maybe: true, value })));
}

/** `textos[dias]`, `textos[etapa]`: which entry is taken on which day. */
function choose(fields: ReadonlyMap<string, Value>, key: Value): Value {
  const options: Option[] = [];
  for (const [name, value] of fields) {
    const day = Number(name);
    const condition = name !== '' && Number.isInteger(day) ? compare('==', key, number(day)) : compare('==', key, words(name));
    options.push({ days: condition.yes, value, ...(!isDecided(condition) && { maybe: true }) });
  }
  return pick(options);
}

/** A number as it stands: texts of digits are texts where `+` joins them. */
function asNumberOnly(value: Value): number | undefined {
  return value.k === 'number' ? value.value : undefined;
}

const HALF_A_DAY_MS = 43_200_000;
const DAY_MS = 86_400_000;

/** A date some days on, or days with a count added; undefined for anything else. */
function shifted(value: Value, by: number): Value | undefined {
  const days = Math.abs(by) >= HALF_A_DAY_MS ? by / DAY_MS : by;
  if (!Number.isFinite(days)) return undefined;
  const date = asDate(value);
  if (date) return { ...date, plus: date.plus + Math.round(days) };
  return value.k === 'days' ? { ...value, plus: value.plus + Math.round(days) } : undefined;
}

/** What stands beside today's date in a difference is the due date: nothing else is counted from today in a collection. */
function dateBeside(value: Value, other: Value): DateValue | undefined {
  if (value.k !== 'field' || asDate(other)?.of !== 'today') return undefined;
  return /envio|sent|criad|created|emiss|issue|contato|updated|atualiz/.test(wordsOf(value.path.at(-1) ?? '')) ? undefined : { k: 'date', of: 'due', plus: 0 };
}

/** The days from one date to another, as a node of n8n counts them. */
export function daysBetween(later: Value, earlier: Value): Value {
  const from = asDate(later) ?? dateBeside(later, earlier);
  const to = asDate(earlier) ?? dateBeside(earlier, later);
  return from && to ? difference(from, to) : unknown();
}

/** A date some time on (`way` 1) or back (−1). */
export function moved(date: Value, amount: Value, unit: unknown, way: 1 | -1): Value {
  const count = daysIn(amount, words(String(unit)));
  return count === undefined ? date : (shifted(date, count * way) ?? date);
}

function difference(from: DateValue, to: DateValue): Value {
  if (from.of === to.of) return number(from.plus - to.plus);
  return from.of === 'today' ? { k: 'days', sign: 1, plus: from.plus - to.plus, sure: true } : { k: 'days', sign: -1, plus: from.plus - to.plus, sure: true };
}

/** `{ days: 3 }`, `3, 'days'`, `{ weeks: 1 }`; undefined for what is no whole days. */
function daysIn(amount: Value, unit: Value | undefined): number | undefined {
  if (amount.k === 'object') {
    const days = asNumber(amount.fields.get('days') ?? amount.fields.get('day') ?? number(0)) ?? 0;
    const weeks = asNumber(amount.fields.get('weeks') ?? amount.fields.get('week') ?? number(0)) ?? 0;
    return days + weeks * 7;
  }
  const count = asNumber(amount);
  const name = unit && plainWords(unit);
  if (count === undefined) return undefined;
  if (name === undefined || /^d(?:ays?)?$/i.test(name)) return count;
  return /^w(?:eeks?)?$/i.test(name) ? count * 7 : 0;
}
