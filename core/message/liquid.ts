// liquidjs: the well-kept Liquid; it renders synchronously, analyses a template's variables and has no access to files as set here.
import type { Template } from 'liquidjs';
import { Liquid } from 'liquidjs';
import { formatCivilDate, parseCivilDate } from '../civil-date.ts';
import { formatMoney } from '../money.ts';

/** Tags a message may use. Nothing that reads files (`include`, `render`, `layout`) or keeps state between messages. */
export const ALLOWED_TAGS = ['if', 'unless', 'case', 'for', 'break', 'continue', 'assign', 'comment', 'raw', '#'] as const;

/** Filters of Liquid a message may use; `date` is not among them because it reads the clock and English names. */
const ALLOWED_FILTERS = [
  'append',
  'capitalize',
  'default',
  'downcase',
  'first',
  'join',
  'last',
  'lstrip',
  'minus',
  'plus',
  'prepend',
  'remove',
  'replace',
  'rstrip',
  'size',
  'slice',
  'split',
  'strip',
  'strip_newlines',
  'times',
  'truncate',
  'truncatewords',
  'upcase',
] as const;

/** Our own filters, with Portuguese names because managers write them. */
const OWN_FILTERS: Record<string, (...values: unknown[]) => string> = {
  /** Cents → `R$ 1.234,56`. */
  dinheiro: (cents) => (typeof cents === 'number' && Number.isFinite(cents) ? formatMoney(Math.round(cents)) : String(cents)),
  /** ISO date → `21/11/2026`; a date already in that form stays. */
  data: (date) => formatCivilDate(parseCivilDate(String(date))),
  /** `{{ debt.daysOverdue | plural: "dia", "dias" }}` → `10 dias`. */
  plural: (count, one, many) => `${String(count)} ${Number(count) === 1 ? String(one) : String(many)}`,
};

export const TEMPLATE_FILTERS: readonly string[] = [...ALLOWED_FILTERS, ...Object.keys(OWN_FILTERS)].sort();

const STRICT = createEngine(true);
const LENIENT = createEngine(false);

function createEngine(strictVariables: boolean): Liquid {
  const engine = new Liquid({
    strictVariables,
    lenientIf: true,
    strictFilters: true,
    ownPropertyOnly: true,
    relativeReference: false,
    templates: {},
    parseLimit: 50_000,
    memoryLimit: 1_000_000,
    // Milliseconds: a loop over a long list inside another one ends here instead of holding a worker.
    renderLimit: 1_000,
  });
  const tags = new Set<string>(ALLOWED_TAGS);
  for (const name of Object.keys(engine.tags)) if (!tags.has(name)) delete engine.tags[name];
  const filters = new Set<string>(ALLOWED_FILTERS);
  for (const name of Object.keys(engine.filters)) if (!filters.has(name)) delete engine.filters[name];
  for (const [name, filter] of Object.entries(OWN_FILTERS)) engine.registerFilter(name, filter);
  return engine;
}

/** A template that was parsed once, with the dotted names of the variables it reads. */
export interface ParsedTemplate {
  readonly templates: Template[];
  readonly variables: ReadonlySet<string>;
}

const PARSED = new Map<string, ParsedTemplate | Error>();
/** A cadence has tens of texts; the designer makes one per key stroke. */
const CACHE_LIMIT = 1_000;

/** Parses a body, once per text. @throws Error of liquidjs, in English; {@link explainLiquidError} says it in Portuguese. */
export function parseTemplate(body: string): ParsedTemplate {
  const known = PARSED.get(body);
  if (known instanceof Error) throw known;
  if (known) return known;
  if (PARSED.size >= CACHE_LIMIT) PARSED.clear();
  try {
    const templates = STRICT.parse(body);
    const variables = new Set(STRICT.globalVariableSegmentsSync(templates).map((segments) => dotted(segments)));
    const parsed = { templates, variables };
    PARSED.set(body, parsed);
    return parsed;
  } catch (error) {
    PARSED.set(body, error as Error);
    throw error;
  }
}

/** `['offers', 0, 'total']` → `offers.0.total`; a computed segment (`debts[i]`) becomes `*`. */
function dotted(segments: readonly unknown[]): string {
  return segments.map((segment) => (typeof segment === 'string' || typeof segment === 'number' ? String(segment) : '*')).join('.');
}

/** @throws when a variable has no value. */
export function renderStrict(parsed: ParsedTemplate, values: object): string {
  return STRICT.renderSync(parsed.templates, values) as string;
}

/** Variables without a value come out empty. */
export function renderLenient(parsed: ParsedTemplate, values: object): string {
  return LENIENT.renderSync(parsed.templates, values) as string;
}
