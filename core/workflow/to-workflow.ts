import type { Block } from '../cadence/blocks.ts';
import type { CadenceDocument, N8nLinkEnd } from '../cadence/document.ts';
import { encodeBlock, NODE_OF_BLOCK } from './codecs/blocks.ts';
import { encodeLookup } from './codecs/lookup.ts';
import { writeSchedule } from './codecs/schedule.ts';
import { encodeTiers } from './codecs/tiers.ts';
import { encodeTrack } from './codecs/track.ts';
import { Connector } from './connector.ts';
import { credentialsFor, type CredentialReferences } from './credentials.ts';
import { installmentOutput, layoutOf, REMOVAL_OUTPUT, triggerEvents } from './layout.ts';
import { nodeVersion } from './migrations/index.ts';
import type { N8nNode, N8nWorkflow } from './n8n-workflow.ts';
import { nodeNames, ROLES, trackRole } from './names.ts';
import { noteTexts } from './notes.ts';
import { NODE_TYPES, type NodeKind } from './parameters.ts';

export interface ToWorkflowOptions {
  /** Credentials that exist in the n8n it goes to, by credential type; nodes that need one get it. */
  readonly credentials?: CredentialReferences;
}

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

  const add = (part: string, type: string, typeVersion: number, parameters: Record<string, unknown>, fields: Record<string, unknown> = {}): void => {
    if (absent.has(part)) return;
    const extra = document.n8n.nodes[part];
    const { events: _derived, ...kept } = extra?.parameters ?? {};
    nodes.push({
      id: part,
      name: names.get(part)!,
      type,
      typeVersion,
      position: extra?.position ?? layout.positions.get(part)!,
      parameters: { ...parameters, ...(part === ROLES.trigger ? kept : extra?.parameters) },
      ...fields,
      ...extra?.fields,
    });
  };
  const addOwn = (part: string, kind: NodeKind, parameters: object, fields: Record<string, unknown> = {}): void =>
    add(part, NODE_TYPES[kind], nodeVersion(kind), { ...parameters }, { ...credentialsFor(document, kind, part, options.credentials), ...fields });

  const addChain = (from: string, output: number, blocks: readonly Block[]): void => {
    let source = from;
    let sourceOutput = output;
    for (const block of blocks) {
      const note = block.note === undefined ? {} : { notes: block.note };
      if (block.kind === 'custom') {
        const { type, typeVersion, parameters, ...fields } = block.node;
        add(block.id, String(type), Number(typeVersion ?? 1), (parameters ?? {}) as Record<string, unknown>, fields);
      } else addOwn(block.id, NODE_OF_BLOCK[block.kind], encodeBlock(block, blocks), note);
      connector.connect(names.get(source)!, sourceOutput, names.get(block.id)!);
      source = block.id;
      sourceOutput = 0;
    }
  };

  for (const [part, text] of noteTexts(document)) {
    const extra = document.n8n.nodes[part];
    const box = layout.notes.get(part)!;
    if (absent.has(part)) continue;
    nodes.push({
      id: part,
      name: names.get(part)!,
      type: 'n8n-nodes-base.stickyNote',
      typeVersion: 1,
      position: extra?.position ?? [box.x, box.y],
      parameters: { content: text.content, width: box.width, height: box.height, color: text.color, ...extra?.parameters },
      ...extra?.fields,
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
  if (events.length > 0) {
    addOwn(ROLES.trigger, 'reguaTrigger', { cadenceId: document.id, portfolio: document.portfolio, events }, { webhookId: `regua-${document.id}` });
    for (const [output, event] of events.entries()) addChain(ROLES.trigger, output, document.events[event]);
  }

  // One chain for all tracks: an agreement is spoken of alike whoever the debtor is.
  const [firstTrack, ...otherTracks] = document.tracks;
  const [firstBlock] = document.events.installment;
  if (firstTrack && firstBlock) {
    addChain(trackRole(firstTrack.id), installmentOutput(firstTrack.steps.length), document.events.installment);
    for (const track of otherTracks) connector.connect(names.get(trackRole(track.id))!, installmentOutput(track.steps.length), names.get(firstBlock.id)!);
  }

  nodes.push(...(document.n8n.loose as N8nNode[]));
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

  return { name: document.name, nodes, connections: connector.connections, settings: { ...WORKFLOW_SETTINGS, ...document.n8n.settings } };
}

/** For n8n's canvas: only nodes and connections, because a `name` there would rename the workflow that is open. */
export function toClipboard(workflow: N8nWorkflow): string {
  return JSON.stringify({ nodes: workflow.nodes, connections: workflow.connections }, null, 2);
}
