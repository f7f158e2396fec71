import { showToast } from '../parts/toasts.ts';
import { t } from '../strings/index.ts';
import { sentenceOf } from './error-sentence.ts';
import { writeVersion, type Version } from './storage.ts';
import { currentDocument } from './store.ts';

/** Keeps the cadence as it is now under a name, beside the autosave. */
export async function saveVersionNow(name?: string): Promise<Version | null> {
  const document = currentDocument();
  const at = Date.now();
  const version: Version = { id: `${document.id}:${at}`, cadenceId: document.id, name: name?.trim() || t().versions.defaultName(new Date(at)), at, document };
  try {
    await writeVersion(version);
    showToast({ text: t().versions.saved(version.name), tone: 'good' });
    return version;
  } catch (error) {
    showToast({ text: sentenceOf(error), tone: 'error' });
    return null;
  }
}
