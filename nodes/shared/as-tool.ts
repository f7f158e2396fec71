import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/**
 * Is an AI agent calling this node as its tool? n8n has two ways of doing so, and only the older one says it by itself; in the newer one
 * the node's type, n8n's own wrapper, does.
 */
export function calledAsTool(context: IExecuteFunctions): boolean {
  return context.isToolExecution() || context.getNode().type.endsWith('Tool');
}

/** The items to work on; a tool's call is one item, even when everything it says stands in the parameters. */
export function inputItems(context: IExecuteFunctions): INodeExecutionData[] {
  const items = context.getInputData();
  return items.length === 0 && calledAsTool(context) ? [{ json: {} }] : items;
}
