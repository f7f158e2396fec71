import { blockSchema, idSchema, type Block } from '../cadence/blocks.ts';
import { EVENT_KINDS, INBOUND_EVENT_KINDS, SCHEMA_VERSION, type CadenceDocument, type EventKind, type Step, type Track } from '../cadence/document.ts';
import type { Tier } from '../cadence/policies.ts';
import { blockOfPart, blockPart } from '../cadence/n8n-parts.ts';
import { freshId } from '../cadence/operations/ids.ts';
import { decodeBlock } from './codecs/blocks.ts';
import { decodeLookup } from './codecs/lookup.ts';
import { decodeTiers } from './codecs/tiers.ts';
import { decodeTrack, type TrackContent } from './codecs/track.ts';
import { readSchedule } from './codecs/schedule.ts';
import type { ImportNote } from './import-note.ts';
import { WorkflowGraph } from './graph.ts';
import { installmentOutput, REMOVAL_OUTPUT } from './layout.ts';
import type { N8nNode, N8nWorkflow } from './n8n-workflow.ts';
import { noteRole, ROLE_NAMES, ROLES, trackRole } from './names.ts';
import { isOwn, NODE_TYPES } from './parameters.ts';

export interface Assembled {
  /** The cadence without what only n8n knows. */
  readonly document: Omit<CadenceDocument, 'n8n'>;
  /** Which part each node of the workflow is, by node name. */
  readonly parts: ReadonlyMap<string, string>;
  /** Parameters that could not be read and are kept as they are, by part. */
  readonly unread: ReadonlyMap<string, ReadonlySet<string>>;
  readonly notes: readonly ImportNote[];
}

/** Walks a workflow along its main line and says what it means as a cadence. */
export function assemble(workflow: N8nWorkflow): Assembled {
  const graph = new WorkflowGraph(workflow);
  const parts = new Map<string, string>();
  const unread = new Map<string, Set<string>>();
  const installmentEnds: { router: string; output: number }[] = [];
  const notes: ImportNote[] = [];
  const ids = new Set<string>();
  const claimed = new Map<string, string>();
  const note = (severity: ImportNote['severity'], code: string, nodeName: string, message: string): void =>
    void notes.push({ severity, code, nodeName, message });
  const keepUnread = (part: string, ...fields: string[]): void => void unread.set(part, new Set([...(unread.get(part) ?? []), ...fields]));

  const takeId = (wanted: unknown, prefix: string): string => {
    const id = typeof wanted === 'string' && idSchema.safeParse(wanted).success && !ids.has(wanted) ? wanted : freshId(ids, prefix);
    ids.add(id);
    return id;
  };

  // Ids that parts give themselves come first, so that a fresh one never takes theirs.
  const lookup = graph.ofType(NODE_TYPES.debtorLookup).find((node) => (node.parameters['operation'] ?? 'due') === 'due');
  const tierNode = graph.ofType(NODE_TYPES.ltvTier)[0];
  const [trigger] = graph.ofType(NODE_TYPES.reguaTrigger);
  const routers = graph.ofType(NODE_TYPES.cadenceStep);

  const { content, problems } = decodeLookup(lookup?.parameters ?? {});
  if (lookup) {
    parts.set(lookup.name, ROLES.lookup);
    const removal = graph.next(lookup.name, REMOVAL_OUTPUT);
    if (removal?.type === NODE_TYPES.creditBureau) parts.set(removal.name, ROLES.removal);
    for (const problem of problems) {
      keepUnread(ROLES.lookup, problem.field);
      note('warning', 'node.unreadable-parameter', lookup.name, `${problem.message} O que estava no nó foi guardado e volta na exportação.`);
    }
  } else {
    note('warning', 'part.missing', 'Casos do dia', 'O workflow não tem o nó que busca os casos do dia; usei um com as regras padrão.');
  }

  if (!trigger)
    note(
      'warning',
      'trigger.missing',
      'Eventos da régua',
      'O workflow não tem o gatilho que recebe pagamentos, respostas e pedidos para sair. Ele volta na próxima exportação; se for de propósito, desligue-o no n8n em vez de apagar.',
    );
  const tiers = readTiers();
  const tracks = readTracks();
  const events = readEvents();
  const schedule = readEntry();
  markNotes();
  reportLoose();
  return {
    document: {
      schemaVersion: SCHEMA_VERSION,
      id: content.id,
      name: givenName(workflow.name) ?? content.name,
      description: content.description,
      creditor: content.creditor,
      schedule,
      policies: content.policies,
      tiers,
      tracks,
      events,
    },
    parts,
    unread,
    notes,
  };

  function readTiers(): Tier[] {
    for (const offer of content.policies.offers) ids.add(offer.id);
    const fallback: Tier[] = [{ id: 'todos', name: 'Todos', description: '', rule: {} }];
    if (!tierNode) return adopt(fallback);
    parts.set(tierNode.name, ROLES.tier);
    try {
      const read = decodeTiers(tierNode.parameters);
      if (read.length > 0) return adopt(read);
      note('warning', 'tiers.empty', tierNode.name, 'O nó não tem nenhuma faixa; criei uma que recebe todos.');
    } catch {
      keepUnread(ROLES.tier, 'tiers');
      note(
        'warning',
        'node.unreadable-parameter',
        tierNode.name,
        'As faixas de cliente não puderam ser lidas (um limite não é número). Foram guardadas e voltam na exportação; confira-as no n8n.',
      );
    }
    return adopt(fallback);
  }

  function adopt(list: Tier[]): Tier[] {
    return list.map((tier) => ({ ...tier, id: takeId(tier.id, 'tier') }));
  }

  function readTracks(): Track[] {
    const read: { node: N8nNode; content: TrackContent }[] = [];
    for (const node of routers) {
      try {
        read.push({ node, content: decodeTrack(node.parameters, node.name) });
      } catch {
        note(
          'warning',
          'node.unreadable-parameter',
          node.name,
          'As etapas desta trilha não puderam ser lidas (um dia não é número inteiro). O nó foi guardado como está, fora da régua.',
        );
      }
    }
    const framed = read.map(({ node, content: track }) => {
      const id = takeId(track.id, 'track');
      parts.set(node.name, trackRole(id));
      installmentEnds.push({ router: node.name, output: installmentOutput(track.steps.length) });
      return { node, track, id, stepIds: track.steps.map((step) => takeId(step.id, 'step')) };
    });
    claimBlockIds();
    const list = framed.map(({ node, track, id, stepIds }): Track => ({
      id,
      name: track.name,
      tierIds: tierNode ? graph.outputsTo(tierNode.name, node.name).flatMap((output) => tiers[output]?.id ?? []) : tiers.map((tier) => tier.id),
      steps: track.steps
        .map((step, output): Step => ({ id: stepIds[output]!, name: step.name, day: step.day, blocks: chain(node.name, output) }))
        .sort((a, b) => a.day - b.day),
    }));
    return list.length > 0 ? list : [{ id: takeId('principal', 'track'), name: 'Principal', tierIds: tiers.map((tier) => tier.id), steps: [] }];
  }

  function readEvents(): Record<EventKind, Block[]> {
    const reactions = Object.fromEntries(EVENT_KINDS.map((event) => [event, [] as Block[]])) as Record<EventKind, Block[]>;
    if (trigger) {
      parts.set(trigger.name, ROLES.trigger);
      const chosen = Array.isArray(trigger.parameters['events']) ? (trigger.parameters['events'] as unknown[]) : [];
      for (const [output, event] of chosen.entries()) {
        if (INBOUND_EVENT_KINDS.some((kind) => kind === event)) reactions[event as EventKind] = chain(trigger.name, output);
      }
    }
    // Every router leads to the same chain; the first that leads anywhere says what it is.
    for (const { router, output } of installmentEnds) {
      reactions.installment = chain(router, output);
      if (reactions.installment.length > 0) break;
    }
    return reactions;
  }

  function readEntry(): { at: string } {
    const manual = entryNode('n8n-nodes-base.manualTrigger', ROLES.manual);
    if (manual) parts.set(manual.name, ROLES.manual);
    const scheduled = entryNode('n8n-nodes-base.scheduleTrigger', ROLES.schedule);
    if (!scheduled) return { at: '09:00' };
    parts.set(scheduled.name, ROLES.schedule);
    const at = readSchedule(scheduled.parameters);
    if (at !== undefined) return { at };
    keepUnread(ROLES.schedule, 'rule');
    note('info', 'schedule.custom', scheduled.name, 'O horário foi posto no n8n e não é "todo dia a tal hora"; foi guardado como está.');
    return { at: '09:00' };
  }

  /** The node that starts the run: the first of its type that leads to the lookup, or ours though its connection was cut. */
  function entryNode(type: string, role: keyof typeof ROLE_NAMES): N8nNode | undefined {
    const candidates = graph.ofType(type);
    return (
      candidates.find((node) => lookup && graph.outputsTo(node.name, lookup.name).includes(0)) ?? candidates.find((node) => node.name === ROLE_NAMES[role])
    );
  }

  /** Ids that blocks claim for themselves, first come first served: a node that was copied in n8n gets a fresh one. */
  function claimBlockIds(): void {
    for (const node of workflow.nodes) {
      const wanted = wantedId(node);
      if (typeof wanted === 'string' && idSchema.safeParse(wanted).success && !ids.has(wanted) && !claimed.has(wanted)) claimed.set(wanted, node.name);
    }
  }

  function wantedId(node: N8nNode): unknown {
    return (isOwn(node.type) ? node.parameters['blockId'] : undefined) || blockOfPart(node.id ?? '');
  }

  /** The blocks from an output on, along the first output of each node, until a node is met that stands elsewhere already. */
  function chain(from: string, output: number): Block[] {
    const blocks: Block[] = [];
    let next = graph.next(from, output);
    while (next && !parts.has(next.name) && !isStructural(next)) {
      const id = blockId(next);
      parts.set(next.name, blockPart(id));
      blocks.push(toBlock(next, id));
      next = graph.next(next.name, 0);
    }
    return blocks;
  }

  function blockId(node: N8nNode): string {
    const wanted = wantedId(node);
    if (typeof wanted === 'string' && claimed.get(wanted) === node.name && !ids.has(wanted)) return takeId(wanted, 'block');
    const id = freshId(new Set([...ids, ...claimed.keys()]), 'block');
    ids.add(id);
    return id;
  }

  function toBlock(node: N8nNode, id: string): Block {
    const remark = typeof node['notes'] === 'string' && node['notes'] !== '' ? { note: node['notes'] } : {};
    const off = node['disabled'] === true ? { disabled: true as const } : {};
    if (isOwn(node.type)) {
      try {
        const block = decodeBlock(node.type, node.parameters, id);
        if (block) return { ...block, ...remark, ...off };
        note('info', 'node.no-block', node.name, 'Esta operação não tem bloco no designer; o nó foi guardado como está, no seu lugar.');
      } catch {
        note(
          'warning',
          'node.unreadable-parameter',
          node.name,
          'Um parâmetro deste nó não pôde ser lido (talvez seja uma expressão). O nó foi guardado como está, no seu lugar.',
        );
      }
    }
    const { id: _id, name: _name, position: _position, disabled: _disabled, ...verbatim } = node;
    return blockSchema.parse({ id, kind: 'custom', label: node.name, node: verbatim, ...off });
  }

  function isStructural(node: N8nNode): boolean {
    return node === lookup || node === tierNode || node === trigger || routers.includes(node);
  }

  function markNotes(): void {
    const about = ['about', 'start', 'events', ...tracks.map((track) => track.id)].map(noteRole);
    for (const node of graph.ofType('n8n-nodes-base.stickyNote')) {
      const part = about.find((role) => node.id === role) ?? about.find((role) => node.name.startsWith('Régua · ') && sameNote(role, node.name));
      if (part && ![...parts.values()].includes(part)) parts.set(node.name, part);
    }
  }

  /** After a paste n8n gives new ids, so the name has to say which note it is. */
  function sameNote(role: string, name: string): boolean {
    if (role === noteRole('about')) return name === 'Régua · Sobre';
    if (role === noteRole('start')) return name === 'Régua · Início';
    if (role === noteRole('events')) return name === 'Régua · Eventos';
    return tracks.some((track) => noteRole(track.id) === role && name === `Régua · Trilha ${track.name}`);
  }

  function reportLoose(): void {
    for (const node of workflow.nodes) {
      if (parts.has(node.name) || node.type === 'n8n-nodes-base.stickyNote') continue;
      if (isOwn(node.type))
        note('warning', 'node.outside', node.name, 'Este nó da Régua não está na sequência de nenhuma etapa; foi guardado como está e volta na exportação.');
      else note('info', 'node.kept', node.name, 'Este nó fica fora das etapas; foi guardado como está e volta na exportação.');
    }
  }
}

/** The name the workflow was given; n8n's own for a new one, into which nodes were pasted, says nothing. */
function givenName(name: string | undefined): string | undefined {
  const given = name?.trim() ?? '';
  return given === '' || /^My workflow( \d+)?$/.test(given) ? undefined : given;
}
