import { ANY_DAY, fromDay, intersect, NO_DAY, onDays, otherwise, union, untilDay, type DaySet } from './day-set.ts';
import { plainWords, type Value } from './value.ts';
import { daysCounted, isDueDate, spokenDay, wordsOf } from './words.ts';

export type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

export type Condition = Extract<Value, { k: 'condition' }>;
type Days = Extract<Value, { k: 'days' }>;
type DateValue = Extract<Value, { k: 'date' }>;

export const UNDECIDED: Condition = { k: 'condition', yes: ANY_DAY, no: ANY_DAY };
export const isDecided = ({ yes, no }: Condition): boolean => yes !== ANY_DAY || no !== ANY_DAY;
export const holdsOn = (yes: DaySet): Condition => ({ k: 'condition', yes, no: otherwise(yes) });

const FLIPPED: Record<Comparison, Comparison> = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };
const HALF_A_DAY_MS = 43_200_000;
const DAY_MS = 86_400_000;

/** A value as a count of days, by what it is or by what its field is called. */
export function asDays(value: Value): Days | undefined {
  if (value.k === 'days') return value;
  if (value.k !== 'field') return undefined;
  const sign = daysCounted(value.path.at(-1) ?? '');
  return sign === undefined ? undefined : { k: 'days', sign: sign === 0 ? 1 : sign, plus: 0, sure: sign !== 0 };
}

export function asDate(value: Value): DateValue | undefined {
  if (value.k === 'date') return value;
  if (value.k !== 'field') return undefined;
  const name = value.path.at(-1) ?? '';
  if (isDueDate(name)) return { k: 'date', of: 'due', plus: 0 };
  return /^(?:hoje|today|now|agora|data atual|current date)$/.test(wordsOf(name)) ? { k: 'date', of: 'today', plus: 0 } : undefined;
}

export function asNumber(value: Value): number | undefined {
  if (value.k === 'number') return value.value;
  const text = plainWords(value)?.trim() ?? '';
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/** The days on which a comparison holds, and those on which it does not. */
export function compare(op: Comparison, left: Value, right: Value): Condition {
  if (left.k === 'pick') return eachOption(left.options, (value) => compare(op, value, right));
  if (right.k === 'pick') return compare(FLIPPED[op], right, left);
  const leftDate = asDate(left);
  const rightDate = asDate(right);
  if (leftDate && rightDate && leftDate.of !== rightDate.of) return compareDates(op, leftDate, rightDate);
  const leftDays = asDays(left);
  const rightNumber = asNumber(right);
  if (leftDays && rightNumber !== undefined) return compareDays(op, leftDays, rightNumber);
  const rightDays = asDays(right);
  const leftNumber = asNumber(left);
  if (rightDays && leftNumber !== undefined) return compareDays(FLIPPED[op], rightDays, leftNumber);
  if (op !== '==' && op !== '!=') return UNDECIDED;
  const equal = compareTexts(left, right);
  return op === '==' ? equal : { k: 'condition', yes: equal.no, no: equal.yes };
}

function eachOption(options: Extract<Value, { k: 'pick' }>['options'], judge: (value: Value) => Condition): Condition {
  const judged = options.map((option) => ({ days: option.days, result: judge(option.value) }));
  if (judged.every(({ result }) => !isDecided(result))) return UNDECIDED;
  const yes = union(...judged.map(({ days, result }) => intersect(days, result.yes)).filter(({ spans }) => spans.length > 0));
  const no = union(...judged.map(({ days, result }) => intersect(days, result.no)).filter(({ spans }) => spans.length > 0));
  return { k: 'condition', yes: yes.told ? yes : ANY_DAY, no: no.told ? no : ANY_DAY };
}

/** `sign × overdue + plus OP count`, solved for the days overdue. */
function compareDays(op: Comparison, { sign, plus }: Days, count: number): Condition {
  const days = Math.abs(count) >= HALF_A_DAY_MS ? count / DAY_MS : count;
  const edge = (days - plus) * sign;
  if (!Number.isFinite(edge)) return UNDECIDED;
  const solved = sign < 0 ? FLIPPED[op] : op;
  switch (solved) {
    case '==':
      return holdsOn(onDays(Math.round(edge)));
    case '!=': {
      const { yes, no } = holdsOn(onDays(Math.round(edge)));
      return { k: 'condition', yes: no, no: yes };
    }
    case '<':
      return holdsOn(untilDay(Math.ceil(edge) - 1));
    case '<=':
      return holdsOn(untilDay(Math.floor(edge)));
    case '>':
      return holdsOn(fromDay(Math.floor(edge) + 1));
    case '>=':
      return holdsOn(fromDay(Math.ceil(edge)));
  }
}

/** `due + a OP today + b` is `overdue FLIPPED(OP) a − b`: who is due before today is late. */
function compareDates(op: Comparison, left: DateValue, right: DateValue): Condition {
  if (left.of === 'today') return compareDates(FLIPPED[op], right, left);
  return compareDays(FLIPPED[op], { k: 'days', sign: 1, plus: 0, sure: true }, left.plus - right.plus);
}

/** Words for where a debt stands: "vencido", "vence hoje", "D+7". Two known texts are alike or not. */
function compareTexts(left: Value, right: Value): Condition {
  const leftWords = plainWords(left);
  const rightWords = plainWords(right);
  if (leftWords !== undefined && rightWords !== undefined) {
    // An empty rule, as the editor leaves one, says nothing.
    if (leftWords.trim() === '' || rightWords.trim() === '') return UNDECIDED;
    const alike = leftWords.trim().toLowerCase() === rightWords.trim().toLowerCase();
    return { k: 'condition', yes: alike ? ANY_DAY : NO_DAY, no: alike ? NO_DAY : ANY_DAY };
  }
  const state = leftWords ?? rightWords;
  return state === undefined || (left.k !== 'field' && right.k !== 'field') ? UNDECIDED : stateOf(state);
}

export function stateOf(text: string): Condition {
  const day = spokenDay(text);
  if (day !== undefined) return holdsOn(onDays(day));
  const said = wordsOf(text);
  if (/^(?:vencid[oa]s?|atrasad[oa]s?|em atraso|overdue|past due|late|inadimplente|venceu)$/.test(said)) return holdsOn(fromDay(1));
  if (/^(?:a vencer|vencendo|upcoming|proximo|proximo vencimento|due soon|pre vencimento)$/.test(said)) return holdsOn(untilDay(-1));
  return /^(?:hoje|today|vence hoje|due today|due)$/.test(said) ? holdsOn(onDays(0)) : UNDECIDED;
}

export function both(a: Condition, b: Condition): Condition {
  const decided = isDecided(a) && isDecided(b);
  return { k: 'condition', yes: intersect(a.yes, b.yes), no: decided ? union(a.no, b.no) : ANY_DAY };
}

/** Of two ways, one of which does not speak of days, the other's days are taken: nobody writes "late, or anything else". */
export function either(a: Condition, b: Condition): Condition {
  if (!isDecided(a)) return b;
  if (!isDecided(b)) return a;
  return { k: 'condition', yes: a.yes.told && b.yes.told ? union(a.yes, b.yes) : ANY_DAY, no: intersect(a.no, b.no) };
}

/** The value as a condition: itself, or the days on which one of its ways is one. */
export function asCondition(value: Value): Condition {
  if (value.k === 'condition') return value;
  if (value.k !== 'pick') return UNDECIDED;
  return eachOption(value.options, (option) => {
    const truth = option.k === 'condition' ? option : undefined;
    return truth ?? UNDECIDED;
  });
}
