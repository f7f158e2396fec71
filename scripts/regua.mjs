#!/usr/bin/env node
// `npm run --silent regua -- ARGS` in a clone: the command line straight from its TypeScript, under Node 24.
import { join } from 'node:path';
import { dependenciesStep } from './bootstrap/dependencies.mjs';
import { node24Child, prepareOrExit } from './bootstrap/handOver.mjs';
import { node24Step } from './bootstrap/node24.mjs';
import { repoRoot } from './bootstrap/paths.mjs';
import { tasks } from './tasks.mjs';

const args = process.argv.slice(2);
await prepareOrExit([node24Step, dependenciesStep]);
// What `serve` shows is the built designer.
const built =
  args[0] === 'serve' && !args.some((arg) => arg === '--help' || arg === '-h') ? await node24Child([...tasks.build, 'designer'], { cwd: repoRoot }) : 0;
process.exitCode = built === 0 ? await node24Child([join(repoRoot, 'cli', 'regua.ts'), ...args]) : built;
