import { asCondition, both, compare, either, isDecided, stateOf, UNDECIDED, type Comparison, type Condition } from './compare.ts';
import { ANY_DAY, intersect, onDays, type DaySet } from './day-set.ts';
import type { Fields } from './evaluate.ts';
import { at, listOf, recordOf, textOf, type ForeignNode } from './foreign-workflow.ts';
import { parameterValue } from './parameter.ts';
import { number, plainWords, type Value } from './value.ts';
import { spokenDay, wordsOf } from './words.ts';

/** What a node that branches says: for each of its outputs the days, and what the condition is about where it is not days. */
export interface Branching {
  readonly outputs: readonly DaySet[];
  /** For outputs beyond those: what is left over. */
  readonly rest: DaySet;
  /** Words of the conditions, to tell "was it paid?" from "is it much?". */
  readonly about: string;
  readonly decided: boolean;
}

const OPERATIONS: ReadonlyMap<string, Comparison> = new Map(
  Object.entries({
    equals: '==',
    equal: '==',
    eq: '==',
    is: '==',
    notEquals: '!=',
    notEqual: '!=',
    neq: '!=',
    gt: '>',
    larger: '>',
    after: '>',
    gte: '>=',
    largerEqual: '>=',
    afterOrEquals: '>=',
    lt: '<',
    smaller: '<',
    before: '<',
    lte: '<=',
    smallerEqual: '<=',
    beforeOrEquals: '<=',
    contains: '==',
    startsWith: '==',
    endsWith: '==',
  }),
);

/** If, Filter and Switch, in all shapes that their versions wrote. */
export function readBranching(node: ForeignNode, fields: Fields): Branching {
  const { parameters } = node;
  if (node.type === 'switch') return readSwitch(node, fields);
  const condition = readConditions(parameters['conditions'], fields, usesOr(parameters));
  const about = saidIn(parameters['conditions']);
  return { outputs: node.type === 'filter' ? [condition.yes] : [condition.yes, condition.no], rest: condition.no, about, decided: isDecided(condition) };
}

const usesOr = (parameters: Readonly<Record<string, unknown>>): boolean =>
  /^(?:any|or)$/i.test(textOf(parameters['combineOperation'] ?? parameters['combineConditions'] ?? parameters['combinator']));

function readConditions(json: unknown, fields: Fields, anyOfOld: boolean): Condition {
  const list = at(json, 'conditions');
  if (Array.isArray(list))
    return combine(
      list.map((entry) => readCondition(entry, fields)),
      /^or$/i.test(textOf(at(json, 'combinator'))),
    );
  const old = Object.entries(recordOf(json)).flatMap(([kind, entries]) => listOf(entries).map((entry) => readOldCondition(kind, entry, fields)));
  return combine(old, anyOfOld);
}

const combine = (list: readonly Condition[], any: boolean): Condition =>
  list.length === 0 ? UNDECIDED : list.reduce((all, one) => (any ? either(all, one) : both(all, one)));

/** Since version 2: `{ leftValue, rightValue, operator: { type, operation } }`. */
function readCondition(json: unknown, fields: Fields): Condition {
  const left = parameterValue(at(json, 'leftValue'), fields);
  const operation = textOf(at(json, 'operator', 'operation'));
  if (operation === 'true' || operation === 'false') return negatedIf(asCondition(left), operation === 'false');
  return readComparison(operation, left, at(json, 'rightValue'), fields);
}

/** Version 1: `{ number: [{ value1, operation, value2 }] }`, with the kind's first operation as default. */
function readOldCondition(kind: string, json: unknown, fields: Fields): Condition {
  const left = parameterValue(at(json, 'value1'), fields);
  const fallback = kind === 'number' ? 'smaller' : kind === 'dateTime' ? 'after' : 'equal';
  const operation = textOf(at(json, 'operation')) || fallback;
  return readComparison(operation, left, at(json, 'value2') ?? (kind === 'boolean' ? false : kind === 'number' ? 0 : ''), fields);
}

function readComparison(operation: string, left: Value, rightRaw: unknown, fields: Fields): Condition {
  const op = OPERATIONS.get(operation);
  if (op === undefined) return operation === '' && left.k === 'condition' ? left : UNDECIDED;
  const right = parameterValue(rightRaw, fields);
  if (left.k === 'condition' || (left.k === 'pick' && isDecided(asCondition(left)))) {
    const truth = right.k === 'condition' ? right.yes === ANY_DAY : plainWords(right)?.trim() !== 'false';
    return negatedIf(asCondition(left), truth === (op === '!='));
  }
  return compare(op, left, right);
}

const negatedIf = (condition: Condition, negated: boolean): Condition => (negated ? { k: 'condition', yes: condition.no, no: condition.yes } : condition);

function readSwitch(node: ForeignNode, fields: Fields): Branching {
  const { parameters } = node;
  const about = saidIn(parameters);
  const cases = Array.isArray(at(parameters, 'rules', 'values')) ? newCases(parameters, fields) : oldCases(parameters, fields);
  const outputs: DaySet[] = [];
  let left: DaySet = ANY_DAY;
  const all = at(parameters, 'options', 'allMatchingOutputs') === true;
  for (const { output, condition, name } of cases) {
    let days = all ? condition.yes : intersect(left, condition.yes);
    // What the output is called says the day where its rule does not.
    if (!days.told && name !== '') days = named(name) ?? days;
    outputs[output] = days;
    left = intersect(left, condition.no);
  }
  for (let output = 0; output < outputs.length; output++) outputs[output] ??= ANY_DAY;
  return { outputs, rest: left, about, decided: outputs.some(({ told }) => told) };
}

function named(name: string): DaySet | undefined {
  const day = spokenDay(name);
  if (day !== undefined) return onDays(day);
  const state = stateOf(name);
  return isDecided(state) ? state.yes : undefined;
}

interface Case {
  readonly output: number;
  readonly condition: Condition;
  readonly name: string;
}

const newCases = (parameters: unknown, fields: Fields): Case[] =>
  listOf(at(parameters, 'rules', 'values'))
    .slice(0, 200)
    .map((rule, output) => ({ output, condition: readConditions(at(rule, 'conditions'), fields, false), name: textOf(at(rule, 'outputKey')) }));

/** Versions 1 and 2 compare one value with each rule's. */
function oldCases(parameters: Readonly<Record<string, unknown>>, fields: Fields): Case[] {
  const value = parameterValue(parameters['value1'], fields);
  const numeric = textOf(parameters['dataType']) === 'number' || textOf(parameters['dataType']) === '';
  return listOf(at(parameters, 'rules', 'rules'))
    .slice(0, 200)
    .map((rule, index): Case => {
      const output = at(rule, 'output');
      const operation = textOf(at(rule, 'operation')) || (numeric ? 'smaller' : 'equal');
      const right = at(rule, 'value2');
      return {
        output: Number.isInteger(output) && (output as number) >= 0 && (output as number) < 200 ? (output as number) : index,
        condition: readComparison(operation, value, right, fields),
        name: textOf(at(rule, 'outputKey')),
      };
    });
}

const SAYING = new Set(['leftValue', 'rightValue', 'value1', 'value2', 'operation', 'outputKey', 'output']);

/** The words of all that is compared, without the shapes around it. */
function saidIn(json: unknown, depth = 0): string {
  if (depth > 8) return '';
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(json)
    ? (json as unknown[]).slice(0, 50).map((entry) => ['', entry] as const)
    : Object.entries(recordOf(json));
  return entries
    .map(([key, value]) => (typeof value === 'string' ? (SAYING.has(key) ? value : '') : saidIn(value, depth + 1)))
    .filter((part) => part !== '')
    .join(' ')
    .slice(0, 2000);
}

/** Does a condition ask whether the debt was paid, or whether somebody was already written to? */
export function asksWhetherPaid(about: string): boolean {
  return /\bpag[oa]s?\b|\bpaid\b|pagament|quitad|receiv|recebid|liquidad|pendente|pending|unpaid|em aberto|\bopen\b|\bstatus\b|situacao|aprovad|confirmed/.test(
    wordsOf(about),
  );
}

export function asksWhetherSent(about: string): boolean {
  return /enviad|\bsent\b|notificad|lembrete enviado|ja cobrado|reminder sent|ultimo envio|last reminder/.test(wordsOf(about));
}

/** A pair of field and value, as filters of spreadsheets and databases and query strings are written. */
export function pairCondition(field: string, operation: string, raw: unknown, fields: Fields): Condition {
  const name = wordsOf(field);
  const edge = /inicia|inicio|\bde$|start|\bmin\b|\bge\b|\bgte\b|desde|from/.test(name)
    ? '>='
    : /fina|\bfim\b|\bate\b|\bend\b|\bmax\b|\ble\b|\blte\b|\bto\b/.test(name)
      ? '<='
      : undefined;
  const op = edge ?? OPERATIONS.get(operation) ?? '==';
  const value = parameterValue(raw, fields);
  const key = field
    .replace(/\b(?:inicial|final|inicio|fim|start|end|min|max|ge|le|gte|lte|de|ate|from|to)\b|[[\]]/gi, ' ')
    .replace(/(?:Inicial|Final|Inicio|Fim|Start|End|From|To)$/, '');
  const count = plainWords(value);
  return compare(op, { k: 'field', path: [key] }, count !== undefined && /^-?\d+$/.test(count.trim()) ? number(Number(count)) : value);
}
