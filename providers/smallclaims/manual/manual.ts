import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilingProvider } from '../filing-provider.ts';

/** No court takes a lay plaintiff's first petition by API: the package is put in a folder for a person to file. */
export function manualFiling(settings: { readonly folder: string }): FilingProvider {
  return {
    async submit({ filingId, zip }) {
      await mkdir(settings.folder, { recursive: true, mode: 0o700 });
      const file = join(settings.folder, `juizado-${filingId.replace(/[^A-Za-z0-9_-]/g, '_')}.zip`);
      await writeFile(`${file}.parte`, zip, { mode: 0o600 });
      await rename(`${file}.parte`, file);
      return { file };
    },
  };
}
