import { defineConfig } from 'vitest/config';

/** The tests that stand beside what is mutated; the slower ones would only repeat their verdicts. */
export default defineConfig({
  test: {
    environment: 'node',
    include: ['core/charges/**/*.test.ts', 'core/guard/**/*.test.ts', 'core/payment/**/*.test.ts', 'core/step/**/*.test.ts', 'core/prescription/**/*.test.ts'],
  },
});
