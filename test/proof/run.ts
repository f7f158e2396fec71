// `npm run proof`: every template and twenty arbitrary cadences, sixty days in the real n8n and in the simulation, to the last debtor.
// `npm run proof -- --only classica,prova-3 --days 30 --debtors 20 --seed 7`
import { parseArgs } from 'node:util';
import { TEMPLATES } from '../../templates/index.ts';
import { arbitraryCadence } from './cadences.ts';
import { ProvingN8n } from './in-n8n.ts';
import { prove } from './prove.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    days: { type: 'string', default: '60' },
    debtors: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    cadences: { type: 'string', default: '20' },
  },
});
const seed = Number(values.seed);
const all = [...TEMPLATES.map(({ document }) => document), ...Array.from({ length: Number(values.cadences) }, (_, index) => arbitraryCadence(seed + index))];
const wanted = values.only?.split(',');
const n8n = await ProvingN8n.start();
let wrong = 0;
try {
  for (const [index, document] of all.entries()) {
    if (wanted && !wanted.includes(document.id)) continue;
    const began = performance.now();
    const proof = await prove(n8n, document, { seed: seed + index, days: Number(values.days), debtors: Number(values.debtors) });
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    const { debtors, contacts, tasks, entries, filings } = proof;
    process.stdout.write(
      `${document.id}: ${debtors} debtors, ${contacts} contacts, ${tasks} tasks, ${entries} entries, ${filings} filings, ${proof.differences.length} differences, ${seconds} s\n`,
    );
    for (const line of proof.differences.slice(0, 12)) process.stdout.write(`  ${line}\n`);
    wrong += proof.differences.length;
  }
} finally {
  await n8n.stop();
}
process.exitCode = wrong === 0 ? 0 : 1;
