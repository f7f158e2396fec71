import { join } from 'node:path';
import { repoRoot } from './bootstrap/paths.mjs';

const tool = (...path) => join(repoRoot, 'node_modules', ...path);

/** What each task runs under Node 24, in the repository's root. Tools by their files, so that no shell or PATH matters. */
export const tasks = {
  build: [join(repoRoot, 'scripts', 'build', 'build.ts')],
  lint: [tool('eslint', 'bin', 'eslint.js'), '.'],
  typecheck: [tool('typescript', 'bin', 'tsc'), '--project', join(repoRoot, 'tsconfig.json')],
  format: [tool('prettier', 'bin', 'prettier.cjs'), '--write', '--log-level', 'warn', '.'],
  bench: [tool('vitest', 'vitest.mjs'), 'bench', '--run', '--project', 'unit (bench)'],
  vocabulary: [join(repoRoot, 'scripts', 'learn-vocabulary.ts')],
  mutation: [tool('@stryker-mutator', 'core', 'bin', 'stryker.js'), 'run'],
  'bench:ui': [join(repoRoot, 'builder-ui', 'bench', 'run.ts')],
  'bench:n8n': [join(repoRoot, 'sandbox', 'bench', 'due-cases.ts')],
  proof: [join(repoRoot, 'test', 'proof', 'run.ts')],
};

export const vitest = tool('vitest', 'vitest.mjs');
