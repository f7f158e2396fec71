import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Everything inlined, the worker too: a page opened from a folder may load no file beside it. */
export default defineConfig({
  root: at('../'),
  base: './',
  publicDir: false,
  plugins: [react(), viteSingleFile({ removeViteModuleLoader: true })],
  resolve: { alias: [{ find: /.*\/open-worker\.ts$/, replacement: at('../src/simulation/open-inlined-worker.ts') }] },
  worker: { format: 'iife' },
  build: { target: 'es2023', assetsInlineLimit: 100_000_000, cssCodeSplit: false },
});
