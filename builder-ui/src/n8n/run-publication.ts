import { sameJson } from '../../../core/json/same-json.ts';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { announce } from '../parts/announcer.ts';
import { edit, useEditor } from '../document/store.ts';
import { t } from '../strings/index.ts';
import type { Merge } from '../../../core/merge/index.ts';
import type { DemoSession } from './client.ts';
import { sameContent, type Plan } from './plan.ts';
import { publish, type Published } from './publish.ts';

/** Carries out what the review showed, and goes on from what n8n has afterwards. @throws MovedError, N8nError */
export async function runPublication(
  document: CadenceDocument,
  plan: Plan,
  merge: Merge | null,
  options: { readonly apiKey: string; readonly activate: boolean; readonly credentials: DemoSession['credentials'] },
): Promise<Published> {
  const { apiKey, activate, credentials } = options;
  const published = await publish(plan.kind === 'update' ? merge!.result : plan.kind === 'again' ? plan.document : document, apiKey, {
    before: plan.kind === 'update' ? plan.workflow : null,
    keepsAddress: plan.kind === 'again',
    activate,
    credentials,
  });
  goOnFrom(published.document);
  announce(t().publish.done(published.workflow.name));
  return published;
}

/** What came along from n8n is one step of the history; what only n8n keeps about it is none. */
function goOnFrom(document: CadenceDocument): void {
  const state = useEditor.getState();
  if (state.readOnly || sameJson(state.document, document)) return;
  if (sameContent(state.document, document)) useEditor.setState({ document });
  else edit({ kind: 'replaceDocument', document, label: t().publish.merged });
}
