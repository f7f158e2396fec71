import type { IExecuteFunctions, INode, NodeParameterValueType } from 'n8n-workflow';
import { ReguaError } from '../../core/errors.ts';
import { migrateParameters, MIGRATIONS, NODE_TYPES, nodeVersion, type Migrations, type NodeKind } from '../../core/workflow/index.ts';

/**
 * A node's parameters, each read once per execution; only one in which the user typed an expression is read again per item,
 * because that costs 0.3 ms an item and a run has thousands.
 * A node that an earlier version of ours saved is read under the names it was saved with, and brought to today's.
 * @param defaults what to take for parameters that the node's current form does not show
 */
export function readParameters<P extends object>(context: IExecuteFunctions, defaults: P, migrations: Migrations = MIGRATIONS): (itemIndex: number) => P {
  const node = context.getNode();
  const kind = kindOf(node);
  if (kind === undefined || node.typeVersion >= nodeVersion(kind, migrations)) return readAsNamed(context, defaults);
  const savedAt = readAsNamed(context, Object.fromEntries(Object.keys(node.parameters).map((name) => [name, undefined])));
  const todays = memoByIdentity((saved: Record<string, unknown>) => {
    const migrated = migrateParameters(kind, node.typeVersion, saved, migrations);
    return Object.fromEntries(Object.entries(defaults).map(([name, fallback]) => [name, migrated[name] ?? fallback])) as P;
  });
  return (itemIndex) => todays(savedAt(itemIndex));
}

/**
 * What the node is asked to do, the same for all items.
 * @param fallback what its form begins with
 * @throws ReguaError `operation.unknown`
 */
export function operationOf<Operation extends string>(
  context: IExecuteFunctions,
  operations: Readonly<Record<Operation, unknown>>,
  fallback: NoInfer<Operation>,
): Operation {
  const { operation } = readParameters(context, { operation: fallback as Operation })(0);
  if (Object.hasOwn(operations, operation)) return operation;
  throw new ReguaError('operation.unknown', `Não conheço a operação "${String(operation)}". Escolha uma da lista deste nó.`, { field: 'operation' });
}

/** Which node of ours this is, also when an AI agent has it as a tool; undefined for one without a history of versions. */
function kindOf({ type }: INode): NodeKind | undefined {
  const name = type.slice(type.lastIndexOf('.') + 1).replace(/Tool$/, '');
  return name in NODE_TYPES ? (name as NodeKind) : undefined;
}

function readAsNamed<P extends object>(context: IExecuteFunctions, defaults: P): (itemIndex: number) => P {
  const fixed: Record<string, unknown> = {};
  const expressions: string[] = [];
  for (const [name, fallback] of Object.entries(defaults)) {
    const raw = context.getNodeParameter(name, 0, fallback as NodeParameterValueType, { rawExpressions: true });
    if (hasExpression(raw)) expressions.push(name);
    else fixed[name] = located(context.getNodeParameter(name, 0, fallback as NodeParameterValueType));
  }
  const constant = fixed as P;
  if (expressions.length === 0) return () => constant;
  return (itemIndex) => {
    const own: Record<string, unknown> = { ...fixed };
    for (const name of expressions)
      own[name] = located(context.getNodeParameter(name, itemIndex, (defaults as Record<string, unknown>)[name] as NodeParameterValueType));
    return own as P;
  };
}

/** What was picked from one of n8n's lists comes with how it was picked. */
function located(value: unknown): unknown {
  return typeof value === 'object' && value !== null && '__rl' in value && 'value' in value ? value.value : value;
}

function hasExpression(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('=');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasExpression);
}

/** Remembers a value made from parameters for as long as the parameters stay the same object. */
export function memoByIdentity<P extends object, T>(make: (parameters: P) => T): (parameters: P) => T {
  const made = new WeakMap<P, { readonly value: T }>();
  return (parameters) => {
    const known = made.get(parameters);
    if (known) return known.value;
    const value = make(parameters);
    made.set(parameters, { value });
    return value;
  };
}
