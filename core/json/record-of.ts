import { z } from 'zod';

/**
 * Schema of a record whose keys come from outside. As `z.record(z.string(), value)`, which leaves a key named `__proto__` out:
 * here it is a key like any other, and nobody's prototype.
 */
export function recordOf<Value extends z.ZodType>(value: Value) {
  return z
    .custom<Record<string, unknown>>((input) => typeof input === 'object' && input !== null && !Array.isArray(input), 'Falta um valor ou ele é de outro tipo.')
    .transform((input, context): Record<string, z.output<Value>> => {
      const entries: [string, z.output<Value>][] = [];
      for (const [key, content] of Object.entries(input)) {
        const read = value.safeParse(content);
        if (read.success) entries.push([key, read.data]);
        else for (const issue of read.error.issues) context.issues.push({ ...issue, input: content, path: [key, ...issue.path] } as z.core.$ZodRawIssue);
      }
      return Object.fromEntries(entries);
    });
}

/** Any JSON object, kept as it is. */
export const jsonObject = recordOf(z.unknown());
