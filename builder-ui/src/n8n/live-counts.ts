import { create } from 'zustand';
import { NODE_TYPES } from '../../../core/workflow/parameters.ts';
import { clearTraffic, useTraffic } from '../canvas/traffic.ts';
import { sentenceOf } from '../document/error-sentence.ts';
import { currentDocument, useEditor } from '../document/store.ts';
import { showToast } from '../parts/toasts.ts';
import { t } from '../strings/index.ts';
import { N8nError } from './client.ts';
import { fetchWorkflow } from './publish.ts';

/** Cases standing in each step now, read from the ledger through the published workflow's own webhook. */
export const useLiveCounts = create<{ on: boolean }>()(() => ({ on: false }));

const EVERY_MS = 15_000;
let timer: ReturnType<typeof setInterval> | undefined;

export async function showLiveCounts(apiKey: string, workflowId: string, secret: string): Promise<void> {
  try {
    const workflow = await fetchWorkflow(apiKey, workflowId);
    const trigger = workflow?.nodes.find((node) => node['type'] === NODE_TYPES.reguaTrigger);
    const path = trigger && ((trigger['parameters'] as { path?: string } | undefined)?.path || (trigger['webhookId'] as string | undefined));
    if (!workflow?.active || !path) throw new N8nError(0, t().live.notReady);
    await readCounts(path, secret);
    useLiveCounts.setState({ on: true });
    hideWithAnotherCadence();
    clearInterval(timer);
    timer = setInterval(() => void readCounts(path, secret).catch(stopLiveCounts), EVERY_MS);
  } catch (error) {
    showToast({ text: error instanceof N8nError ? error.message : sentenceOf(error), tone: 'error' });
  }
}

export function hideLiveCounts(): void {
  clearInterval(timer);
  useLiveCounts.setState({ on: false });
  clearTraffic();
}

/** The counts are those of one cadence: another one that is opened has none of them. */
function hideWithAnotherCadence(): void {
  const { id } = currentDocument();
  const stop = useEditor.subscribe(({ document }) => {
    if (document.id === id && useLiveCounts.getState().on) return;
    stop();
    if (useLiveCounts.getState().on) hideLiveCounts();
  });
}

/** Counts that no longer come would go stale on the ruler: they go, and it is said why. */
function stopLiveCounts(error: unknown): void {
  hideLiveCounts();
  showToast({ text: error instanceof N8nError ? error.message : t().live.unreachable, tone: 'error' });
}

async function readCounts(path: string, secret: string): Promise<void> {
  const [{ steps }, day] = await Promise.all([
    readView<{ steps: readonly { stepId: string; cases: number }[] }>(path, 'steps', secret),
    // Before its first run the cadence has no day to tell of.
    readView<{ text: string }>(path, 'day', secret).catch((error: unknown) => {
      if (error instanceof N8nError && error.status === 404) return null;
      throw error;
    }),
  ]);
  useTraffic.setState({
    lines: {},
    largest: 0,
    steps: Object.fromEntries(steps.map(({ stepId, cases }) => [stepId, cases])),
    day: day?.text ?? null,
  });
}

async function readView<T>(path: string, view: 'steps' | 'day', secret: string): Promise<T> {
  const response = await fetch(`api/webhook/${encodeURIComponent(path)}?view=${view}`, {
    headers: { accept: 'application/json', authorization: `Bearer ${secret}` },
  });
  if (response.status === 401) throw new N8nError(401, t().live.secretWrong);
  if (!response.ok || !response.headers.get('content-type')?.includes('json')) throw new N8nError(response.status, t().live.unreachable);
  return (await response.json()) as T;
}
