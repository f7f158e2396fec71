// `npm run build`, `lint`, `typecheck`, `format`, `bench`: one task under Node 24, with what it needs in place.
import { dependenciesStep } from './bootstrap/dependencies.mjs';
import { runUnderNode24 } from './bootstrap/handOver.mjs';
import { node24Step } from './bootstrap/node24.mjs';
import { repoRoot } from './bootstrap/paths.mjs';
import { tasks } from './tasks.mjs';

const [name, ...rest] = process.argv.slice(2);
const task = tasks[name];
if (!task) {
  process.stderr.write(`Tarefa desconhecida: ${name ?? '(nenhuma)'}. Há: ${Object.keys(tasks).join(', ')}.\n`);
  process.exit(2);
}
await runUnderNode24([node24Step, dependenciesStep], [...task, ...rest], { cwd: repoRoot });
