#!/usr/bin/env node
// `npm run --silent regua -- ARGS` in a clone: the command line straight from its TypeScript, under Node 24.
import { join } from 'node:path';
import { dependenciesStep } from './bootstrap/dependencies.mjs';
import { runUnderNode24 } from './bootstrap/handOver.mjs';
import { node24Step } from './bootstrap/node24.mjs';
import { repoRoot } from './bootstrap/paths.mjs';

await runUnderNode24([node24Step, dependenciesStep], [join(repoRoot, 'cli', 'regua.ts'), ...process.argv.slice(2)]);
