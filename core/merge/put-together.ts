import type { Block, MessageText } from '../cadence/blocks.ts';
import { cadenceSchema, EVENT_KINDS, placedBlocks, SCHEMA_VERSION, type CadenceDocument, type N8nLink, type Step } from '../cadence/document.ts';
import { blockPart } from '../cadence/n8n-parts.ts';
import { freshId, idsOf } from '../cadence/operations/ids.ts';
import { noteRole, ROLES, trackRole } from '../workflow/names.ts';
import { numberOutput, type NamedLink } from './links.ts';
import { mergeOrder } from './order.ts';
import type { Referee } from './referee.ts';
import { LISTS_OF_RULES, placeOfEvent, placeOfStep } from './take-apart.ts';
import { branchAt, isBranch, objectOfTree, treeAt, withTree, type Branch, type Path } from './tree.ts';
import type { Versions } from './versions.ts';

/** Lists whose order a manager decides on; the order of the others means nothing, or follows from something else. */
const ASKED = /^(?:tiers|offers|tracks|blocks .*)$/;

/**
 * The merged parts as a cadence that is whole: nothing stands where nothing is, nothing refers to what is gone, and at least one tier, one track
 * and one text of each message remain, whatever was chosen.
 * @param versions as they were before deletions were settled
 */
export function putTogether(merged: Branch, versions: Versions, referee: Referee): CadenceDocument {
  const tree = withHolders(merged, versions);
  const order = orderOf(versions, referee);
  const children = (kind: 'steps' | 'blocks', field: string, value: string): string[] =>
    [...branchAt(tree, kind)].flatMap(([id, fields]) => (treeAt(fields, [field]) === value ? [id] : []));

  const tiers = order('tiers', branchAt(tree, 'tiers').keys()).map((id) => {
    const { tracks: _tracks, ...tier } = objectOfTree(branchAt(tree, 'tiers', id));
    return { id, ...tier };
  });
  const tierIds = new Set(tiers.map(({ id }) => id));
  const offers = keptOffers(tree, versions);
  const blocksAt = (place: string): Block[] => order(`blocks ${place}`, children('blocks', 'place', place)).map((id) => block(id));

  const block = (id: string): Block => {
    const { place: _place, body, ...rest } = objectOfTree(branchAt(tree, 'blocks', id));
    const own = { id, ...rest, ...(body as object) } as Record<string, unknown>;
    if (own['kind'] === 'message') own['texts'] = textsOf(id);
    if (own['kind'] === 'offer' && offers.size > 0 && !offers.has(String(own['policyId'])) && wasThere(versions, 'offers', String(own['policyId'])))
      own['policyId'] = [...offers.keys()][0];
    return own as unknown as Block;
  };
  const textsOf = (id: string): MessageText[] => {
    const texts = branchAt(tree, 'blocks', id, 'body', 'texts');
    const list = order(`texts ${id}`, texts.keys()).map((key) => objectOfTree(texts.get(key) as Branch) as unknown as MessageText);
    const live = list.filter(({ tierId }) => tierId === undefined || tierIds.has(tierId) || !wasThere(versions, 'tiers', tierId));
    return live.length > 0 ? live : list;
  };

  const tracks = order('tracks', branchAt(tree, 'tracks').keys()).map((id) => {
    const served = tiers.flatMap((tier) => ((treeAt(tree, ['tiers', tier.id, 'tracks']) as string[]).includes(id) ? [tier.id] : []));
    const steps = order(`steps ${id}`, children('steps', 'track', id)).map((stepId): Step => {
      const { track: _track, ...step } = objectOfTree(branchAt(tree, 'steps', stepId));
      return { id: stepId, ...step, blocks: blocksAt(placeOfStep(stepId)) } as Step;
    });
    const byDay = steps.sort((a, b) => a.day - b.day);
    return { id, ...objectOfTree(branchAt(tree, 'tracks', id)), tierIds: served, steps: joinDays(byDay, versions) };
  });

  const { tiers: _tiers, offers: _offers, tracks: _tracks, steps: _steps, blocks: _blocks, policies, n8n, ...fields } = Object.fromEntries(tree);
  const lists = LISTS_OF_RULES.reduce((rules, { path }) => {
    const items = branchAt(rules, ...path);
    return withTree(
      rules,
      path,
      order(path.join('.'), items.keys()).map((key) => plain(items.get(key))),
    );
  }, policies as Branch);
  const draft = cadenceSchema.parse({
    ...objectOfTree(new Map(Object.entries(fields))),
    schemaVersion: SCHEMA_VERSION,
    tiers,
    tracks,
    events: Object.fromEntries(EVENT_KINDS.map((event) => [event, blocksAt(placeOfEvent(event))])),
    policies: {
      ...objectOfTree(lists),
      offers: order('offers', offers.keys()).map((id) => {
        const offer = objectOfTree(offers.get(id)!);
        return { id, ...offer, tierIds: (offer['tierIds'] as string[]).filter((tier) => tierIds.has(tier) || !wasThere(versions, 'tiers', tier)) };
      }),
    },
  });
  const document = withUniqueIds(draft);
  return cadenceSchema.parse({ ...document, n8n: extras(n8n as Branch, document, order) });
}

const plain = (tree: unknown): unknown => (isBranch(tree) ? objectOfTree(tree) : tree);

type Order = (list: string, members: Iterable<string>) => readonly string[];

function orderOf(versions: Versions, referee: Referee): Order {
  return (list, members) => {
    const present = new Set(members);
    const [base, mine, theirs] = (['base', 'mine', 'theirs'] as const).map((which) => versions[which].orders.get(list) ?? []) as [string[], string[], string[]];
    const asked = ASKED.test(list);
    // Where nobody asks, the same side wins from whichever side one looks.
    const merged = mergeOrder({ base, mine, theirs }, present, JSON.stringify(mine) < JSON.stringify(theirs) ? 'mine' : 'theirs');
    if (!asked || !merged.conflict) return withStrays(merged.order, present);
    const shown = (side: readonly string[]): string[] => side.filter((key) => present.has(key));
    return withStrays(mergeOrder({ base, mine, theirs }, present, referee.settle(['order', list], shown(mine), shown(theirs))).order, present);
  };
}

function withStrays(order: readonly string[], members: ReadonlySet<string>): readonly string[] {
  const placed = new Set(order);
  return [...order, ...[...members].filter((key) => !placed.has(key))];
}

const wasThere = (versions: Versions, kind: string, id: string): boolean =>
  (['base', 'mine', 'theirs'] as const).some((which) => branchAt(versions[which].tree, kind).has(id));

/** Steps and tracks that something still stands in, and the last tier and track, are there. */
function withHolders(merged: Branch, versions: Versions): Branch {
  let tree = merged;
  const putBack = (kind: string, id: string): void => {
    for (const which of ['mine', 'theirs', 'base'] as const) {
      const found = treeAt(versions[which].tree, [kind, id]);
      if (isBranch(found) && !branchAt(tree, kind).has(id)) tree = withTree(tree, [kind, id], found);
    }
  };
  for (const fields of branchAt(tree, 'blocks').values()) {
    const place = String(treeAt(fields, ['place']));
    if (place.startsWith(placeOfStep(''))) putBack('steps', place.slice(placeOfStep('').length));
  }
  for (const fields of branchAt(tree, 'steps').values()) putBack('tracks', String(treeAt(fields, ['track'])));
  for (const kind of ['tiers', 'tracks']) {
    if (branchAt(tree, kind).size > 0) continue;
    // Each side kept another one: neither deletion was meant to leave nothing.
    for (const side of ['mine', 'theirs'] as const) for (const id of branchAt(versions[side].tree, kind).keys()) putBack(kind, id);
  }
  for (const [id, fields] of branchAt(tree, 'blocks')) {
    const path: Path = ['blocks', id, 'body', 'texts'];
    if (treeAt(fields, ['body', 'kind']) !== 'message' || branchAt(tree, ...path).size > 0) continue;
    const texts = [versions.mine, versions.theirs].map((version) => branchAt(version.tree, ...path)).find(({ size }) => size > 0);
    if (texts) tree = withTree(tree, path, texts);
  }
  return tree;
}

/** The last policy that an offer block still asks for stays: without any, the block would offer nothing. */
function keptOffers(tree: Branch, versions: Versions): Map<string, Branch> {
  const offers = new Map(branchAt(tree, 'offers') as ReadonlyMap<string, Branch>);
  if (offers.size > 0) return offers;
  for (const fields of branchAt(tree, 'blocks').values()) {
    const wanted = treeAt(fields, ['body', 'policyId']);
    if (typeof wanted !== 'string') continue;
    const users = (['mine', 'theirs'] as const).filter(
      (side) => !branchAt(versions[side].tree, 'offers').has(wanted) && usesPolicy(versions[side].tree, wanted),
    );
    const found = (['mine', 'theirs', 'base'] as const).map((which) => treeAt(versions[which].tree, ['offers', wanted])).find(isBranch);
    // A side that used it without having it lives with that.
    if (found && users.length === 0) offers.set(wanted, found);
  }
  return offers;
}

const usesPolicy = (tree: Branch, id: string): boolean => [...branchAt(tree, 'blocks').values()].some((fields) => treeAt(fields, ['body', 'policyId']) === id);

/** A day has one step. Two that came to the same day from different sides are one, under the id that runs may know already. */
function joinDays(steps: readonly Step[], versions: Versions): Step[] {
  const joined: Step[] = [];
  for (const step of steps) {
    const host = joined.find((other) => other.day === step.day && !stoodTogether(other.id, step.id, step.day, versions));
    if (!host) {
      joined.push(step);
      continue;
    }
    const [first, second] = rank(host.id, versions) <= rank(step.id, versions) ? [host, step] : [step, host];
    joined[joined.indexOf(host)] = { ...first, blocks: [...first.blocks, ...second.blocks] };
  }
  return joined;
}

function stoodTogether(one: string, other: string, day: number, versions: Versions): boolean {
  return (['mine', 'theirs'] as const).some((side) => [one, other].every((id) => treeAt(versions[side].tree, ['steps', id, 'day']) === day));
}

function rank(id: string, versions: Versions): number {
  return (['base', 'theirs', 'mine'] as const).findIndex((which) => branchAt(versions[which].tree, 'steps').has(id));
}

/** An id that one side freed and gave to something else may have been kept by the other: the later of the two takes a fresh one. */
function withUniqueIds(document: CadenceDocument): CadenceDocument {
  const taken = idsOf(document);
  const seen = new Set<string>();
  const own = <T extends { readonly id: string }>(item: T, prefix: string): T => {
    if (!seen.has(item.id)) {
      seen.add(item.id);
      return item;
    }
    const id = freshId(taken, prefix);
    taken.add(id);
    seen.add(id);
    return { ...item, id };
  };
  const tiers = document.tiers.map((tier) => own(tier, 'tier'));
  const offers = document.policies.offers.map((offer) => own(offer, 'offer'));
  const tracks = document.tracks.map((track) => {
    const named = own(track, 'track');
    return {
      ...named,
      steps: named.steps.map((step) => own(step, 'step')).map((step) => ({ ...step, blocks: step.blocks.map((block) => own(block, 'block')) })),
    };
  });
  const events = Object.fromEntries(EVENT_KINDS.map((event) => [event, document.events[event].map((block) => own(block, 'block'))]));
  return { ...document, tiers, tracks, events: events as CadenceDocument['events'], policies: { ...document.policies, offers } };
}

function extras(tree: Branch, document: CadenceDocument, order: Order): unknown {
  const parts = new Set<string>([
    ...Object.values(ROLES),
    ...['about', 'start', 'events', ...document.tracks.map(({ id }) => id)].map(noteRole),
    ...document.tracks.map(({ id }) => trackRole(id)),
    ...[...placedBlocks(document)].map(({ block }) => blockPart(block.id)),
  ]);
  const nodes = Object.fromEntries(
    [...branchAt(tree, 'nodes')].flatMap(([part, node]) => {
      const kept = withoutEmpty(objectOfTree(node as Branch));
      return parts.has(part) && Object.keys(kept).length > 0 ? [[part, kept]] : [];
    }),
  );
  const loose = branchAt(tree, 'loose');
  // The trigger's outputs depend on what is kept about its node.
  const numbered = cadenceSchema.parse({ ...document, n8n: { nodes } });
  const links = (kind: 'links' | 'cut'): N8nLink[] =>
    order(kind, branchAt(tree, kind).keys()).flatMap((key) => {
      const link = branchAt(tree, kind).get(key) as unknown as NamedLink;
      const stands = [link.from, link.to].every((end) => ('part' in end ? parts.has(end.part) : loose.has(end.node)));
      const found = stands ? numberOutput(numbered, link) : undefined;
      return found ? [found] : [];
    });
  return {
    nodes,
    loose: order('loose', loose.keys()).map((name) => objectOfTree(loose.get(name) as Branch)),
    links: links('links'),
    cut: links('cut'),
    absent: order('absent', branchAt(tree, 'absent').keys()).filter((part) => parts.has(part)),
    settings: objectOfTree(branchAt(tree, 'settings')),
  };
}

/** What is kept about a node, less the places where nothing is; no credentials at all says something. */
function withoutEmpty(node: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
      if (typeof value !== 'object' || value === null || Array.isArray(value) || !['parameters', 'fields'].includes(key)) return [[key, value]];
      const kept = key === 'fields' ? withoutEmpty(value as Record<string, unknown>) : value;
      return Object.keys(kept).length > 0 ? [[key, kept]] : [];
    }),
  );
}
