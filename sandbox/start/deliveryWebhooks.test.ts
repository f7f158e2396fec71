import { expect, it } from 'vitest';
import { deliveryWebhooks } from './deliveryWebhooks.ts';

it('finds the triggers of published workflows on every page, by path or by webhook id', async () => {
  const type = 'n8n-nodes-regua.reguaTrigger';
  const pages: Record<string, unknown> = {
    '/workflows?active=true&limit=100': {
      data: [
        {
          nodes: [
            { type, webhookId: 'regua-classica', parameters: { path: '' } },
            { type: 'n8n-nodes-base.webhook', webhookId: 'outro' },
          ],
        },
        { nodes: [{ type, webhookId: 'parado', disabled: true }] },
      ],
      nextCursor: 'a=b',
    },
    '/workflows?active=true&limit=100&cursor=a%3Db': { data: [{ nodes: [{ type, webhookId: 'x', parameters: { path: 'meus-eventos' } }] }], nextCursor: null },
  };
  const call = async <T>(_method: string, path: string): Promise<T> => pages[path] as T;
  expect(await deliveryWebhooks({ url: 'http://localhost:5678', call })).toEqual([
    'http://localhost:5678/webhook/regua-classica',
    'http://localhost:5678/webhook/meus-eventos',
  ]);
});
