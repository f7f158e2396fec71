// `npm test`: everything, or the suites named: `npm test -- unit`, `npm test -- n8n e2e`, `npm test -- unit core/money`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dependenciesStep } from './bootstrap/dependencies.mjs';
import { node24Child, prepareOrExit } from './bootstrap/handOver.mjs';
import { n8nStep } from './bootstrap/n8n.mjs';
import { node24Step } from './bootstrap/node24.mjs';
import { repoRoot } from './bootstrap/paths.mjs';
import { chromiumStep } from './bootstrap/systemPackages.mjs';
import { tasks, vitest } from './tasks.mjs';
import { figuresOf, suiteTable, totals } from './testFigures.mjs';

const CHECKS = ['build', 'lint', 'typecheck'];
/** Vitest projects, and what each needs on the machine beside the project's own dependencies. */
const SUITES = { unit: [], n8n: [n8nStep], e2e: [n8nStep, chromiumStep] };

const args = process.argv.slice(2);
const known = [...CHECKS, ...Object.keys(SUITES)];
const named = args.filter((arg) => known.includes(arg));
const filters = args.filter((arg) => !known.includes(arg));
const chosen = named.length > 0 ? known.filter((name) => named.includes(name) || (name === 'build' && named.some(needsBuild))) : known;

function needsBuild(name) {
  return name === 'n8n' || name === 'e2e';
}

await prepareOrExit([...new Set([node24Step, dependenciesStep, ...chosen.flatMap((name) => SUITES[name] ?? [])])]);

const reports = join(repoRoot, 'reports');
mkdirSync(reports, { recursive: true });

const rows = [];
let built = true;
for (const name of chosen) {
  process.stdout.write(`\n── ${name} ──\n`);
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  if (CHECKS.includes(name)) {
    const code = await node24Child(tasks[name], { cwd: repoRoot });
    if (name === 'build') built = code === 0;
    rows.push({ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds: seconds() });
    continue;
  }
  if (needsBuild(name) && !built) {
    process.stdout.write('Não rodou: a construção falhou.\n');
    rows.push({ name, passed: 0, failed: 1, skipped: 0, seconds: 0 });
    continue;
  }
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const code = await node24Child(
    [
      vitest,
      'run',
      '--project',
      name,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...filters,
    ],
    { cwd: repoRoot },
  );
  rows.push({ name, ...figuresOf(readReport(report), code), seconds: seconds() });
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const { passed, failed, skipped } = totals(rows);
process.stdout.write(`\n${suiteTable(rows)}\n\n`);
process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
process.exitCode = failed > 0 ? 1 : 0;
