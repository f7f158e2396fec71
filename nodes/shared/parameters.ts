import type { IExecuteFunctions, NodeParameterValueType } from 'n8n-workflow';

/**
 * A node's parameters, each read once per execution; only one in which the user typed an expression is read again per item,
 * because that costs 0.3 ms an item and a run has thousands.
 * @param defaults what to take for parameters that the node's current form does not show
 */
export function readParameters<P extends object>(context: IExecuteFunctions, defaults: P): (itemIndex: number) => P {
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
