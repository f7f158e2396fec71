import { ownValue } from '../json/own-value.ts';
import { sameJson } from '../json/same-json.ts';
import type { Block } from '../cadence/blocks.ts';
import type { CadenceDocument, N8nLinkEnd } from '../cadence/document.ts';
import { blockPart } from '../cadence/n8n-parts.ts';
import { encodeBlock, NODE_OF_BLOCK } from './codecs/blocks.ts';
import { encodeLookup } from './codecs/lookup.ts';
import { writeSchedule } from './codecs/schedule.ts';
import { encodeTiers } from './codecs/tiers.ts';
import { encodeTrack } from './codecs/track.ts';
import { Connector } from './connector.ts';
import { credentialsFor, usedCredentials, type CredentialReferences } from './credentials.ts';
import { installmentOutput, layoutOf, REMOVAL_OUTPUT, triggerEvents } from './layout.ts';
import type { N8nNode, N8nWorkflow } from './n8n-workflow.ts';
import { nodeNames, ROLES, trackRole } from './names.ts';
import { noteTexts } from './notes.ts';
import { NODE_TYPES, type NodeKind } from './parameters.ts';

export interface ToWorkflowOptions {
  /** Of the workflow, where it goes into a file for n8n's command line, which takes none without; n8n's API gives its own and refuses one. */
  readonly id?: string;
  /** Address of the trigger's webhook, made at random by the caller, where the document has none yet. Without it, n8n gives one on saving. */
  readonly webhookId?: string;
  /** Credentials that exist in the n8n it goes to, by credential type; nodes that need one get it. */
  readonly credentials?: CredentialReferences;
}

/** Our nodes' versions; a trigger starts at 2, where n8n evaluates no expression per request. */
const VERSIONS: Record<NodeKind, number> = {
  debtorLookup: 1,
  ltvTier: 1,
  cadenceStep: 1,
  channelChoice: 1,
  sendMessage: 1,
  negotiateOffer: 1,
  creditBureau: 1,
  smallClaims: 1,
  humanTask: 1,
  reguaTrigger: 2,
};

export const WORKFLOW_SETTINGS = { executionOrder: 'v1', timezone: 'America/Sao_Paulo' } as const;

/** The node that watches removals asks for them; nothing of it is in the document. */
export const REMOVAL_PARAMETERS = { operation: 'removal', provider: 'manual' } as const;

/** The cadence as an n8n workflow: one node per block, a row per step, sticky notes that explain it. The inverse of `fromWorkflow`. */
export function toWorkflow(document: CadenceDocument, options: ToWorkflowOptions = {}): N8nWorkflow {
  const names = nodeNames(document);
  const layout = layoutOf(document);
  const nodes: N8nNode[] = [];
  const connector = new Connector();
  const absent = new Set(document.n8n.absent);
  // Every cadence listens; a trigger that is not wanted is switched off.
  absent.delete(ROLES.trigger);
  const own: { node: N8nNode; kind: NodeKind; part: string }[] = [];

  const add = (
    part: string,
    type: string,
    typeVersion: number,
    parameters: Record<string, unknown>,
    fields: Record<string, unknown> = {},
  ): N8nNode | undefined => {
    if (absent.has(part)) return undefined;
    const extra = ownValue(document.n8n.nodes, part);
    const { events: _derived, ...kept } = extra?.parameters ?? {};
    const node: N8nNode = {
      id: part,
      name: names.get(part)!,
      type,
      typeVersion: Number(extra?.fields?.['typeVersion'] ?? typeVersion),
      position: extra?.position ?? layout.positions.get(part)!,
      parameters: { ...parameters, ...(part === ROLES.trigger ? kept : extra?.parameters) },
      ...beyondBasics(fields),
      ...beyondBasics(extra?.fields),
    };
    nodes.push(node);
    return node;
  };
  const addOwn = (part: string, kind: NodeKind, parameters: object, fields: Record<string, unknown> = {}): void => {
    const node = add(part, NODE_TYPES[kind], VERSIONS[kind], { ...parameters }, fields);
    if (node) own.push({ node, kind, part });
  };

  const addChain = (from: string, output: number, blocks: readonly Block[]): void => {
    let source = from;
    let sourceOutput = output;
    for (const block of blocks) {
      const part = blockPart(block.id);
      const off = block.disabled ? { disabled: true } : {};
      if (block.kind === 'custom') {
        const { type, typeVersion, parameters, ...fields } = block.node;
        add(part, String(type), Number(typeVersion ?? 1), (parameters ?? {}) as Record<string, unknown>, { ...fields, ...off });
      } else addOwn(part, NODE_OF_BLOCK[block.kind], encodeBlock(block, blocks), { ...(block.note === undefined ? {} : { notes: block.note }), ...off });
      connector.connect(names.get(source)!, sourceOutput, names.get(part)!);
      source = part;
      sourceOutput = 0;
    }
  };

  for (const [part, text] of noteTexts(document)) {
    const extra = ownValue(document.n8n.nodes, part);
    const box = layout.notes.get(part)!;
    if (absent.has(part)) continue;
    nodes.push({
      id: part,
      name: names.get(part)!,
      type: 'n8n-nodes-base.stickyNote',
      typeVersion: Number(extra?.fields?.['typeVersion'] ?? 1),
      position: extra?.position ?? [box.x, box.y],
      parameters: { content: text.content, width: box.width, height: box.height, color: text.color, ...extra?.parameters },
      ...beyondBasics(extra?.fields),
    });
  }

  add(ROLES.schedule, 'n8n-nodes-base.scheduleTrigger', 1.2, writeSchedule(document.schedule.at));
  add(ROLES.manual, 'n8n-nodes-base.manualTrigger', 1, {});
  addOwn(ROLES.lookup, 'debtorLookup', encodeLookup(document));
  addOwn(ROLES.tier, 'ltvTier', encodeTiers(document.tiers));
  connector.connect(names.get(ROLES.schedule)!, 0, names.get(ROLES.lookup)!);
  connector.connect(names.get(ROLES.manual)!, 0, names.get(ROLES.lookup)!);
  connector.connect(names.get(ROLES.lookup)!, 0, names.get(ROLES.tier)!);
  // In every cadence, also one that registers nobody any more: the law's clock runs for entries that an earlier version made.
  addOwn(ROLES.removal, 'creditBureau', REMOVAL_PARAMETERS);
  connector.connect(names.get(ROLES.lookup)!, REMOVAL_OUTPUT, names.get(ROLES.removal)!);

  for (const track of document.tracks) {
    const router = trackRole(track.id);
    addOwn(router, 'cadenceStep', encodeTrack(document, track));
    for (const [index, tier] of document.tiers.entries()) {
      if (track.tierIds.includes(tier.id)) connector.connect(names.get(ROLES.tier)!, index, names.get(router)!);
    }
    for (const [output, step] of track.steps.entries()) addChain(router, output, step.blocks);
  }

  const events = triggerEvents(document);
  addOwn(ROLES.trigger, 'reguaTrigger', { cadenceId: document.id, events }, options.webhookId === undefined ? {} : { webhookId: options.webhookId });
  for (const [output, event] of events.entries()) addChain(ROLES.trigger, output, document.events[event]);

  // One chain for all tracks: an agreement is spoken of alike whoever the debtor is.
  const [firstTrack, ...otherTracks] = document.tracks;
  const [firstBlock] = document.events.installment;
  if (firstTrack && firstBlock) {
    addChain(trackRole(firstTrack.id), installmentOutput(firstTrack.steps.length), document.events.installment);
    for (const track of otherTracks)
      connector.connect(names.get(trackRole(track.id))!, installmentOutput(track.steps.length), names.get(blockPart(firstBlock.id))!);
  }

  nodes.push(...(document.n8n.loose as N8nNode[]));
  nameCredentials();
  const present = new Set(nodes.map((node) => node.name));
  const nameOfEnd = (end: N8nLinkEnd): string => ('part' in end ? (names.get(end.part) ?? '') : end.node);
  for (const link of document.n8n.cut) connector.disconnect(nameOfEnd(link.from), link.output, nameOfEnd(link.to), link);
  for (const link of document.n8n.links) {
    const from = nameOfEnd(link.from);
    const to = nameOfEnd(link.to);
    // A link whose block was deleted in the designer goes with it.
    if (present.has(from) && present.has(to)) connector.connect(from, link.output, to, link);
  }
  connector.keepOnly(present);

  return {
    ...(options.id === undefined ? {} : { id: options.id }),
    name: document.name,
    ...(options.id === undefined ? {} : { active: false }),
    nodes,
    connections: connector.connections(),
    settings: { ...WORKFLOW_SETTINGS, ...document.n8n.settings },
  };

  /** What a node was given in n8n is never touched, nor what it was left without there; a node that n8n does not know yet does as its neighbours. */
  function nameCredentials(): void {
    const neighbours = usedCredentials(nodes);
    for (const { node, kind, part } of own) {
      if (node['credentials'] === undefined) Object.assign(node, credentialsFor(document, kind, part, neighbours, options.credentials));
      else if (sameJson(node['credentials'], {})) delete node['credentials'];
    }
  }
}

const BASICS = new Set(['id', 'name', 'type', 'typeVersion', 'position', 'parameters']);

/** A document made by hand can't give a node another name than the one its connections go by. */
function beyondBasics(fields: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields ?? {}).filter(([name]) => !BASICS.has(name)));
}

/** For n8n's canvas: only nodes and connections, because a `name` there would rename the workflow that is open. */
export function toClipboard(workflow: N8nWorkflow): string {
  return JSON.stringify({ nodes: workflow.nodes, connections: workflow.connections }, null, 2);
}
