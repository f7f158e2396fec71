import fc from 'fast-check';
import { BLOCKS, isOptional, TIER_RULE_FIELDS, type DefinedKind, type Field, type Fields } from '../cadence/definitions/index.ts';
import { cadenceSchema, CREDITOR_KINDS, EVENT_KINDS, type Block, type CadenceDocument } from '../cadence/index.ts';

const word = fc.stringMatching(/^[A-Za-zÀ-ú][A-Za-zÀ-ú0-9 ]{0,18}[a-z]$/);
const text = fc.stringMatching(/^[A-Za-zÀ-ú0-9 ,.!?{}\n-]{1,60}$/);
const percent = fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100);
const opt = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });

/** Ids that a file may bring: what every object inherits, and what a workflow calls parts that are no block. */
const AWKWARD_IDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__', 'trigger', 'lookup', 'tier', 'schedule'];
/** The same as names of nodes and of parameters, where anything goes. */
export const AWKWARD_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'valueOf',
  'get',
  'Eventos da régua',
  'Casos do dia',
  'Faixa do cliente (2)',
  '="{{ 1 }}"',
];

type Draft = Record<string, unknown>;
const clean = (draft: Draft): Draft => Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));

/** Whatever a field may hold, in the form that is read back: an absent value is absent, not empty. */
function arbitraryField(field: Field): fc.Arbitrary<unknown> {
  const value = arbitraryValue(field);
  return isOptional(field) ? opt(value) : value;
}

function arbitraryValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'text': {
      const some = field.rows === undefined ? word : text;
      return field.minLength === undefined && !isOptional(field) ? fc.oneof(fc.constant(''), some) : some;
    }
    case 'id':
      return fc.constantFrom('ouro', 'oferta', 'outra');
    case 'number':
      return fc.integer({ min: field.min, max: field.max ?? 100_000 });
    case 'money':
      return fc.integer({ min: isOptional(field) ? 1 : (field.min ?? 0), max: field.max ?? 100_000_00 });
    case 'toggle':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options.map((option) => option.value));
    case 'list':
      return fc.uniqueArray(fc.constantFrom(...field.options.map((option) => option.value)), { minLength: field.min ?? 0 });
    case 'rows':
      return fc.array(arbitraryFields(field.fields), { minLength: field.min ?? 0, maxLength: 3 });
    default:
      return field satisfies never;
  }
}

function arbitraryFields(fields: Fields): fc.Arbitrary<Draft> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, arbitraryField(field)]))).map(clean);
}

const blockDraft: fc.Arbitrary<Draft> = fc
  .oneof(
    ...(Object.keys(BLOCKS) as DefinedKind[]).map((kind) => arbitraryFields(BLOCKS[kind].fields).map((fields): Draft => ({ kind, ...fields }))),
    fc.record({
      kind: fc.constant('custom'),
      node: fc.record({
        type: fc.constantFrom('n8n-nodes-base.slack', 'n8n-nodes-base.if', 'n8n-nodes-base.set'),
        typeVersion: fc.constantFrom(1, 2.2),
        parameters: fc.dictionary(
          fc.oneof({ weight: 4, arbitrary: fc.stringMatching(/^[a-z]{1,8}$/) }, { weight: 1, arbitrary: fc.constantFrom(...AWKWARD_NAMES) }),
          fc.oneof(text, fc.integer(), fc.boolean(), fc.constant({ constructor: { name: 'x' } })),
        ),
      }),
    }),
  )
  .chain((draft) =>
    fc
      .record({ note: opt(text), disabled: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(true) }) })
      .map(({ note, disabled }) => clean({ ...draft, note: draft['kind'] === 'custom' ? undefined : note, disabled })),
  );

const blocks = fc.array(blockDraft, { maxLength: 4 });

const tierRule = arbitraryFields(TIER_RULE_FIELDS);

const offer = fc
  .record({
    name: word,
    fromDay: fc.nat(100),
    toDay: opt(fc.nat(500)),
    discount: fc.record({ principal: percent, fine: percent, interest: percent, correction: percent }),
    maxInstallments: fc.integer({ min: 1, max: 60 }),
    monthlyRatePercent: percent,
    validityDays: fc.integer({ min: 0, max: 90 }),
  })
  .map((draft) => clean({ id: 'oferta', ...draft }));

/**
 * Any cadence that the schema accepts and that is written in its normal form: steps by day, one a day,
 * a track's tiers in the order of the tiers, each tier in one track.
 */
export const arbitraryCadence: fc.Arbitrary<CadenceDocument> = fc
  .record({
    id: fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/),
    name: word,
    description: fc.oneof(fc.constant(''), text),
    creditor: fc.record({
      name: word,
      uf: fc.constantFrom('SP', 'AC', 'BA'),
      kind: fc.constantFrom(...CREDITOR_KINDS),
      paymentUrl: fc.constantFrom('', 'https://pague.example/{{caseId}}'),
    }),
    at: fc.record({ hour: fc.nat(23), minute: fc.nat(59) }),
    portfolio: fc.oneof({ weight: 1, arbitrary: fc.constantFrom('', 'principal') }, { weight: 3, arbitrary: word }),
    frequency: fc.record({ perDay: fc.integer({ min: 1, max: 10 }), perSevenDays: fc.integer({ min: 1, max: 50 }) }),
    offers: fc.oneof(
      fc.constant([]),
      offer.map((one) => [one]),
    ),
    lateEntry: fc.constantFrom('latest-step', 'first-step'),
    cityHolidays: fc.array(fc.record({ uf: fc.constantFrom('SP', 'AC', 'BA'), city: word, on: fc.constantFrom('01-25', '02-29', '2026-09-08'), name: word }), {
      maxLength: 3,
    }),
    payment: fc.record({ toleranceCents: fc.integer({ min: 0, max: 10_000 }), messageStandsBusinessDays: fc.integer({ min: 0, max: 10 }) }),
    tiers: fc.array(fc.record({ name: word, description: fc.oneof(fc.constant(''), text), rule: tierRule }), { minLength: 1, maxLength: 4 }),
    tracks: fc.array(
      fc.record({
        name: word,
        owner: fc.nat(4),
        steps: fc.uniqueArray(fc.record({ day: fc.integer({ min: -60, max: 2000 }), name: word, blocks }), { selector: (step) => step.day, maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    awkwardIds: fc.uniqueArray(fc.constantFrom(...AWKWARD_IDS)),
    awkwardNames: fc.uniqueArray(fc.constantFrom(...AWKWARD_NAMES)),
    awkwardEvery: fc.integer({ min: 1, max: 9 }),
    loose: fc.array(
      fc.record({ type: fc.constantFrom('main', 'get', '__proto__', 'ai_tool'), output: fc.nat(2), to: fc.constantFrom('lookup', 'tier', undefined) }),
      { maxLength: 3 },
    ),
    events: fc.record(
      Object.fromEntries(EVENT_KINDS.map((event) => [event, fc.oneof({ weight: 3, arbitrary: fc.constant([] as Draft[]) }, { weight: 1, arbitrary: blocks })])),
    ),
  })
  .map(({ at, frequency, offers, lateEntry, cityHolidays, payment, awkwardIds, awkwardNames, awkwardEvery, loose, ...rest }) => {
    let n = 0;
    let asked = 0;
    /** Now and then the next awkward one, each once. */
    const orAwkward = (usual: string, awkward: string[]): string => (asked++ % awkwardEvery === 0 ? awkward.pop() : undefined) ?? usual;
    const ids = [...awkwardIds];
    const names = [...awkwardNames];
    const withIds = (drafts: Draft[]): Block[] =>
      drafts.map((draft) => {
        const id = orAwkward(`b${++n}`, ids);
        return { id, ...draft, ...(draft['kind'] === 'custom' ? { label: orAwkward(`Nó ${n}`, names) } : {}) } as unknown as Block;
      });
    const looseNodes = loose.map((_, index) => ({
      id: `x${index}`,
      name: orAwkward(`Solto ${index}`, names),
      type: 'n8n-nodes-base.noOp',
      typeVersion: 1,
      position: [index * 16, -800],
      parameters: {},
    }));
    const links = loose.map(({ type, output, to }, index) => ({
      from: { node: looseNodes[index]!.name },
      output,
      type,
      to: to === undefined ? { node: looseNodes[0]!.name } : { part: to },
      input: 0,
      inputType: type,
    }));
    const tiers = rest.tiers.map((tier, index) => ({ id: orAwkward(`t${index}`, ids), ...tier }));
    return cadenceSchema.parse({
      schemaVersion: 2,
      ...rest,
      schedule: { at: `${String(at.hour).padStart(2, '0')}:${String(at.minute).padStart(2, '0')}` },
      policies: { frequency, offers, lateEntry, cityHolidays, payment },
      tiers,
      tracks: rest.tracks.map(({ owner: _owner, ...track }, index) => ({
        id: orAwkward(`k${index}`, ids),
        name: track.name,
        tierIds: tiers.filter((_, tier) => rest.tracks.findIndex((other) => other.owner % tiers.length === tier) === index).map((tier) => tier.id),
        steps: [...track.steps]
          .sort((a, b) => a.day - b.day)
          .map((step) => ({ id: orAwkward(`s${++n}`, ids), ...step, blocks: withIds(step.blocks as Draft[]) })),
      })),
      events: Object.fromEntries(EVENT_KINDS.map((event) => [event, withIds((rest.events as Record<string, Draft[]>)[event] ?? [])])),
      n8n: { loose: looseNodes, links },
    });
  });
