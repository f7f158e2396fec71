// Writes indices.generated.ts from indices.csv. Run it after the CSV changes: node core/charges/data/generate.mjs
// The CSV is the source, a row per month with where it came from; the module is what a browser can load, in a tenth of the size.
import { readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const series = new Map();
for (const line of readFileSync(new URL('indices.csv', folder), 'utf8').trim().split(/\r?\n/).slice(1)) {
  const [name, month, percent, source] = line.split(',');
  if (!series.has(name)) series.set(name, []);
  series.get(name).push({ month, percent, source });
}

let text = `// Generated from indices.csv by generate.mjs; do not edit by hand.
// percents: one value a month from \`from\` on, percent a month; sources: [source, number of months] in order.
// prettier-ignore
export const INDEX_DATA = {
`;
for (const [name, rows] of series) {
  rows.sort((a, b) => (a.month < b.month ? -1 : 1));
  for (const [index, { month }] of rows.entries()) {
    const at = new Date(Date.UTC(Number(rows[0].month.slice(0, 4)), Number(rows[0].month.slice(5)) - 1 + index, 1));
    if (at.toISOString().slice(0, 7) !== month) throw new Error(`${name}: ${month} breaks the sequence of months`);
  }
  const sources = [];
  for (const { source } of rows) {
    if (sources.at(-1)?.[0] === source) sources.at(-1)[1] += 1;
    else sources.push([source, 1]);
  }
  text += `  ${JSON.stringify(name)}: {
    from: ${JSON.stringify(rows[0].month)},
    percents: ${JSON.stringify(rows.map(({ percent }) => percent).join(' '))},
    sources: ${JSON.stringify(sources)},
  },
`;
}
text += `} as const satisfies Record<string, { from: string; percents: string; sources: readonly (readonly [string, number])[] }>;\n`;
writeFileSync(new URL('indices.generated.ts', folder), text);
