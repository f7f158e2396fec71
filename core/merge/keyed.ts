/** Elements by what they are about; two about the same get `#2` and so on, so that none is lost. */
export function keyed<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T> {
  const map = new Map<string, T>();
  for (const item of list) {
    const wanted = keyOf(item);
    let key = wanted;
    for (let n = 2; map.has(key); n++) key = `${wanted}#${n}`;
    map.set(key, item);
  }
  return map;
}
