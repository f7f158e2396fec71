import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const source = fileURLToPath(new URL('./service-worker.js', import.meta.url));

/**
 * Makes the built page work offline: a service worker that keeps every file of this build, and a manifest to install it by.
 * Ours, in forty lines, because a page of static files needs none of the strategies that a generator brings along.
 */
export function offline(): Plugin {
  return {
    name: 'regua:offline',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = ['./', './icon.svg', './manifest.json', ...Object.keys(bundle).map((file) => `./${file}`)].filter((file) => file !== './index.html');
      const version = createHash('sha256').update(Object.keys(bundle).sort().join('\n')).digest('hex').slice(0, 12);
      const worker = readFileSync(source, 'utf8').replace("'__VERSION__'", JSON.stringify(version)).replace("['__FILES__']", JSON.stringify(files));
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker });
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: JSON.stringify(manifest, null, 2) });
    },
  };
}

const manifest = {
  name: 'Régua',
  short_name: 'Régua',
  description: 'Monte, simule e publique a sua régua de cobrança humanizada.',
  lang: 'pt-BR',
  start_url: './',
  display: 'standalone',
  background_color: '#f7f3ec',
  theme_color: '#0f5b57',
  icons: [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
};
