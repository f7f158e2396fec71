// Writes devedores.csv: `node sandbox/sample/generate.ts`. The same bytes every time; a test compares.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeBrokenRows } from './brokenRows.ts';
import { makeDebtorRows } from './debtors.ts';
import { Random } from './random.ts';
import { toCsv, type Row } from './row.ts';

const SEED = 20_261_121;

export const sampleFile = join(import.meta.dirname, 'devedores.csv');

/** The sample portfolio with its broken rows strewn in, as they are in a real export. */
export function makeSample(): string {
  const random = new Random(SEED);
  const good = makeDebtorRows(random);
  const broken = makeBrokenRows(random);
  const every = Math.floor(good.length / broken.length);
  const rows: Row[] = [];
  for (const [index, row] of good.entries()) {
    rows.push(row);
    if (index % every === every - 1 && broken.length > 0) rows.push(broken.shift()!);
  }
  return toCsv([...rows, ...broken]);
}

if (process.argv[1] === import.meta.filename) writeFileSync(sampleFile, makeSample());
