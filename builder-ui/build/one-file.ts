import { renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

/** After the page, the same page again as one HTML file (`regua.html`) that can be mailed and opened from a folder. */
export function oneFile(): Plugin {
  let outDir = '';
  return {
    name: 'regua:one-file',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      async handler() {
        const work = `${outDir}.one-file`;
        await build({
          configFile: fileURLToPath(new URL('./one-file.config.ts', import.meta.url)),
          logLevel: 'error',
          build: { outDir: work, emptyOutDir: true },
        });
        renameSync(join(work, 'index.html'), join(outDir, 'regua.html'));
        rmSync(work, { recursive: true, force: true });
      },
    },
  };
}
