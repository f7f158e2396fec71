import { defineConfig } from 'vitest/config';

const unitFolders = [
  'core',
  'ledger',
  'providers',
  'server',
  'nodes',
  'credentials',
  'cli',
  'builder-ui',
  'sandbox',
  'scripts',
  'templates',
  'test/boundary',
  'test/time-travel',
];

/** n8n and a browser are started once per file and share two cores with everything else. */
const slowAndAlone = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 180_000, teardownTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      // Property tests try hundreds of cases; on a busy machine that takes longer than the usual five seconds.
      {
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: 30_000,
          hookTimeout: 60_000,
          include: unitFolders.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
        },
      },
      { test: { name: 'n8n', environment: 'node', include: ['test/n8n/**/*.test.ts'], ...slowAndAlone } },
      { test: { name: 'e2e', environment: 'node', include: ['test/e2e/**/*.test.ts'], ...slowAndAlone } },
    ],
  },
});
