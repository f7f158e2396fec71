import type { CadenceDocument } from './document.ts';

/**
 * The cadence without what ties it to one place in n8n: addresses of webhooks, of which n8n serves one workflow only, and credentials,
 * which are one creditor's. For a copy that is to be somebody's own; a cadence that is opened again keeps both.
 */
export function withoutTies(document: CadenceDocument): CadenceDocument {
  const nodes = Object.entries(document.n8n.nodes).flatMap(([part, { fields, ...extra }]) => {
    const free = fields === undefined ? {} : untied(fields);
    const node = Object.keys(free).length > 0 ? { ...extra, fields: free } : extra;
    return Object.keys(node).length > 0 ? [[part, node] as const] : [];
  });
  const blocks = <B extends CadenceDocument['events']['payment'][number]>(list: readonly B[]): B[] =>
    list.map((block) => (block.kind === 'custom' ? { ...block, node: untied(block.node) } : block));
  return {
    ...document,
    tracks: document.tracks.map((track) => ({ ...track, steps: track.steps.map((step) => ({ ...step, blocks: blocks(step.blocks) })) })),
    events: Object.fromEntries(Object.entries(document.events).map(([event, list]) => [event, blocks(list)])) as CadenceDocument['events'],
    n8n: { ...document.n8n, nodes: Object.fromEntries(nodes), loose: document.n8n.loose.map(untied) },
  };
}

function untied(node: Record<string, unknown>): Record<string, unknown> {
  const { webhookId: _address, credentials: _credentials, ...rest } = node;
  return rest;
}
