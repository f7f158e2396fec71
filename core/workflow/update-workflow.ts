import type { CadenceDocument } from '../cadence/document.ts';
import { fromWorkflow } from './from-workflow.ts';
import type { N8nWorkflow } from './n8n-workflow.ts';
import { toWorkflow, type ToWorkflowOptions } from './to-workflow.ts';

/**
 * The workflow that takes the place of `before`, on the spot where `before` stands on n8n's canvas: reading a workflow takes a whole that was
 * moved for not moved, and nodes that were not touched would jump.
 */
export function updateWorkflow(before: N8nWorkflow, document: CadenceDocument, options?: ToWorkflowOptions): N8nWorkflow {
  const workflow = toWorkflow(document, options);
  const read = fromWorkflow(before).document;
  const foreign = new Set([...read.n8n.loose, ...document.n8n.loose].map((node) => String(node['name'])));
  const there = new Map(before.nodes.map(({ name, position }) => [name, position]));
  const anchor = toWorkflow(read).nodes.find(({ name }) => there.has(name) && !foreign.has(name));
  if (!anchor) return workflow;
  const [x, y] = there.get(anchor.name)!;
  const shift = [x - anchor.position[0], y - anchor.position[1]] as const;
  if (shift[0] === 0 && shift[1] === 0) return workflow;
  return {
    ...workflow,
    nodes: workflow.nodes.map((node) =>
      foreign.has(node.name) ? node : { ...node, position: [node.position[0] + shift[0], node.position[1] + shift[1]] as [number, number] },
    ),
  };
}
