import { placedBlocks, type CadenceDocument, type EventKind } from '../cadence/document.ts';
import { dayLabel } from '../cadence/labels.ts';
import { nodeNames } from '../workflow/names.ts';
import { excerpts } from './excerpt.ts';
import type { Dispute } from './referee.ts';
import { placeOfEvent, placeOfStep } from './take-apart.ts';
import { isBranch, objectOfTree, type Path, type Tree } from './tree.ts';
import { belongsToN8n, type Side } from './versions.ts';
import type { FieldName, MergeWords } from './words.ts';

/** One thing that both sides want differently, for a person to decide. */
export interface Conflict {
  /** Stable for the same three documents, whatever was chosen. */
  readonly id: string;
  /** Whose it is by nature: the cadence's content, or what n8n's user sets there. */
  readonly owner: 'cadence' | 'n8n';
  /** The place in words: track, step, block. */
  readonly where: string;
  /** What each side has, short enough to read; a longer text is cut to where they differ. */
  readonly mine: string;
  readonly theirs: string;
  /** Both sides' texts to the last letter, where it is a text that was written differently. */
  readonly texts?: Readonly<Record<Side, string>>;
  /** What is in dispute, without what each side has. */
  readonly what: string;
  /** Place and both sides in one sentence. */
  readonly sentence: string;
  /** The side that stands in the result. */
  readonly chosen: Side;
}

/** Puts a dispute into words. Names come from `mine`, and from the others where it has none. */
export function conflictOf(dispute: Dispute, documents: readonly CadenceDocument[], words: MergeWords): Conflict {
  const speaker = new Speaker(documents, words);
  const { path, id, chosen } = dispute;
  const base = { id, chosen, owner: belongsToN8n(path) ? ('n8n' as const) : ('cadence' as const) };
  if (path[0] === 'order') {
    const where = speaker.orderOf(path[1]!);
    const [mine, theirs] = [dispute.mine, dispute.theirs].map((list) => speaker.list(path[1]!, list as readonly string[])) as [string, string];
    const what = words.order(where);
    return { ...base, where, mine, theirs, what, sentence: `${what} ${words.eachHas(mine, theirs)}` };
  }
  const { where, field } = speaker.placeOf(path);
  const missing: Side | undefined = dispute.mine === undefined ? 'mine' : dispute.theirs === undefined ? 'theirs' : undefined;
  if (path[0] === 'unread') {
    const side: Side = missing === 'mine' ? 'theirs' : 'mine';
    const told = (which: Side): string => (which === side ? words.unreadable : words.changed);
    const what = words.unread(where, side);
    return { ...base, where, mine: told('mine'), theirs: told('theirs'), what, sentence: what };
  }
  if (missing !== undefined && isWhole(path)) {
    const told = (which: Side): string => (which === missing ? words.removed : words.changed);
    const what = words.removedOn(where, missing);
    return { ...base, where, mine: told('mine'), theirs: told('theirs'), what, sentence: what };
  }
  const [mine, theirs] = speaker.values(path, dispute.mine, dispute.theirs);
  const what = words.changedBoth(where, field);
  const texts = isWritten(path) ? { texts: { mine: String(dispute.mine ?? ''), theirs: String(dispute.theirs ?? '') } } : {};
  return { ...base, where, mine, theirs, ...texts, what, sentence: `${what} ${words.eachHas(mine, theirs)}` };
}

/** What is said to the debtor. */
const isWritten = (path: Path): boolean => path[0] === 'blocks' && path[3] === 'texts' && ['body', 'subject'].includes(path.at(-1)!);

/** A step, a block, a text: something of which one says that it went out, rather than that it is empty. */
const isWhole = (path: Path): boolean =>
  (path.length === 2 && !['creditor', 'schedule'].includes(path[0]!)) || (path[3] === 'texts' && path.length === 5) || path[1] === 'loose';

class Speaker {
  readonly #documents: readonly CadenceDocument[];
  readonly #words: MergeWords;

  constructor(documents: readonly CadenceDocument[], words: MergeWords) {
    this.#documents = documents;
    this.#words = words;
  }

  placeOf(path: Path): { where: string; field: string | undefined } {
    const { places, groups, channels } = this.#words;
    const [kind, id, ...rest] = path as [string, string, ...string[]];
    switch (kind) {
      case 'schedule':
        return { where: places.cadence, field: this.#field(`schedule.${id}`) };
      case 'creditor':
        return { where: places.creditor, field: this.#field(`creditor.${id}`) };
      case 'policies': {
        if (id === 'channels' && rest[0] !== undefined)
          return { where: places.channel(channels[rest[0]] ?? rest[0]), field: this.#field(`channel.${rest[1]}`) };
        const where = id === 'frequency' ? places.frequency : places.rules(groups[id as keyof typeof groups] ?? id);
        return { where, field: this.#field(`${id}.${rest[0]}`) };
      }
      case 'tiers':
        return { where: places.tier(this.#name('tiers', id)), field: this.#field(`tier.${rest[0]}`) };
      case 'offers':
        return { where: places.offer(this.#name('offers', id)), field: this.#field(`offer.${rest[0]}`) };
      case 'tracks':
        return { where: places.track(this.#name('tracks', id)), field: this.#field(`track.${rest[0]}`) };
      case 'steps':
        return { where: this.#step(id), field: this.#field(`step.${rest[0]}`) };
      case 'blocks':
        return this.#blockField(id, rest);
      case 'n8n':
        return this.#n8nField(id, rest);
      case 'unread':
        return { where: places.node(this.#nodeName(id)), field: undefined };
      default:
        return { where: places.cadence, field: this.#field(`cadence.${kind}`) ?? kind };
    }
  }

  #field(name: string): string | undefined {
    return this.#words.fields[name as FieldName];
  }

  #name(kind: 'tiers' | 'offers' | 'tracks', id: string): string {
    for (const document of this.#documents) {
      const list: readonly { readonly id: string; readonly name: string }[] = kind === 'offers' ? document.policies.offers : document[kind];
      const found = list.find((item) => item.id === id);
      if (found) return found.name;
    }
    return id;
  }

  #step(id: string): string {
    for (const document of this.#documents) {
      for (const track of document.tracks) {
        const step = track.steps.find((candidate) => candidate.id === id);
        if (step) return this.#words.places.step(step.name, dayLabel(step.day), this.#trackName(track.name));
      }
    }
    return id;
  }

  /** Only where there are several is it worth telling which. */
  #trackName(name: string): string | undefined {
    return this.#documents.some(({ tracks }) => tracks.length > 1) ? name : undefined;
  }

  #block(id: string): string {
    for (const document of this.#documents) {
      for (const place of placedBlocks(document)) {
        if (place.block.id !== id) continue;
        const { block, place: where } = this.#words.differences;
        return this.#words.places.block(block(place.block), where(place), place.track && this.#trackName(place.track.name));
      }
    }
    return id;
  }

  #blockField(id: string, [field, inner, key, last]: readonly string[]): { where: string; field: string | undefined } {
    const where = this.#block(id);
    if (field !== 'body') return { where, field: field === undefined ? undefined : this.#field(`block.${field}`) };
    if (inner === 'texts' && key !== undefined)
      return { where: `${where}, ${this.#text(key)}`, field: last === undefined ? undefined : this.#field(`text.${last}`) };
    if (inner === 'node') return { where, field: key === 'credentials' ? this.#field('node.credentials') : (last ?? key) };
    return { where, field: inner === undefined ? undefined : this.#field(`block.${inner}`) };
  }

  #text(key: string): string {
    const [channel, tier, reason] = key.split(' ') as [string, string, string];
    const { anyChannel, channels, text } = this.#words;
    return text(
      channel === 'any' ? anyChannel : (channels[channel] ?? channel),
      tier === '' ? undefined : this.#name('tiers', tier),
      reason.replace(/#\d+$/, '') !== '',
    );
  }

  #n8nField(kind: string, [name, field, key, last]: readonly string[]): { where: string; field: string | undefined } {
    const { places } = this.#words;
    if (kind === 'settings') return { where: places.settings, field: name };
    if (kind === 'loose') return { where: places.node(name!), field: field === 'credentials' ? this.#field('node.credentials') : (key ?? field) };
    if (kind !== 'nodes') return { where: places.connections, field: undefined };
    const isCredential = key === 'credentials';
    return {
      where: places.node(this.#nodeName(name!)),
      field: isCredential ? this.#field('node.credentials') : (last ?? this.#field(`node.${key ?? field}`) ?? key),
    };
  }

  #nodeName(part: string): string {
    for (const document of this.#documents) {
      const name = nodeNames(document).get(part);
      if (name !== undefined) return name;
    }
    return part;
  }

  orderOf(list: string): string {
    const { orderOf, differences } = this.#words;
    if (list === 'tiers' || list === 'offers' || list === 'tracks') return orderOf[list];
    const place = list.slice('blocks '.length);
    const event = place.startsWith(placeOfEvent('')) ? (place.slice(placeOfEvent('').length) as EventKind) : undefined;
    return orderOf.blocks(event ? differences.place({ event }) : this.#step(place.slice(placeOfStep('').length)));
  }

  list(kind: string, keys: readonly string[]): string {
    const of = (key: string): string => {
      if (kind === 'tiers' || kind === 'offers' || kind === 'tracks') return this.#name(kind, key);
      for (const document of this.#documents) for (const { block } of placedBlocks(document)) if (block.id === key) return this.#words.differences.block(block);
      return key;
    };
    return keys.map(of).join(', ');
  }

  values(path: Path, mine: Tree, theirs: Tree): readonly [string, string] {
    if (typeof mine === 'string' && typeof theirs === 'string' && !this.#isNamed(path)) {
      const [m, t] = excerpts(mine, theirs);
      return [m === '' ? this.#words.nothing : this.#words.quoted(m), t === '' ? this.#words.nothing : this.#words.quoted(t)];
    }
    return [this.#value(path, mine), this.#value(path, theirs)];
  }

  #isNamed(path: Path): boolean {
    return ['place', 'track', 'channel', 'purpose', 'policyId'].includes(path.at(-1)!) && ['blocks', 'steps'].includes(path[0]!);
  }

  #value(path: Path, value: Tree): string {
    const words = this.#words;
    const field = path.at(-1)!;
    if (field === 'disabled') return value === true ? words.yes : words.no;
    if (value === undefined || value === '') return words.nothing;
    if (typeof value === 'boolean') return value ? words.yes : words.no;
    if (typeof value === 'number') return field === 'day' ? dayLabel(value) : field.endsWith('Cents') ? words.money(value) : String(value);
    if (isBranch(value)) return this.#short(JSON.stringify(objectOfTree(value)));
    if (Array.isArray(value)) {
      const items = value.map((item) => this.#item(path, item));
      return items.length === 0 ? words.nobody : this.#short(items.join(', '));
    }
    if (typeof value === 'string') return this.#isNamed(path) ? this.#named(path, value) : words.quoted(this.#short(value));
    const name = (value as { name?: unknown }).name;
    return this.#short(typeof name === 'string' ? name : JSON.stringify(value));
  }

  #item(path: Path, item: unknown): string {
    if (path[0] === 'tiers' && path.at(-1) === 'tracks') return this.#name('tracks', String(item));
    if (path.at(-1) === 'tierIds') return this.#name('tiers', String(item));
    if (typeof item === 'string') return this.#words.channels[item] ?? item;
    return Array.isArray(item) ? item.join('–') : typeof item === 'object' ? JSON.stringify(item) : String(item);
  }

  #named(path: Path, value: string): string {
    const { channels, purposes, chosenChannel, differences } = this.#words;
    switch (path.at(-1)) {
      case 'place':
        return value.startsWith(placeOfStep(''))
          ? this.#step(value.slice(placeOfStep('').length))
          : differences.place({ event: value.slice(placeOfEvent('').length) as EventKind });
      case 'track':
        return this.#name('tracks', value);
      case 'policyId':
        return this.#name('offers', value);
      case 'purpose':
        return purposes[value] ?? value;
      default:
        return value === 'chosen' ? chosenChannel : (channels[value] ?? value);
    }
  }

  #short(text: string): string {
    return excerpts(text, '')[0];
  }
}
