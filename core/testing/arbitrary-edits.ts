import fc from 'fast-check';
import { applyOperation, EVENT_KINDS, freshId, newBlock, placedBlocks, type CadenceDocument, type CadenceOperation } from '../cadence/index.ts';
import { fromWorkflow, toWorkflow, type N8nNode, type N8nWorkflow } from '../workflow/index.ts';

/** One edit as numbers, so that it can be made on any document: what kind, on which thing, and a value. */
export interface Edit {
  readonly kind: number;
  readonly which: number;
  readonly value: number;
}

export const arbitraryEdits: fc.Arbitrary<readonly Edit[]> = fc.array(fc.record({ kind: fc.nat(99), which: fc.nat(999), value: fc.nat(999) }), {
  minLength: 1,
  maxLength: 6,
});

const pick = <T>(list: readonly T[], which: number): T => list[which % list.length]!;

/** A person at the designer: adds, moves, edits and deletes what there is. */
export function editInDesigner(document: CadenceDocument, edits: readonly Edit[]): CadenceDocument {
  return edits.reduce((before, edit) => {
    const operation = operationOf(before, edit);
    return operation ? applyOperation(before, operation) : before;
  }, document);
}

function operationOf(document: CadenceDocument, { kind, which, value }: Edit): CadenceOperation | undefined {
  const blocks = [...placedBlocks(document)].map(({ block }) => block);
  const steps = document.tracks.flatMap(({ steps: list }) => list);
  const track = pick(document.tracks, which);
  const tier = pick(document.tiers, which);
  const place = value % 3 === 0 ? { event: pick(EVENT_KINDS, value) } : { trackId: pick(document.tracks, value).id, day: (value % 90) - 20 };
  switch (kind % 14) {
    case 0:
      return { kind: 'describe', name: `Nome ${value}` };
    case 1:
      return { kind: 'setCreditor', patch: { city: `Cidade ${value}` } };
    case 2:
      return { kind: 'setPolicies', patch: { promise: { ...document.policies.promise, maxDays: 1 + (value % 60) } } };
    case 3:
      return { kind: 'addTier', tier: { id: freshId(document, 'tier'), name: `Faixa ${value}`, description: '', rule: {} }, index: which % 3 };
    case 4:
      return document.tiers.length > 1 ? { kind: 'removeTier', tierId: tier.id } : undefined;
    case 5:
      return { kind: 'updateTrack', trackId: track.id, patch: { tierIds: document.tiers.filter((_, index) => (value >> index) & 1).map(({ id }) => id) } };
    case 6:
      return document.tracks.length > 1 ? { kind: 'removeTrack', trackId: track.id } : undefined;
    case 7:
      return steps.length > 0
        ? { kind: 'moveStep', stepId: pick(steps, which).id, trackId: pick(document.tracks, value).id, day: (value % 90) - 20 }
        : undefined;
    case 8:
      return steps.length > 0 ? { kind: 'removeStep', stepId: pick(steps, which).id } : undefined;
    case 9:
      return { kind: 'addBlock', place, index: which % 4, block: newBlock(document, pick(['message', 'humanTask', 'offer', 'channelChoice'], which)) };
    case 10:
      return blocks.length > 0 ? { kind: 'moveBlock', blockId: pick(blocks, which).id, place, index: value % 4 } : undefined;
    case 11:
      return blocks.length > 0 ? { kind: 'removeBlock', blockId: pick(blocks, which).id } : undefined;
    case 12: {
      if (blocks.length === 0) return undefined;
      const block = pick(blocks, which);
      if (block.kind === 'message')
        return { kind: 'updateBlock', block: { ...block, texts: [{ channel: 'any', body: `Texto ${value}` }, ...block.texts.slice(1)] } };
      if (block.kind === 'humanTask') return { kind: 'updateBlock', block: { ...block, title: `Tarefa ${value}` } };
      // A foreign node keeps its notes in the node itself.
      return block.kind === 'custom' ? undefined : { kind: 'updateBlock', block: { ...block, note: `Nota ${value}` } };
    }
    default:
      return { kind: 'moveTier', tierId: tier.id, index: value % document.tiers.length };
  }
}

/** A person at n8n's editor: credentials, names, positions, foreign nodes, settings, texts. */
export function editInN8n(document: CadenceDocument, edits: readonly Edit[]): CadenceDocument {
  const workflow = JSON.parse(JSON.stringify(toWorkflow(document))) as N8nWorkflow;
  for (const edit of edits) changeWorkflow(workflow, edit);
  return fromWorkflow(workflow).document;
}

function changeWorkflow(workflow: N8nWorkflow, { kind, which, value }: Edit): void {
  const node = pick(workflow.nodes, which);
  switch (kind % 6) {
    case 0:
      node['credentials'] = { reguaLedger: { id: `cred${value}`, name: 'Registro' } };
      return;
    case 1:
      rename(workflow, node, `${node.name} ${value}`);
      return;
    case 2:
      node.position = [value, which];
      return;
    case 3: {
      const name = `Avisar ${workflow.nodes.length}`;
      workflow.nodes.push({
        id: `fora-${workflow.nodes.length}-${value}`,
        name,
        type: 'n8n-nodes-base.slack',
        typeVersion: 2,
        position: [0, value],
        parameters: {},
      });
      const outputs = [...(new Map(Object.entries(workflow.connections)).get(node.name)?.['main'] ?? [])];
      while (outputs.length < 4) outputs.push([]);
      outputs[3] = [...(outputs[3] ?? []), { node: name, type: 'main', index: 0 }];
      // Nodes may be called `__proto__`.
      const others = Object.entries(workflow.connections).filter(([from]) => from !== node.name);
      const types = { ...new Map(Object.entries(workflow.connections)).get(node.name), main: outputs };
      workflow.connections = Object.fromEntries([...others, [node.name, types]]);
      return;
    }
    case 4:
      workflow.settings['executionTimeout'] = value;
      return;
    default: {
      const texts = (node.parameters['texts'] as { text?: { body: string }[] } | undefined)?.text;
      if (texts?.[0]) texts[0].body = `Do n8n ${value}`;
    }
  }
}

function rename(workflow: N8nWorkflow, node: N8nNode, name: string): void {
  if (workflow.nodes.some((other) => other.name === name)) return;
  const before = node.name;
  node.name = name;
  workflow.connections = Object.fromEntries(Object.entries(workflow.connections).map(([from, types]) => [from === before ? name : from, types]));
  for (const types of Object.values(workflow.connections))
    for (const outputs of Object.values(types))
      for (const targets of outputs) for (const target of targets ?? []) if (target.node === before) target.node = name;
}
