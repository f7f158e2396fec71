import { sameJson } from '../../../core/json/same-json.ts';
import { compareCadences } from '../../../core/cadence/compare/index.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { readCadence } from '../../../core/cadence/parse.ts';
import { ReguaError } from '../../../core/errors.ts';
import { mergeCadences, n8nChanges, type Merge, type MergeOptions } from '../../../core/merge/index.ts';
import { fromWorkflow } from '../../../core/workflow/index.ts';
import type { Publication } from '../document/storage.ts';
import { t } from '../strings/index.ts';
import type { RemoteWorkflow } from './client.ts';
import { fetchWorkflow } from './publish.ts';

/** What a publication would do, worked out before anything is sent. */
export type Plan =
  | { readonly kind: 'create' }
  /** Published before, and no longer there: deleted, archived, or without a node of ours. */
  | { readonly kind: 'again'; readonly document: CadenceDocument }
  | {
      readonly kind: 'update';
      readonly workflow: RemoteWorkflow;
      readonly base: CadenceDocument | null;
      readonly merge: Merge;
      readonly warnings: readonly string[];
    };

/** Reads what n8n has now and merges it with the designer's. Nothing is changed anywhere. */
export async function planPublishing(document: CadenceDocument, apiKey: string, published: Publication | undefined): Promise<Plan> {
  if (!published) return { kind: 'create' };
  const options: MergeOptions = { n8n: 'theirs', words: t().says.merge };
  const bases = [published.document, published.sent].flatMap((kept) => readKept(kept));
  const workflow = await fetchWorkflow(apiKey, published.workflowId);
  const read = workflow && workflow.isArchived !== true ? readRemote(workflow) : null;
  if (!workflow || !read) {
    // What n8n kept about it is still known from the last publication.
    const [base] = bases;
    return { kind: 'again', document: base ? mergeCadences(base, document, base, options).result : document };
  }
  // If what was sent never arrived, or arrived unheard, the base that explains n8n's copy with fewer questions is the true one.
  const candidates = (bases.length > 0 ? bases : [null]).map((base) => ({ base, merge: mergeCadences(base, document, read.document, options) }));
  const { base, merge } = candidates.reduce((best, next) => (next.merge.conflicts.length < best.merge.conflicts.length ? next : best));
  const warnings = read.notes.filter((note) => note.severity === 'warning').map((note) => `${note.nodeName}: ${t().says.importNote(note.code, note.message)}`);
  return { kind: 'update', workflow, base, merge, warnings };
}

/** What a draft of an earlier version kept is migrated; what can't be read is no base. */
function readKept(kept: CadenceDocument | undefined): CadenceDocument[] {
  const read = kept ? readCadence(kept) : undefined;
  return read?.ok ? [read.document] : [];
}

function readRemote(workflow: RemoteWorkflow): ReturnType<typeof fromWorkflow> | null {
  try {
    return fromWorkflow(workflow);
  } catch (error) {
    if (error instanceof ReguaError && error.code === 'workflow.no-cadence') return null;
    throw error;
  }
}

/** The plan in sentences: what n8n gets, and what was changed in n8n and comes along into the designer. */
export function told(plan: Plan & { kind: 'update' }, merge: Merge): { readonly goes: readonly string[]; readonly comes: readonly string[] } {
  const { mine, theirs } = merge.sources;
  const words = t().says.differences;
  const sentences = (before: CadenceDocument, after: CadenceDocument): string[] => compareCadences(before, after, words).map(({ sentence }) => sentence);
  return {
    goes: sentences(theirs, merge.result),
    comes: [...sentences(mine, merge.result), ...(plan.base ? n8nChanges(plan.base, theirs, t().publish.inN8n) : [])],
  };
}

/** True when the two say the same to a manager, whatever n8n keeps beside them. */
export function sameContent({ n8n: _a, ...one }: CadenceDocument, { n8n: _b, ...other }: CadenceDocument): boolean {
  return sameJson(one, other);
}
