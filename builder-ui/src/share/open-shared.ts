import { openDocument } from '../document/store.ts';
import { showToast } from '../parts/toasts.ts';
import { t } from '../strings/index.ts';
import { readShareHash } from './link.ts';

/** Shows a shared cadence, to be read first; it is only kept once somebody edits a copy. */
export async function openShared(hash: string): Promise<boolean> {
  const parsed = readShareHash(hash);
  if (!parsed.ok) {
    showToast({ text: t().says.importNote(parsed.problems[0]!.code, parsed.problems[0]!.message), tone: 'error' });
    return false;
  }
  openDocument(parsed.document, { readOnly: true });
  return true;
}
