const LONGEST = 90;
const BEFORE = 20;

/** Two texts shortened to where they begin to differ, so that the difference can be seen. */
export function excerpts(mine: string, theirs: string): readonly [string, string] {
  const [m, t] = [mine, theirs].map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string];
  if (m.length <= LONGEST && t.length <= LONGEST) return [m, t];
  let same = 0;
  while (same < m.length && same < t.length && m[same] === t[same]) same++;
  const from = Math.max(0, m.lastIndexOf(' ', same - BEFORE) + 1);
  const cut = (text: string): string => `${from > 0 ? '…' : ''}${text.slice(from, from + LONGEST)}${text.length > from + LONGEST ? '…' : ''}`;
  return [cut(m), cut(t)];
}
