import { readCadence } from '../../../core/cadence/parse.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';

/** What had not reached IndexedDB when the page went away; written synchronously, which only localStorage allows. */
export interface Stash {
  readonly document: CadenceDocument;
  /** The revision this tab had last saved or read. */
  readonly revision: number;
}

const key = (id: string): string => `regua.unsaved.${id}`;

export function putStash(stash: Stash): void {
  try {
    localStorage.setItem(key(stash.document.id), JSON.stringify(stash));
  } catch {
    // Full or forbidden: IndexedDB is being tried as well.
  }
}

export function dropStash(id: string): void {
  try {
    localStorage.removeItem(key(id));
  } catch {
    // As above.
  }
}

/** Takes the stash away; a damaged one is none. */
export function takeStash(id: string): Stash | null {
  try {
    const text = localStorage.getItem(key(id));
    if (text === null) return null;
    localStorage.removeItem(key(id));
    const json = JSON.parse(text) as { document: unknown; revision: number };
    const parsed = readCadence(json.document);
    return parsed.ok ? { document: parsed.document, revision: json.revision } : null;
  } catch {
    return null;
  }
}
