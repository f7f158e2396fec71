import type { IExecuteFunctions, INode, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { ReguaError } from '../../core/errors.ts';
import { calledAsTool, refusedCall } from './as-tool.ts';
import { operationOf } from './parameters.ts';

const NOT_A_TOOL = 'Recusado: isto não é para um agente de IA. Quem decide é uma pessoa ou o próprio fluxo; rode este nó nele, e não como ferramenta.';

/**
 * Runs a node's work as n8n is to see it. Failures that concern the whole execution (ledger away, settings broken) have our Portuguese sentence as the
 * headline and no stack of ours; a failure of one item never comes here, it goes to the node's failure output.
 * @param asTool may an AI agent call this as its tool? Only what says so may be.
 */
export async function asNodeError(
  context: IExecuteFunctions,
  work: () => Promise<INodeExecutionData[][]>,
  { asTool = false }: { readonly asTool?: boolean } = {},
): Promise<INodeExecutionData[][]> {
  const tool = calledAsTool(context);
  if (tool && !asTool) return refusedCall(NOT_A_TOOL);
  try {
    return await work();
  } catch (error) {
    if (tool) return refusedCall(nodeError(context.getNode(), error).message);
    throw nodeError(context.getNode(), error);
  }
}

type Operation = (this: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

/**
 * Runs the operation that a node is set to, as {@link asNodeError} does.
 * @param fallback the description's default, which n8n leaves out
 * @param tools those that an AI agent may call; the others are about many people, or cannot be undone
 */
export function runOperation<Name extends string>(
  context: IExecuteFunctions,
  operations: Readonly<Record<Name, Operation>>,
  fallback: NoInfer<Name>,
  tools: readonly NoInfer<Name>[] = [],
): Promise<INodeExecutionData[][]> {
  return asNodeError(
    context,
    async () => {
      const operation = operationOf(context, operations, fallback);
      if (calledAsTool(context) && !tools.includes(operation)) return refusedCall(NOT_A_TOOL);
      return operations[operation].call(context);
    },
    { asTool: tools.length > 0 },
  );
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
