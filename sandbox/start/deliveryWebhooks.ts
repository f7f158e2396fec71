import { NODE_TYPES } from '../../core/workflow/parameters.ts';
import type { PublicApi } from '../n8n/session.ts';

type ListedNode = { type: string; disabled?: boolean; webhookId?: string; parameters?: { path?: string } };
type Listed = { data: { nodes?: ListedNode[] }[]; nextCursor?: string | null };

/** Where the Régua triggers of this n8n's published workflows take events. */
export async function deliveryWebhooks(api: Pick<PublicApi, 'url' | 'call'>): Promise<string[]> {
  const urls = new Set<string>();
  let cursor = '';
  do {
    const page = await api.call<Listed>('GET', `/workflows?active=true&limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    for (const node of page.data.flatMap(({ nodes = [] }) => nodes)) {
      // The trigger's own rule: the path that was typed, else the id that n8n or the designer gave.
      const path = node.parameters?.path?.trim() || node.webhookId;
      if (node.type === NODE_TYPES.reguaTrigger && !node.disabled && path) urls.add(`${api.url}/webhook/${path.replace(/^\/+/, '')}`);
    }
    cursor = page.nextCursor ?? '';
  } while (cursor !== '');
  return [...urls];
}
