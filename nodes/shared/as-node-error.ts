import type { IExecuteFunctions, INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { ReguaError } from '../../core/errors.ts';

/**
 * Failures that concern the whole execution (ledger away, settings broken), as n8n shows them: our Portuguese sentence as the
 * headline, no stack of ours. A failure of one item never comes here; it goes to the node's failure output.
 */
export async function asNodeError<T>(context: IExecuteFunctions, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw nodeError(context.getNode(), error);
  }
}

export function nodeError(node: INode, error: unknown): NodeOperationError {
  if (error instanceof NodeOperationError) return error;
  if (error instanceof ReguaError) {
    return new NodeOperationError(node, error.message, {
      description: error.field === undefined ? `Código: ${error.code}` : `Código: ${error.code}. Campo: ${error.field}`,
    });
  }
  return new NodeOperationError(node, error instanceof Error ? error : String(error));
}
