import { createStore, del, entries, get, set, type UseStore } from 'idb-keyval';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { readCadence } from '../../../core/cadence/parse.ts';

/** A cadence as kept in this browser. `savedAt` is epoch milliseconds; `revision` grows by one with each write, whichever tab makes it. */
export interface Draft {
  readonly document: CadenceDocument;
  readonly savedAt: number;
  readonly revision: number;
  readonly published?: Publication | undefined;
}

/** Where a cadence was published, and as what: the base of the next publication's merge. */
export interface Publication {
  readonly workflowId: string;
  readonly at: number;
  /** As n8n answered it; absent when it was published by a version that did not keep it. */
  readonly document?: CadenceDocument | undefined;
  /** What was being sent when nothing more was heard: n8n may have it or not. */
  readonly sent?: CadenceDocument | undefined;
}

export interface Version {
  readonly id: string;
  readonly cadenceId: string;
  readonly name: string;
  readonly at: number;
  readonly document: CadenceDocument;
}

let drafts: UseStore | undefined;
let versions: UseStore | undefined;
const draftStore = (): UseStore => (drafts ??= createStore('regua-drafts', 'drafts'));
const versionStore = (): UseStore => (versions ??= createStore('regua-versions', 'versions'));

export const readDraft = (id: string): Promise<Draft | undefined> => get<Draft>(id, draftStore());
export const writeDraft = (draft: Draft): Promise<void> => set(draft.document.id, draft, draftStore());
export const removeDraft = (id: string): Promise<void> => del(id, draftStore());

export async function listDrafts(): Promise<Draft[]> {
  const all = await entries<string, Draft>(draftStore());
  return all.map(([, draft]) => draft).sort((a, b) => b.savedAt - a.savedAt);
}

export const writeVersion = (version: Version): Promise<void> => set(version.id, version, versionStore());
export const removeVersion = (id: string): Promise<void> => del(id, versionStore());

/** A version kept by an older designer is read as a file of it would be; one that can't be read is left as it is, to be refused where it is used. */
function asOfToday(version: Version): Version {
  const read = readCadence(version.document);
  return read.ok ? { ...version, document: read.document } : version;
}

export async function listVersions(cadenceId: string): Promise<Version[]> {
  const all = await entries<string, Version>(versionStore());
  return all
    .map(([, version]) => version)
    .filter((version) => version.cadenceId === cadenceId)
    .map(asOfToday)
    .sort((a, b) => b.at - a.at);
}
