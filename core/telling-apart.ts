/** Names for things that may be alike: the key itself, then `key:2`, `key:3`… in the order they are asked for. */
export function tellingApart(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}:${times}`;
  };
}
