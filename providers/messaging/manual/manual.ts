import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { redact } from '../../redact.ts';
import type { MessageProvider, OutgoingMessage } from '../message-provider.ts';

export interface ManualSettings {
  /** Where the letters are put, one file each. */
  readonly folder: string;
}

/**
 * Letters: writes the finished page for a person to print and post. It is `prepared`, not sent, until that person says so.
 * The file is named by our reference, so that a repetition writes the same file.
 */
export function manualProvider(settings: ManualSettings): MessageProvider {
  return {
    concurrency: 8,
    async send(message) {
      const [kind, content] = contentOf(message);
      const file = join(settings.folder, `${message.reference.replace(/[^A-Za-z0-9_-]/g, '_')}.${kind}`);
      try {
        await mkdir(settings.folder, { recursive: true, mode: 0o700 });
        // Written aside first: whoever looks into the folder finds whole letters only.
        await writeFile(`${file}.parte`, content, { mode: 0o600 });
        await rename(`${file}.parte`, file);
        return { kind: 'prepared', file };
      } catch (error) {
        return { kind: 'unreachable', error: redact(`não foi possível gravar a carta: ${error instanceof Error ? error.message : String(error)}`, []) };
      }
    },
    close: () => Promise.resolve(),
  };
}

function contentOf({ pdf, html, toName = '', to, subject = '', text }: OutgoingMessage): readonly [kind: string, content: string | Uint8Array] {
  if (pdf) return ['pdf', pdf];
  return html === undefined ? ['txt', `${toName}\n${to}\n\n${subject}\n\n${text}\n`] : ['html', html];
}
