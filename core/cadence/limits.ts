import type { z } from 'zod';

/** The bounds that a number of the document has, both inclusive, as its schema says them; one that has no end gets `endless`. */
export function limitsOf(schema: z.ZodType, endless = Number.MAX_SAFE_INTEGER): { readonly min: number; readonly max: number } {
  const { innerType } = schema._zod.def as { innerType?: z.ZodType };
  if (innerType) return limitsOf(innerType, endless);
  const { minValue, maxValue } = schema as Partial<Pick<z.ZodNumber, 'minValue' | 'maxValue'>>;
  return { min: Math.max(minValue ?? -endless, -endless), max: Math.min(maxValue ?? endless, endless) };
}
