import { sameJson } from '../../json/same-json.ts';
import { formatMoney } from '../../money.ts';
import type { Block, CustomBlock } from '../blocks.ts';
import { clockOf } from '../clock.ts';
import { BLOCKS } from '../definitions/blocks.ts';
import type { Field, Fields } from '../definitions/field.ts';
import type { AnyWords } from '../definitions/words.ts';
import type { CadenceDocument, Step, Track } from '../document.ts';
import { placedBlocks } from '../document.ts';
import type { Policies, Tier } from '../policies.ts';
import { PORTUGUESE_DIFFERENCES, type Clause, type WhereBlock, type DifferenceWords } from './words.ts';

export type { WhereBlock, DifferenceWords } from './words.ts';

/** One difference between two versions, in a manager's words. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly sentence: string;
  /** The block, step, track or tier it is about; what was removed has its id in the older version only. */
  readonly id?: string;
}

/**
 * What changed from `before` to `after`, as sentences: "D+5: a mensagem passou de E-mail para WhatsApp".
 * Parts are recognised by id, so that a moved step is a move and not a removal with an addition. Canvas details of n8n are left out.
 */
export function compareCadences(before: CadenceDocument, after: CadenceDocument, words: DifferenceWords = PORTUGUESE_DIFFERENCES): Difference[] {
  return [
    ...identity(before, after, words),
    ...policies(before.policies, after.policies, words),
    ...tiers(before, after, words),
    ...tracks(before, after, words),
    ...steps(before, after, words),
    ...blocks(before, after, words),
  ];
}

function* identity(before: CadenceDocument, after: CadenceDocument, words: DifferenceWords): Generator<Difference> {
  if (before.name !== after.name) yield changed(words.renamed(after.name));
  if (before.description !== after.description) yield changed(words.description);
  const [clock, newClock] = [clockOf(before), clockOf(after)];
  if (!sameJson(clock, newClock)) yield changed(words.schedule(clock, newClock));
  if (!sameJson(before.creditor, after.creditor)) yield changed(words.creditor);
  if (before.portfolio !== after.portfolio) yield changed(words.portfolio(before.portfolio, after.portfolio));
}

function* policies(before: Policies, after: Policies, words: DifferenceWords): Generator<Difference> {
  for (const key of Object.keys(after) as (keyof Policies)[]) {
    if (sameJson(before[key], after[key])) continue;
    yield changed(key === 'frequency' ? words.frequency(before.frequency, after.frequency) : words.policies[key]);
  }
}

function* tiers(before: CadenceDocument, after: CadenceDocument, words: DifferenceWords): Generator<Difference> {
  for (const tier of after.tiers) {
    const old = before.tiers.find(({ id }) => id === tier.id);
    if (!old) yield { kind: 'added', sentence: words.tierAdded(tier.name), id: tier.id };
    else {
      if (old.name !== tier.name) yield changed(words.tierRenamed(old.name, tier.name), tier.id);
      if (!sameJson(old.rule, tier.rule)) yield changed(words.tierRule(tier.name), tier.id);
    }
  }
  for (const tier of before.tiers)
    if (!after.tiers.some(({ id }) => id === tier.id)) yield { kind: 'removed', sentence: words.tierRemoved(tier.name), id: tier.id };
  const order = (document: CadenceDocument, other: CadenceDocument): string[] =>
    document.tiers.map(({ id }) => id).filter((id) => other.tiers.some((tier) => tier.id === id));
  if (!sameJson(order(before, after), order(after, before))) yield { kind: 'moved', sentence: words.tierOrder };
}

function* tracks(before: CadenceDocument, after: CadenceDocument, words: DifferenceWords): Generator<Difference> {
  // The order in which a track names its tiers means nothing: they are told, and compared, in the order of the tiers.
  const served = (document: CadenceDocument, track: Track): Tier[] => document.tiers.filter(({ id }) => track.tierIds.includes(id));
  const names = (document: CadenceDocument, track: Track): string =>
    served(document, track)
      .map(({ name }) => name)
      .join(', ') || words.nobody;
  const ids = (document: CadenceDocument, track: Track): string[] =>
    served(document, track)
      .map(({ id }) => id)
      .sort();
  for (const track of after.tracks) {
    const old = before.tracks.find(({ id }) => id === track.id);
    if (!old) yield { kind: 'added', sentence: words.trackAdded(track.name), id: track.id };
    else {
      if (old.name !== track.name) yield changed(words.trackRenamed(old.name, track.name), track.id);
      if (!sameJson(ids(before, old), ids(after, track))) yield changed(words.trackServes(track.name, names(before, old), names(after, track)), track.id);
    }
  }
  for (const track of before.tracks)
    if (!after.tracks.some(({ id }) => id === track.id)) yield { kind: 'removed', sentence: words.trackRemoved(track.name), id: track.id };
}

function* steps(before: CadenceDocument, after: CadenceDocument, words: DifferenceWords): Generator<Difference> {
  const olds = stepsById(before);
  const news = stepsById(after);
  for (const [id, { step, track }] of news) {
    const old = olds.get(id);
    if (!old) yield { kind: 'added', sentence: words.stepAdded(step, trackName(after, track)), id };
    else {
      if (old.step.day !== step.day) yield { kind: 'moved', sentence: words.stepMoved(step, old.step.day), id };
      if (old.track.id !== track.id) yield { kind: 'moved', sentence: words.stepChangedTrack(step, old.track.name, track.name), id };
      if (old.step.name !== step.name) yield changed(words.stepRenamed(step, old.step.name), id);
    }
  }
  for (const [id, { step, track }] of olds) if (!news.has(id)) yield { kind: 'removed', sentence: words.stepRemoved(step, trackName(before, track)), id };
}

function stepsById(document: CadenceDocument): Map<string, { step: Step; track: Track }> {
  return new Map(document.tracks.flatMap((track) => track.steps.map((step) => [step.id, { step, track }] as const)));
}

/** Only where there are several is it worth telling which. */
const trackName = (document: CadenceDocument, track: Track): string | undefined => (document.tracks.length > 1 ? track.name : undefined);

interface Placed extends WhereBlock {
  readonly block: Block;
}

function* blocks(before: CadenceDocument, after: CadenceDocument, words: DifferenceWords): Generator<Difference> {
  const olds = new Map<string, Placed>([...placedBlocks(before)].map((place) => [place.block.id, place]));
  const news = new Map<string, Placed>([...placedBlocks(after)].map((place) => [place.block.id, place]));
  const oldSteps = stepsById(before);
  const newSteps = stepsById(after);
  for (const [id, place] of news) {
    const old = olds.get(id);
    if (!old) {
      // A new step is told whole.
      if (place.event !== undefined || oldSteps.has(place.step!.id)) yield { kind: 'added', sentence: words.blockAdded(place, place.block), id };
      continue;
    }
    if (old.step?.id !== place.step?.id || old.event !== place.event) yield { kind: 'moved', sentence: words.blockMoved(place.block, old, place), id };
    yield* blockChanges(old.block, place.block, place, words);
  }
  for (const [id, place] of olds) {
    if (!news.has(id) && (place.event !== undefined || newSteps.has(place.step!.id)))
      yield { kind: 'removed', sentence: words.blockRemoved(place, place.block), id };
  }
}

type OwnBlock = Exclude<Block, CustomBlock>;

function* blockChanges(old: Block, block: Block, place: WhereBlock, words: DifferenceWords): Generator<Difference> {
  if (old.kind !== block.kind) {
    yield changed(words.blockBecame(place, old, block), block.id);
    return;
  }
  if (sameJson(old, block)) return;
  const told = old.kind === 'custom' || block.kind === 'custom' ? [] : fieldChanges(old, block, words);
  if (old.disabled !== block.disabled) told.push(words.switched(block));
  if (told.length === 0) told.push(words.blockChanged(block));
  for (const clause of told) yield changed(words.at(place, clause), block.id);
}

/** Every field that differs, in the order of the definition: in a sentence of its own where there is one, else by its name. */
function fieldChanges(old: OwnBlock, block: OwnBlock, words: DifferenceWords): string[] {
  const fields: Fields = BLOCKS[block.kind].fields;
  const names = words.fields[block.kind] as Readonly<Record<string, AnyWords>>;
  const clauses = (words.clauses[block.kind] ?? {}) as Readonly<Record<string, Clause>>;
  return Object.entries(fields).flatMap(([name, field]) => {
    const [before, after] = [old, block].map((one) => (one as Readonly<Record<string, unknown>>)[name]);
    if (sameJson(before, after)) return [];
    const clause = clauses[name];
    if (clause) return [clause(before as never, after as never, block)];
    return [words.fieldChanged(block, names[name]!.label, shortly(field, names[name]!, before, words), shortly(field, names[name]!, after, words))];
  });
}

/** A value as a sentence may hold it; undefined for what is too long to be told. */
function shortly(field: Field, { options, absent }: AnyWords, value: unknown, words: DifferenceWords): string | undefined {
  if (value === undefined || value === '') return absent ?? words.nothing;
  switch (field.kind) {
    case 'text':
      return field.rows === undefined && String(value).length <= 60 ? String(value) : undefined;
    case 'id':
      return String(value);
    case 'number':
      return `${String(value)}${field.unit === undefined ? '' : ` ${field.unit}`}`;
    case 'money':
      return formatMoney(value as number);
    case 'toggle':
      return value === true ? words.yes : words.no;
    case 'choice':
      return options?.[String(value)] ?? String(value);
    case 'list':
      return (value as readonly string[]).map((one) => options?.[one] ?? one).join(', ');
    case 'rows':
      return undefined;
    default:
      return field satisfies never;
  }
}

function changed(sentence: string, id?: string): Difference {
  return { kind: 'changed', sentence, ...(id === undefined ? {} : { id }) };
}
