/** The same shape with null allowed where a property is optional: how a row says "absent". */
type Nullable<T> = { readonly [K in keyof T]: Record<string, never> extends Pick<T, K> ? T[K] | null | undefined : T[K] };

/** Leaves out what is null: the tables' absent becomes the types' absent. */
export function defined<T extends object>(values: Nullable<T>): T {
  const result: Record<string, unknown> = {};
  for (const key in values) {
    const value: unknown = values[key];
    if (value !== null && value !== undefined) result[key] = value;
  }
  return result as T;
}
