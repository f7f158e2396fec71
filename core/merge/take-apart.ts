import type { Block, MessageText } from '../cadence/blocks.ts';
import { EVENT_KINDS, placedBlocks, type CadenceDocument, type N8nExtras, type N8nLink } from '../cadence/document.ts';
import type { OfferPolicy, Policies } from '../cadence/policies.ts';
import { keyed } from './keyed.ts';
import { keyOfLink, nameOutput } from './links.ts';
import { shallow, treeOfObject, type Branch, type Tree } from './tree.ts';

/** Lists of the rules whose elements are merged one by one, by what each is about. */
export const LISTS_OF_RULES: readonly { readonly path: readonly string[]; readonly keyOf: (item: unknown) => string }[] = [
  { path: ['cityHolidays'], keyOf: (item) => ['uf', 'city', 'on'].map((field) => String((item as Record<string, unknown>)[field])).join(' ') },
  { path: ['windows', 'enforcedStates'], keyOf: String },
  { path: ['vocabulary', 'blocked'], keyOf: (item) => (item as { term: string }).term },
  { path: ['vocabulary', 'allowed'], keyOf: String },
];

export const placeOfStep = (stepId: string): string => `step:${stepId}`;
export const placeOfEvent = (event: string): string => `event:${event}`;
/** Which text of a message it is: its channel, tier and reason for default. */
export const keyOfText = ({ channel, tierId, defaultReason }: MessageText): string => `${channel} ${tierId ?? ''} ${defaultReason ?? ''}`;

/**
 * The document as parts by id, each with its fields and with where it stands, so that a move is one changed field.
 * Orders are left out: `mergeOrder` settles them once it is known what is there.
 */
export function takeApart(document: CadenceDocument): Branch {
  const { tiers, tracks, events: _events, policies, n8n, ...fields } = document;
  return new Map<string, Tree>([
    ...treeOfObject(fields),
    ['policies', policiesTree(policies)],
    [
      'tiers',
      new Map(
        tiers.map(({ id, rule, ...tier }) => [
          id,
          new Map<string, Tree>([
            ...shallow(tier),
            ['rule', shallow(rule)],
            // A tier is served by one track: which one is the tier's, so that two sides cannot each give it to another.
            ['tracks', tracks.flatMap((track) => (track.tierIds.includes(id) ? [track.id] : [])).sort()],
          ]),
        ]),
      ),
    ],
    ['offers', new Map(policies.offers.map((offer) => [offer.id, offerTree(offer)]))],
    ['tracks', new Map(tracks.map(({ id, name }) => [id, shallow({ name })]))],
    ['steps', new Map(tracks.flatMap((track) => track.steps.map(({ id, name, day }) => [id, shallow({ name, day, track: track.id })] as const)))],
    [
      'blocks',
      new Map([...placedBlocks(document)].map(({ block, step, event }) => [block.id, blockTree(block, step ? placeOfStep(step.id) : placeOfEvent(event!))])),
    ],
    ['n8n', extrasTree(document, n8n)],
  ]);
}

function policiesTree({ offers: _offers, ...policies }: Policies): Branch {
  const tree = treeOfObject(policies) as Map<string, Tree>;
  const { earlyDiscount } = policies.contract;
  // A percentage or an amount, never half of each.
  if (earlyDiscount) (tree.get('contract') as Map<string, Tree>).set('earlyDiscount', earlyDiscount);
  for (const { path, keyOf } of LISTS_OF_RULES) {
    const holder = path.slice(0, -1).reduce((here, key) => here.get(key) as Map<string, Tree>, tree);
    const last = path.at(-1)!;
    holder.set(last, keyed(holder.get(last) as unknown[], keyOf));
  }
  return tree;
}

function offerTree({ id: _id, ...offer }: OfferPolicy): Branch {
  return treeOfObject(offer);
}

function blockTree({ id: _id, note, ...body }: Block, place: string): Branch {
  return new Map<string, Tree>([['place', place], ...shallow({ note }), ['body', bodyTree(body as Block)]]);
}

function bodyTree(body: Block): Branch {
  const tree = new Map(shallow(body));
  if (body.kind === 'message') tree.set('texts', new Map([...keyed(body.texts, keyOfText)].map(([key, text]) => [key, shallow(text)])));
  if (body.kind === 'custom') tree.set('node', nodeTree(body.node));
  return tree;
}

/** A node of n8n: parameters and credentials one by one, each whole. */
function nodeTree(node: Record<string, unknown>): Branch {
  const tree = new Map(shallow(node));
  for (const part of ['parameters', 'credentials']) {
    const inner = tree.get(part);
    if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) tree.set(part, shallow(inner));
  }
  return tree;
}

function extrasTree(document: CadenceDocument, { nodes, loose, links, cut, absent, settings }: N8nExtras): Branch {
  const linkTree = (list: readonly N8nLink[]): Branch =>
    keyed(
      list.map((link) => nameOutput(document, link)),
      keyOfLink,
    );
  return new Map<string, Tree>([
    [
      'nodes',
      new Map(
        Object.entries(nodes).map(([part, { name, position, parameters = {}, fields = {} }]) => [
          part,
          new Map<string, Tree>([...shallow({ name, position }), ['parameters', shallow(parameters)], ['fields', nodeTree(fields)]]),
        ]),
      ),
    ],
    ['loose', new Map([...keyed(loose, (node) => String(node['name']))].map(([name, node]) => [name, nodeTree(node)]))],
    ['links', linkTree(links)],
    ['cut', linkTree(cut)],
    ['absent', new Map(absent.map((part) => [part, true]))],
    ['settings', shallow(settings)],
  ]);
}

/** The keys of every list of the document in their order, by the list's name. */
export function ordersOf(document: CadenceDocument): Map<string, readonly string[]> {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const orders = new Map<string, readonly string[]>([
    ['tiers', ids(document.tiers)],
    ['offers', ids(document.policies.offers)],
    ['tracks', ids(document.tracks)],
    ['loose', [...keyed(document.n8n.loose, (node) => String(node['name'])).keys()]],
    ['absent', document.n8n.absent],
  ]);
  for (const kind of ['links', 'cut'] as const)
    orders.set(kind, [
      ...keyed(
        document.n8n[kind].map((link) => nameOutput(document, link)),
        keyOfLink,
      ).keys(),
    ]);
  for (const { path, keyOf } of LISTS_OF_RULES) {
    const list = path.reduce<unknown>((here, key) => (here as Record<string, unknown>)[key], document.policies) as unknown[];
    orders.set(path.join('.'), [...keyed(list, keyOf).keys()]);
  }
  for (const track of document.tracks) {
    orders.set(`steps ${track.id}`, ids(track.steps));
    for (const step of track.steps) orders.set(`blocks ${placeOfStep(step.id)}`, ids(step.blocks));
  }
  for (const event of EVENT_KINDS) orders.set(`blocks ${placeOfEvent(event)}`, ids(document.events[event]));
  for (const { block } of placedBlocks(document)) {
    if (block.kind === 'message') orders.set(`texts ${block.id}`, [...keyed(block.texts, keyOfText).keys()]);
  }
  return orders;
}
