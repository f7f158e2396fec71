import type { ImportNote } from '../import-note.ts';
import { dayLabel } from '../../cadence/labels.ts';
import { actionOf, type Action } from './actions.ts';
import { bodyFields } from './body.ts';
import { asksWhetherPaid, asksWhetherSent, readBranching } from './conditions.ts';
import { ANY_DAY, intersect, isNever, namedDays, type DaySet } from './day-set.ts';
import { daysBetween, moved, readScript, type Fields } from './evaluate.ts';
import { at, listOf, recordOf, textOf, type ForeignNode, type ForeignWorkflow } from './foreign-workflow.ts';
import { draftNote, type DraftNoteCode, type DraftNoteValues } from './notes.ts';
import { parameterValue } from './parameter.ts';
import { daysFetched } from './sources.ts';
import { plainWords, unknown, type Option, type TextPart, type Value } from './value.ts';
import { dailyTime, daysWaited, markedAreas, type MarkedArea } from './waits.ts';
import { spokenDay, spokenSide, wordsOf } from './words.ts';

/** Something that happens on a day: a node that acts, on one of the ways that lead to it. */
export interface Happening {
  readonly node: ForeignNode;
  readonly action: Action;
  readonly day: number;
  readonly parts: readonly TextPart[] | undefined;
  readonly subject: readonly TextPart[] | undefined;
}

export interface Walked {
  readonly happenings: readonly Happening[];
  readonly notes: readonly ImportNote[];
  /** `HH:MM` */
  readonly at: string | undefined;
  /** Did anything speak of days around a due date? */
  readonly speaksOfDays: boolean;
}

/** How a row comes to a node: for which days, after how long, with which fields. */
interface Way {
  readonly days: DaySet;
  readonly waited: number;
  /** The day from which waits count, where no condition told it. */
  readonly base: number | undefined;
  /** A day that a name on the way speaks of. */
  readonly hint: number | undefined;
  readonly fields: Fields;
}

/** Ways to one node that are told apart; fewer in a workflow of hundreds of nodes, which no person laid out. */
const MOST_WAYS = 24;
const MOST_WAYS_OF_MANY = 3;
const MANY_NODES = 300;
const MOST_HAPPENINGS = 2_000;
const START: Way = { days: ANY_DAY, waited: 0, base: undefined, hint: undefined, fields: new Map() };

const PLUMBING =
  /^(?:merge|noOp|limit|sort|splitInBatches|itemLists|splitOut|aggregate|summarize|renameKeys|crypto|compareDatasets|respondToWebhook|stopAndError|executionData|debugHelper|convertToFile|extractFromFile|spreadsheetFile|moveBinaryData|xml|markdown|html|htmlExtract|editImage|compression|readBinaryFile|writeBinaryFile|executeWorkflow)$/;
const TABLES =
  /^(?:googleSheets|postgres|mySql|microsoftSql|airtable|supabase|notion|mongoDb|baserow|nocoDb|dataTable|microsoftExcel|redis|snowflake|googleBigQuery|seaTable|coda|firebase|googleFirebaseCloudFirestore|n8nTable|gristApi|grist|odoo|quickbooks|xero|stripe|hubspot|salesforce|googleDrive|readWriteFile|graphql|ftp|googleDocs|quickBooks|chargebee|paddle|wise|woocommerce|shopify)$/i;
const WRITING = /append|update|insert|create|upsert|delete|remove|write|set/i;
const AI = /langchain|openAi|gemini|anthropic|mistral|perplexity|deepseek|groq/i;

/** Follows every way through a workflow in order, each node once, whatever loops it has. */
export function walk(workflow: ForeignWorkflow): Walked {
  return new Walk(workflow).run();
}

class Walk {
  readonly #nodes: ReadonlyMap<string, ForeignNode>;
  readonly #next = new Map<string, { output: number; to: string }[]>();
  readonly #areas: readonly MarkedArea[];
  readonly #workflow: ForeignWorkflow;
  readonly #notes = new Map<string, ImportNote>();
  readonly #happenings: Happening[] = [];
  #at: string | undefined;
  #speaksOfDays = false;

  constructor(workflow: ForeignWorkflow) {
    this.#workflow = workflow;
    this.#nodes = new Map(workflow.nodes.map((node) => [node.name, node]));
    for (const { from, output, to } of workflow.links) {
      const list = this.#next.get(from);
      if (list) list.push({ output, to });
      else this.#next.set(from, [{ output, to }]);
    }
    this.#areas = markedAreas(workflow.nodes);
  }

  run(): Walked {
    const arriving = new Map<string, Way[]>();
    const most = this.#nodes.size > MANY_NODES ? MOST_WAYS_OF_MANY : MOST_WAYS;
    const { order, onward } = this.#inOrder();
    for (const name of order) {
      const node = this.#nodes.get(name)!;
      const ways = arriving.get(name) ?? [START];
      arriving.delete(name);
      for (const way of ways) {
        const leaving = this.#pass(node, way);
        for (const { output, to } of onward.get(name) ?? []) {
          const onwards = leaving(output);
          if (onwards && !isNever(onwards.days)) arrive(arriving, to, onwards, most);
        }
      }
    }
    this.#nameTheRest(new Set(order));
    return { happenings: this.#happenings, notes: [...this.#notes.values()], at: this.#at, speaksOfDays: this.#speaksOfDays };
  }

  /** The nodes that run, sources first, without the links that lead back into a loop. */
  #inOrder(): { order: string[]; onward: ReadonlyMap<string, { output: number; to: string }[]> } {
    const entered = new Set(this.#workflow.links.map(({ to }) => to));
    const working = this.#workflow.nodes.filter((node) => node.type !== 'stickyNote');
    const triggers = working.filter((node) => isTrigger(node.type));
    const first = triggers.length > 0 ? triggers : working.filter((node) => !entered.has(node.name));
    const roots = first.length > 0 ? first : working.slice(0, 1);
    const state = new Map<string, 'open' | 'done'>();
    const order: string[] = [];
    const onward = new Map<string, { output: number; to: string }[]>();
    for (const root of roots) {
      const stack: { name: string; at: number }[] = [{ name: root.name, at: 0 }];
      if (state.has(root.name)) continue;
      state.set(root.name, 'open');
      while (stack.length > 0) {
        const here = stack.at(-1)!;
        const link = this.#next.get(here.name)?.[here.at++];
        if (!link) {
          state.set(here.name, 'done');
          order.push(here.name);
          stack.pop();
        } else if (state.get(link.to) !== 'open') {
          const list = onward.get(here.name);
          if (list) list.push(link);
          else onward.set(here.name, [link]);
          if (!state.has(link.to)) {
            state.set(link.to, 'open');
            stack.push({ name: link.to, at: 0 });
          }
        }
      }
    }
    return { order: order.reverse(), onward };
  }

  #note<Code extends DraftNoteCode>(node: ForeignNode, code: Code, values: DraftNoteValues[Code]): void {
    const note = draftNote(node.name, code, values);
    this.#notes.set(`${node.name} ${note.message}`, note);
  }

  /** What a node makes of a row, and with what the row leaves by each output. */
  #pass(node: ForeignNode, way: Way): (output: number) => Way | undefined {
    const on = (changed: Partial<Way>): (() => Way) => {
      const next = { ...way, ...changed };
      return () => next;
    };
    if (node.disabled) {
      this.#note(node, 'left.disabled', {});
      return on({});
    }
    const { type } = node;
    const hint = spokenDay(node.name) ?? way.hint;
    if (type === 'if' || type === 'filter' || type === 'switch') return this.#branch(node, way, hint);
    if (type === 'wait') return on(this.#wait(node, way));
    if (/^(?:scheduleTrigger|cron|interval)$/.test(type)) {
      this.#schedule(node);
      return on({});
    }
    if (type === 'manualTrigger' || type === 'start') {
      this.#note(node, 'covered.manual', {});
      return on({});
    }
    if (isTrigger(type)) {
      this.#note(node, 'left.trigger', {});
      return on({});
    }
    if (/^(?:code|function|functionItem)$/.test(type)) return on({ ...this.#script(node, way), hint });
    if (type === 'set') return on({ fields: this.#set(node, way.fields), hint });
    if (type === 'dateTime') return on({ fields: this.#dateTime(node, way.fields) });
    if (type === 'removeDuplicates') {
      this.#note(node, 'covered.duplicates', {});
      return on({});
    }
    if (AI.test(type)) {
      this.#note(node, 'left.ai', {});
      const written: Value = { k: 'unknown', about: 'texto que a IA escrevia', named: true };
      return on({
        fields: withFields(
          way.fields,
          ['output', 'text', 'content', 'response', 'message'].map((name) => [name, written] as const),
        ),
      });
    }
    if (type === 'html' || type === 'markdown') {
      const made = parameterValue(textOf(node.parameters['html']) || textOf(node.parameters['markdown']), way.fields);
      this.#note(node, 'read.fields', {});
      return on({ fields: withFields(way.fields, [['html', made] as const, ['data', made] as const]) });
    }
    const action = actionOf(node, way.fields);
    if (action) return on(this.#act(node, action, way, hint));
    return on(this.#other(node, way, hint));
  }

  #branch(node: ForeignNode, way: Way, hint: number | undefined): (output: number) => Way | undefined {
    const { outputs, rest, about, decided } = readBranching(node, way.fields);
    if (decided) {
      this.#speaksOfDays = true;
      const days = [...new Set(outputs.slice(0, node.type === 'switch' ? undefined : 1).flatMap((set) => labelsOf(intersect(way.days, set))))];
      this.#note(node, 'read.days', { days: days.slice(0, 12).join(', ') || '-' });
    } else if (asksWhetherSent(about)) this.#note(node, 'covered.sent', {});
    else if (/email|telefone|phone|celular|whats|numero|number/i.test(about) && /empty|exists|regex|valid/i.test(about))
      this.#note(node, 'covered.contact', {});
    else if (/error|statusCode|success|erro\b/i.test(about)) this.#note(node, 'covered.failure', {});
    else if (asksWhetherPaid(about)) this.#note(node, 'covered.paid', {});
    else if (/\blength\b|Object\.keys|isEmpty|notEmpty|exists/i.test(about)) this.#note(node, 'covered.flow', {});
    else this.#note(node, 'left.condition', {});
    return (output) => {
      const days = outputs[output] ?? rest;
      const narrowed = intersect(way.days, days);
      return { ...way, days: narrowed, hint: output === 0 || node.type === 'switch' ? hint : way.hint };
    };
  }

  #wait(node: ForeignNode, way: Way): Partial<Way> {
    const days = daysWaited(node, way.fields);
    if (days === undefined) {
      this.#note(node, 'left.wait', {});
      return {};
    }
    const whole = Math.round(days);
    if (whole === 0) this.#note(node, 'covered.pause', {});
    else this.#note(node, 'read.wait', { days: whole });
    return { waited: way.waited + days };
  }

  #schedule(node: ForeignNode): void {
    const daily = dailyTime(node);
    if (daily === undefined) this.#note(node, 'left.schedule', {});
    else {
      this.#note(node, 'read.schedule', { at: daily });
      if (this.#at === undefined || daily < this.#at) this.#at = daily;
    }
  }

  #script(node: ForeignNode, way: Way): Partial<Way> {
    const source = textOf(node.parameters['jsCode']) || textOf(node.parameters['functionCode']);
    if (source === '' && (textOf(node.parameters['pythonCode']) !== '' || /python/i.test(textOf(node.parameters['language'])))) {
      this.#note(node, 'left.python', {});
      return {};
    }
    const { fields, days } = readScript(source, way.fields, way.days);
    const told = days.told && days !== way.days;
    if (told) {
      this.#speaksOfDays = true;
      this.#note(node, 'read.days', { days: labelsOf(intersect(way.days, days)).slice(0, 12).join(', ') });
    } else if ([...fields.values()].some(tellsSomething)) this.#note(node, 'read.fields', {});
    else this.#note(node, 'left.code', {});
    return { fields: withFields(way.fields, [...fields]), days: told ? intersect(way.days, days) : way.days };
  }

  #set(node: ForeignNode, fields: Fields): Fields {
    const { parameters } = node;
    const made: (readonly [string, Value])[] = [];
    for (const entry of [...listOf(at(parameters, 'assignments', 'assignments')), ...listOf(at(parameters, 'fields', 'values'))]) {
      const value = at(entry, 'value') ?? at(entry, 'stringValue') ?? at(entry, 'numberValue') ?? at(entry, 'booleanValue');
      if (textOf(at(entry, 'name')) !== '') made.push([textOf(at(entry, 'name')), parameterValue(value, fields)]);
    }
    for (const entries of Object.values(recordOf(parameters['values'])))
      for (const entry of listOf(entries))
        if (textOf(at(entry, 'name')) !== '') made.push([textOf(at(entry, 'name')), parameterValue(at(entry, 'value'), fields)]);
    if (textOf(parameters['jsonOutput']) !== '') made.push(...bodyFields({ jsonBody: parameters['jsonOutput'] }, fields));
    this.#note(node, made.length > 0 ? 'read.fields' : 'covered.flow', {});
    return withFields(fields, made);
  }

  #dateTime(node: ForeignNode, fields: Fields): Fields {
    const { parameters } = node;
    const value = (key: string): Value => parameterValue(parameters[key], fields);
    const name = (usual: string): string =>
      textOf(parameters['outputFieldName']) || textOf(at(parameters, 'options', 'outputFieldName')) || textOf(parameters['dataPropertyName']) || usual;
    const operation = textOf(parameters['operation']) || 'getCurrentDate';
    this.#note(node, 'read.fields', {});
    switch (operation) {
      case 'getTimeBetweenDates': {
        const days = daysBetween(value('endDate'), value('startDate'));
        return withFields(fields, [
          [
            name('timeDifference'),
            {
              k: 'object',
              fields: new Map([
                ['days', days],
                ['day', days],
              ]),
            },
          ],
          ['days', days],
        ]);
      }
      case 'addToDate':
      case 'subtractFromDate':
        return withFields(fields, [
          [name('newDate'), moved(value('magnitude'), value('duration'), parameters['timeUnit'] ?? 'days', operation === 'addToDate' ? 1 : -1)],
        ]);
      case 'add':
      case 'subtract':
        return withFields(fields, [[name('data'), moved(value('value'), value('duration'), parameters['timeUnit'] ?? 'days', operation === 'add' ? 1 : -1)]]);
      case 'getCurrentDate':
        if (parameters['value'] === undefined) return withFields(fields, [[name('currentDate'), { k: 'date', of: 'today', plus: 0 }]]);
        return withFields(fields, [[name('data'), value('value')]]);
      case 'formatDate':
        return withFields(fields, [[name('formattedDate'), value('date')]]);
      default:
        return fields;
    }
  }

  /** Nodes that bring rows, note something down, or are none of a cadence's business. */
  #other(node: ForeignNode, way: Way, hint: number | undefined): Partial<Way> {
    const { type, parameters } = node;
    const operation = textOf(parameters['operation']);
    const isRequest = type === 'httpRequest';
    const method = textOf(parameters['method'] ?? parameters['requestMethod']) || 'GET';
    const query = textOf(parameters['query']);
    const writes = isRequest ? !/^=?GET$/i.test(method) : WRITING.test(operation) || /^=?\s*(?:update|insert|delete|upsert)\b/i.test(query);
    if (isRequest && writes) {
      const url = textOf(parameters['url']);
      if (
        /asaas|stripe|mercadopago|pagar\.?me|pagseguro|iugu|gerencianet|efipay|efi\.com|juno|cora\.com|vindi|\/(?:payments?|charges?|boletos?|cobrancas?|pix|invoices?)\b/i.test(
          url,
        )
      )
        this.#note(node, 'left.payment-link', {});
      else this.#note(node, 'left.request', {});
      return { hint };
    }
    if (isRequest || (TABLES.test(type) && !writes) || /asaas|omie|contaazul|conta-azul|bling|superlogica|granatum/i.test(type)) {
      const days = daysFetched(node, way.fields);
      if (days?.told) {
        this.#speaksOfDays = true;
        this.#note(node, 'read.source', { days: labelsOf(days).slice(0, 12).join(', ') });
        return { days: intersect(way.days, days), hint };
      }
      this.#note(node, 'left.source', {});
      return { hint };
    }
    if (TABLES.test(type)) this.#note(node, 'covered.record', {});
    else if (PLUMBING.test(type)) this.#note(node, 'covered.flow', {});
    else this.#note(node, 'left.other', {});
    return { hint };
  }

  #act(node: ForeignNode, action: Action, way: Way, hint: number | undefined): Partial<Way> {
    if (action.does === 'unsupported') this.#note(node, 'left.channel', { channel: action.channel });
    const text = action.does === 'message' || action.does === 'unsupported' ? action.text : action.does === 'task' ? action.instructions : undefined;
    let base = way.base;
    const claimed = new Set<number>();
    for (const option of optionsOf(text)) {
      const days = intersect(way.days, option.days);
      if (isNever(days)) continue;
      const parts =
        option.value.k === 'text' ? option.value.parts : option.value.k === 'unknown' && option.value.about === '' ? undefined : partsOf(option.value);
      const said = `${parts?.map((part) => (part.k === 'words' ? part.words : ' ')).join('') ?? ''}`;
      for (const { day, open, from } of this.#daysOf(node, days, way, hint, said, base)) {
        if (from === 'guess' || from === 'words') base ??= day - Math.round(way.waited);
        // The first text that holds on a day is the one that is sent then, unless something else decides.
        if (claimed.has(day) && option.maybe !== true) continue;
        claimed.add(day);
        if (from === 'guess') this.#note(node, 'check.guessed', { day: dayLabel(day) });
        if (from === 'words') this.#note(node, 'check.from-words', { day: dayLabel(day) });
        if (open && action.does === 'message' && action.fixedRecipient === undefined) this.#note(node, 'check.open', { day: dayLabel(day) });
        if (this.#happenings.length < MOST_HAPPENINGS) this.#happenings.push({ node, action, day, parts, subject: subjectFor(action, days) });
      }
    }
    return { base };
  }

  #daysOf(
    node: ForeignNode,
    days: DaySet,
    way: Way,
    hint: number | undefined,
    said: string,
    base: number | undefined,
  ): { day: number; open: boolean; from: 'condition' | 'words' | 'wait' | 'guess' }[] {
    const waited = Math.round(way.waited);
    const named = namedDays(days);
    if (named.length > 0) return named.map(({ day, open }) => ({ day: day + waited, open: open && waited === 0, from: 'condition' }));
    const spoken =
      spokenDay(node.name) ?? spokenDay(said) ?? (waited === 0 ? (hint ?? this.#areas.find((area) => area.covers(node.position))?.day) : undefined);
    if (spoken !== undefined) {
      this.#speaksOfDays = true;
      return [{ day: spoken, open: false, from: 'words' }];
    }
    if (base !== undefined) return [{ day: base + waited, open: false, from: 'wait' }];
    const side = spokenSide(`${node.name} ${said}`);
    return [{ day: (side < 0 ? -3 : 1) + waited, open: false, from: 'guess' }];
  }

  #nameTheRest(reached: ReadonlySet<string>): void {
    const told = new Set([...this.#notes.values()].map(({ nodeName }) => nodeName));
    for (const node of this.#workflow.nodes) {
      if (node.type === 'stickyNote' || reached.has(node.name) || told.has(node.name)) continue;
      if (node.disabled) this.#note(node, 'left.disabled', {});
      else if (AI.test(node.type)) this.#note(node, 'left.ai', {});
      else this.#note(node, 'left.unreached', {});
    }
    if (this.#workflow.broken > 0) {
      const note = draftNote(this.#workflow.name || 'Workflow', 'check.broken', { count: this.#workflow.broken });
      this.#notes.set(note.message, note);
    }
  }
}

const isTrigger = (type: string): boolean => /trigger$/i.test(type) || /^(?:webhook|cron|interval|start|emailReadImap)$/.test(type);

function arrive(arriving: Map<string, Way[]>, to: string, way: Way, most: number): void {
  const ways = arriving.get(to);
  if (!ways) arriving.set(to, [way]);
  else if (ways.length < most && !ways.some((known) => isSameWay(known, way))) ways.push(way);
}

function isSameWay(a: Way, b: Way): boolean {
  return (
    a.waited === b.waited &&
    a.base === b.base &&
    a.hint === b.hint &&
    (a.fields === b.fields || sameFields(a.fields, b.fields)) &&
    keyOf(a.days) === keyOf(b.days)
  );
}

const sameFields = (a: Fields, b: Fields): boolean => a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);

const keyOf = ({ spans, told, except }: DaySet): string => `${told} ${spans.map(({ from, to }) => `${from}:${to}`).join()} ${except.join()}`;

const labelsOf = (days: DaySet): string[] => namedDays(days).map(({ day }) => dayLabel(day));

const MOST_FIELDS = 300;

function withFields(fields: Fields, made: readonly (readonly [name: string, value: Value])[]): Fields {
  if (made.length === 0) return fields;
  const next = new Map(fields);
  for (const [name, value] of made) {
    const key = wordsOf(name);
    if (key !== '' && (next.size < MOST_FIELDS || next.has(key))) next.set(key, value);
  }
  return next;
}

function tellsSomething(value: Value): boolean {
  if (value.k === 'pick') return value.options.some((option) => tellsSomething(option.value));
  if (value.k === 'object') return [...value.fields.values()].some(tellsSomething);
  return value.k === 'days' || value.k === 'date' || value.k === 'condition' || (value.k === 'text' && value.parts.length > 0);
}

/** Every way a text may come out, those without words left out where another has some. */
function optionsOf(text: Value | undefined): readonly Option[] {
  if (text === undefined) return [{ days: ANY_DAY, value: unknown() }];
  if (text.k !== 'pick') return [{ days: ANY_DAY, value: text }];
  const spoken = text.options.filter(({ value }) => plainWords(value)?.trim() !== '' && value.k !== 'unknown');
  return spoken.length > 0 ? spoken : text.options.slice(0, 1);
}

function partsOf(value: Value): readonly TextPart[] {
  if (value.k === 'field') return [{ k: 'field', path: value.path }];
  return [{ k: 'gap', about: value.k === 'unknown' ? value.about : 'texto' }];
}

function subjectFor(action: Action, days: DaySet): readonly TextPart[] | undefined {
  if (action.does !== 'message' || action.subject === undefined) return undefined;
  const options = optionsOf(action.subject);
  const fitting = options.find((option) => !isNever(intersect(option.days, days))) ?? options[0];
  return fitting?.value.k === 'text' ? fitting.value.parts : fitting ? partsOf(fitting.value) : undefined;
}
