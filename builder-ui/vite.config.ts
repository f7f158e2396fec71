import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { offline } from './build/offline.ts';
import { oneFile } from './build/one-file.ts';

/** Built as static files with relative addresses: served from any folder, by `npm start` or by any web server. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react(), offline(), oneFile()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/designer',
    emptyOutDir: true,
    target: 'es2023',
    // Every request counts more than a few repeated bytes; and data: addresses would need a looser CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: process.env['REGUA_SERVER'] ? { '/api': process.env['REGUA_SERVER'], '/demo': process.env['REGUA_SERVER'] } : {} },
});
