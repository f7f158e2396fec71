// `npm test`: everything, or the suites named: `npm test -- unit`, `npm test -- n8n e2e`, `npm test -- unit core/money`.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dependenciesStep } from './bootstrap/dependencies.mjs';
import { node24Child, prepareOrExit } from './bootstrap/handOver.mjs';
import { n8nStep } from './bootstrap/n8n.mjs';
import { node24Step } from './bootstrap/node24.mjs';
import { repoRoot } from './bootstrap/paths.mjs';
import { chromiumStep, postgresStep } from './bootstrap/systemPackages.mjs';
import { tasks, vitest } from './tasks.mjs';
import { figuresOf, suiteTable, totals } from './testFigures.mjs';

/** Each counts as one test. */
const CHECKS = {
  'build:nodes': [...tasks.build, 'nodes'],
  'build:designer': [...tasks.build, 'designer'],
  lint: tasks.lint,
  typecheck: tasks.typecheck,
};
/** Vitest projects, with what each needs on the machine and built, beside the project's own dependencies. */
const SUITES = {
  unit: { steps: [postgresStep], built: [] },
  n8n: { steps: [n8nStep], built: ['build:nodes'] },
  e2e: { steps: [n8nStep, chromiumStep], built: ['build:nodes', 'build:designer'] },
};

const args = process.argv.slice(2);
const known = [...Object.keys(CHECKS), ...Object.keys(SUITES)];
const named = args.filter((arg) => known.includes(arg));
const filters = args.filter((arg) => !known.includes(arg));
const wanted = new Set(named.flatMap((name) => [name, ...(SUITES[name]?.built ?? [])]));
const chosen = named.length > 0 ? known.filter((name) => wanted.has(name)) : known;

await prepareOrExit([...new Set([node24Step, dependenciesStep, ...chosen.flatMap((name) => SUITES[name]?.steps ?? [])])]);

const reports = join(repoRoot, 'reports');
mkdirSync(reports, { recursive: true });

const rows = [];
const broken = new Set();
for (const name of chosen) {
  process.stdout.write(`\n── ${name} ──\n`);
  const started = Date.now();
  const seconds = () => (Date.now() - started) / 1000;
  if (name in CHECKS) {
    const code = await node24Child(CHECKS[name], { cwd: repoRoot });
    if (code !== 0) broken.add(name);
    rows.push({ name, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds: seconds() });
    continue;
  }
  if (SUITES[name].built.some((part) => broken.has(part))) {
    process.stdout.write('Não rodou: a construção falhou.\n');
    rows.push({ name, passed: 0, failed: 1, skipped: 0, seconds: 0 });
    continue;
  }
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const code = await node24Child(
    [vitest, 'run', '--project', name, '--passWithNoTests', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...filters],
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
