// `npm start`: brings what is missing, builds what changed, and starts n8n, the designer and the outbox.
import { join } from 'node:path';
import { dependenciesStep } from './bootstrap/dependencies.mjs';
import { node24Child, prepareOrExit } from './bootstrap/handOver.mjs';
import { n8nStep } from './bootstrap/n8n.mjs';
import { node24Step } from './bootstrap/node24.mjs';
import { whenParentIsGone } from './bootstrap/parent.mjs';
import { repoRoot } from './bootstrap/paths.mjs';
import { parseStartOptions, startHelp } from './startOptions.mjs';
import { tasks } from './tasks.mjs';

const args = process.argv.slice(2);
let options;
try {
  options = parseStartOptions(args);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
if (options.help) {
  process.stdout.write(startHelp);
  process.exit(0);
}
// Whoever runs this file without npm may want it to outlive the shell.
if (process.env.npm_lifecycle_event) whenParentIsGone(() => process.kill(process.pid, 'SIGTERM'));
await prepareOrExit([node24Step, dependenciesStep, n8nStep]);
const built = await node24Child(tasks.build, { cwd: repoRoot });
process.exitCode = built === 0 ? await node24Child([join(repoRoot, 'sandbox', 'start.ts'), ...args], { cwd: repoRoot }) : built;
