import { currentDocument } from '../document/store.ts';
import { showToast } from '../parts/toasts.ts';
import { t } from '../strings/index.ts';

/** `Régua clássica` → `regua-classica`. */
export function fileName(name: string, extension: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${plain || 'regua'}.${extension}`;
}

export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the next turn; holding the address longer would only hold memory.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function downloadCadence(): void {
  const document = currentDocument();
  download(fileName(document.name, 'regua.json'), `${JSON.stringify(document, null, 2)}\n`, 'application/json');
}

export async function downloadWorkflow(): Promise<void> {
  const { toWorkflow, workflowIdFrom } = await import('../../../core/workflow/index.ts');
  const document = currentDocument();
  const workflow = toWorkflow(document, { id: workflowIdFrom(crypto.randomUUID()), webhookId: crypto.randomUUID() });
  download(fileName(document.name, 'n8n.json'), `${JSON.stringify(workflow, null, 2)}\n`, 'application/json');
}

/** What n8n's canvas takes by Ctrl+V; without a name, which would rename the workflow that is open there. */
export async function copyForN8n(): Promise<void> {
  const { toClipboard, toWorkflow } = await import('../../../core/workflow/index.ts');
  try {
    await navigator.clipboard.writeText(toClipboard(toWorkflow(currentDocument(), { webhookId: crypto.randomUUID() })));
    showToast({ text: `${t().files.copied} ${t().files.copyNote}`, tone: 'good' });
  } catch {
    // Clipboard permission denied or an insecure address.
    showToast({ text: t().files.copyFailed, tone: 'error', action: { label: t().files.downloadWorkflow, run: () => void downloadWorkflow() } });
  }
}
