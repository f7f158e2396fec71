import type { Block } from '../cadence/blocks.ts';
import type { CadenceDocument, N8nLink, N8nLinkEnd } from '../cadence/document.ts';
import { EVENT_KINDS } from '../cadence/document.ts';
import { freshId, idsOf } from '../cadence/operations/ids.ts';
import { blockPart } from '../cadence/n8n-parts.ts';
import { noteRole, trackRole } from '../workflow/names.ts';

type Kind = 'tier' | 'offer' | 'track' | 'step' | 'block';

interface Thing {
  readonly kind: Kind;
  /** What tells two things of one kind apart that were given the same id on two desks. */
  readonly mark: string;
}

function thingsOf(document: CadenceDocument): Map<string, Thing> {
  const things = new Map<string, Thing>();
  for (const { id, name } of document.tiers) things.set(id, { kind: 'tier', mark: name });
  for (const { id, name } of document.policies.offers) things.set(id, { kind: 'offer', mark: name });
  const block = ({ id, kind }: Block, place: string): void => void things.set(id, { kind: 'block', mark: `${kind} ${place}` });
  for (const track of document.tracks) {
    things.set(track.id, { kind: 'track', mark: track.name });
    for (const step of track.steps) {
      things.set(step.id, { kind: 'step', mark: `${track.id} ${step.day}` });
      for (const each of step.blocks) block(each, step.id);
    }
  }
  for (const event of EVENT_KINDS) for (const each of document.events[event]) block(each, event);
  return things;
}

/**
 * Two desks give new things the same next id. Those that are plainly two get two: `mine` takes a fresh one, because theirs may be running already.
 * @returns `mine` with its new ids
 */
export function separateIds(base: CadenceDocument | null, mine: CadenceDocument, theirs: CadenceDocument): CadenceDocument {
  const known = base ? thingsOf(base) : new Map<string, Thing>();
  const there = thingsOf(theirs);
  const taken = new Set([...(base ? idsOf(base) : []), ...idsOf(mine), ...idsOf(theirs)]);
  let document = mine;
  // Blocks last: where one stands is told by its step's id.
  for (const blocks of [false, true]) {
    const renamed = new Map<string, string>();
    for (const [id, thing] of thingsOf(document)) {
      const other = there.get(id);
      if (!other || (thing.kind === 'block') !== blocks) continue;
      const isOther = other.kind !== thing.kind || (base !== null && !known.has(id) && other.mark !== thing.mark);
      if (!isOther) continue;
      const fresh = freshId(taken, thing.kind);
      taken.add(fresh);
      renamed.set(id, fresh);
    }
    document = renameIds(document, renamed);
  }
  return document;
}

function renameIds(document: CadenceDocument, renamed: ReadonlyMap<string, string>): CadenceDocument {
  if (renamed.size === 0) return document;
  const of = (id: string): string => renamed.get(id) ?? id;
  const parts = new Map(
    [...renamed].flatMap(([from, to]) => [
      [blockPart(from), blockPart(to)] as const,
      [trackRole(from), trackRole(to)] as const,
      [noteRole(from), noteRole(to)] as const,
    ]),
  );
  const part = (name: string): string => parts.get(name) ?? name;
  const end = (value: N8nLinkEnd): N8nLinkEnd => ('part' in value ? { part: part(value.part) } : value);
  const links = (list: readonly N8nLink[]): N8nLink[] => list.map((link) => ({ ...link, from: end(link.from), to: end(link.to) }));
  const block = (value: Block): Block => {
    const own = { ...value, id: of(value.id) };
    if (own.kind === 'offer') return { ...own, policyId: of(own.policyId) };
    if (own.kind === 'message') return { ...own, texts: own.texts.map((text) => (text.tierId === undefined ? text : { ...text, tierId: of(text.tierId) })) };
    return own;
  };
  return {
    ...document,
    tiers: document.tiers.map((tier) => ({ ...tier, id: of(tier.id) })),
    tracks: document.tracks.map((track) => ({
      ...track,
      id: of(track.id),
      tierIds: track.tierIds.map(of),
      steps: track.steps.map((step) => ({ ...step, id: of(step.id), blocks: step.blocks.map(block) })),
    })),
    events: Object.fromEntries(EVENT_KINDS.map((event) => [event, document.events[event].map(block)])) as CadenceDocument['events'],
    policies: { ...document.policies, offers: document.policies.offers.map((offer) => ({ ...offer, id: of(offer.id), tierIds: offer.tierIds.map(of) })) },
    n8n: {
      ...document.n8n,
      nodes: Object.fromEntries(Object.entries(document.n8n.nodes).map(([name, node]) => [part(name), node])),
      links: links(document.n8n.links),
      cut: links(document.n8n.cut),
      absent: document.n8n.absent.map(part),
    },
  };
}
