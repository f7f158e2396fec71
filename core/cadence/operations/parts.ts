import { ownValue } from '../../json/own-value.ts';
import type { CadenceDocument } from '../document.ts';
import type { OperationOf } from './operation.ts';

/** Whether a node that is no block is switched off is known to n8n alone: a document keeps it with the rest of what n8n said. */
export function switchPart(document: CadenceDocument, { part, on }: OperationOf<'switchPart'>): CadenceDocument {
  const { fields, ...extra } = ownValue(document.n8n.nodes, part) ?? {};
  const { disabled: _before, ...others } = fields ?? {};
  const kept = on ? others : { ...others, disabled: true };
  const node = Object.keys(kept).length > 0 ? { ...extra, fields: kept } : extra;
  const nodes = Object.entries(document.n8n.nodes).filter(([name]) => name !== part);
  return { ...document, n8n: { ...document.n8n, nodes: Object.fromEntries(Object.keys(node).length > 0 ? [...nodes, [part, node]] : nodes) } };
}
