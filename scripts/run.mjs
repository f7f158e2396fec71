// `npm run build`, `lint`, `typecheck`, `format`, `bench`: one task under Node 24, with what it needs in place.
import { dependenciesStep } from './bootstrap/dependencies.mjs';
import { runUnderNode24 } from './bootstrap/handOver.mjs';
import { n8nStep } from './bootstrap/n8n.mjs';
import { node24Step } from './bootstrap/node24.mjs';
import { repoRoot } from './bootstrap/paths.mjs';
import { tasks } from './tasks.mjs';

const [name, ...rest] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  process.stderr.write(`Tarefa desconhecida: ${name ?? '(nenhuma)'}. Há: ${Object.keys(tasks).join(', ')}.\n`);
  process.exit(2);
}
const steps = name === 'bench:n8n' || name === 'proof' ? [node24Step, dependenciesStep, n8nStep] : [node24Step, dependenciesStep];
await runUnderNode24(steps, [...task, ...rest], { cwd: repoRoot });
