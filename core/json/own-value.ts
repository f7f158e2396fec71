/**
 * What a record holds under a name that came from outside. `record[name]` would answer for `constructor` and `__proto__`
 * with what every object inherits.
 */
export function ownValue<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
