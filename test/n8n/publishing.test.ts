import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { useSaving } from '../../builder-ui/src/document/autosave.ts';
import type { Draft } from '../../builder-ui/src/document/storage.ts';
import { currentDocument, edit, openDocument } from '../../builder-ui/src/document/store.ts';
import { planPublishing } from '../../builder-ui/src/n8n/plan.ts';
import type { Published } from '../../builder-ui/src/n8n/publish.ts';
import { runPublication } from '../../builder-ui/src/n8n/run-publication.ts';
import type { N8n } from '../../sandbox/n8n/server.ts';
import { startN8n } from '../../sandbox/n8n/server.ts';
import { findTemplate } from '../../templates/index.ts';

// A browser's IndexedDB, as far as drafts need it.
const drafts = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../../builder-ui/src/document/storage.ts', () => ({
  readDraft: (id: string) => Promise.resolve(drafts.get(id)),
  writeDraft: (draft: Draft) => Promise.resolve(void drafts.set(draft.document.id, structuredClone(draft))),
}));

let folder: string;
let n8n: N8n;
const nodeFetch = globalThis.fetch;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-publishing-'));
  n8n = await startN8n({ userFolder: folder });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => nodeFetch(path.replace(/^api\/n8n\//, `${n8n.url}/api/v1/`), init));
});
afterAll(async () => {
  vi.unstubAllGlobals();
  await n8n?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Node extends Record<string, unknown> {
  id: string;
  name: string;
  type: string;
  position: [number, number];
  parameters: { texts?: { text: { body: string }[] } } & Record<string, unknown>;
  credentials?: Record<string, { id: string; name: string }>;
}
interface Workflow {
  name: string;
  active: boolean;
  nodes: Node[];
  connections: Record<string, Record<string, { node: string; type: string; index: number }[][]>>;
  settings: Record<string, unknown>;
}

async function publishNow(): Promise<Published> {
  const plan = await planPublishing(currentDocument(), n8n.api.key, useSaving.getState().published);
  if (plan.kind === 'update') expect(plan.merge.conflicts).toEqual([]);
  return runPublication(currentDocument(), plan, plan.kind === 'update' ? plan.merge : null, { apiKey: n8n.api.key, activate: true, credentials: undefined });
}

const firstMessage = (step: number) => {
  const block = currentDocument().tracks[0]!.steps[step]!.blocks.find(({ kind }) => kind === 'message')!;
  if (block.kind !== 'message') throw new Error('no message');
  return block;
};

describe('publishing to a real n8n, twice', () => {
  let id: string;
  let published: Published;

  it('makes a workflow that is on, and whose trigger takes events only with the secret', async () => {
    openDocument({ ...findTemplate('classica')!.document, id: 'loja' });
    published = await publishNow();
    id = published.workflow.id;
    expect(published).toMatchObject({ active: true, problems: [] });
    const { nodes } = await n8n.api.call<Workflow>('GET', `/workflows/${id}`);
    const trigger = nodes.find(({ type }) => type.endsWith('.reguaTrigger'))!;
    const event = (headers: Record<string, string>): Promise<number> =>
      nodeFetch(`${n8n.url}/webhook/${String(trigger['webhookId'])}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ event: 'payment', debtNumber: 'nenhum' }),
      }).then(({ status }) => status);
    await expect.poll(() => event({}), { timeout: 10_000 }).toBe(401);
    expect(await event({ authorization: 'Bearer errado-errado-errado-errado' })).toBe(401);
    expect(await event({ authorization: `Bearer ${published.secret!.secret}` })).not.toBe(401);
  });

  it('keeps credentials, webhook, names, positions, foreign nodes, settings and both edits', async () => {
    const ledger = await n8n.api.call<{ id: string; name: string }>('POST', '/credentials', {
      name: 'Registro da loja',
      type: 'reguaLedger',
      data: { engine: 'sqlite', file: join(folder, 'registro.sqlite') },
    });
    const there = await n8n.api.call<Workflow>('GET', `/workflows/${id}`);
    const [text, other] = [firstMessage(0), firstMessage(1)];
    for (const node of there.nodes) {
      if (node.type.startsWith('n8n-nodes-regua.')) node.credentials = { ...node.credentials, reguaLedger: { id: ledger.id, name: ledger.name } };
      if (node.id === text.id) for (const each of node.parameters.texts!.text) each.body = `${each.body} Escrito no n8n.`;
    }
    const lookup = there.nodes.find(({ id: part }) => part === 'lookup')!;
    const before = lookup.name;
    lookup.name = 'Quem vence hoje';
    lookup.position = [lookup.position[0], lookup.position[1] - 480];
    there.connections[lookup.name] = there.connections[before]!;
    delete there.connections[before];
    for (const types of Object.values(there.connections))
      for (const outputs of Object.values(types)) for (const target of outputs.flat()) if (target.node === before) target.node = lookup.name;
    there.nodes.push({ id: 'fora', name: 'Avisar a equipe', type: 'n8n-nodes-base.noOp', typeVersion: 1, position: [320, -480], parameters: {} });
    (there.connections[lookup.name]!['main']![1] ??= []).push({ node: 'Avisar a equipe', type: 'main', index: 0 });
    await n8n.api.call('PUT', `/workflows/${id}`, {
      name: there.name,
      nodes: there.nodes,
      connections: there.connections,
      settings: { ...there.settings, executionTimeout: 900 },
    });
    const edited = await n8n.api.call<Workflow>('GET', `/workflows/${id}`);

    edit({ kind: 'updateBlock', block: { ...other, texts: other.texts.map((each) => ({ ...each, body: `${each.body} Escrito no designer.` })) } });
    const { id: trackId } = currentDocument().tracks[0]!;
    edit({
      kind: 'addBlock',
      place: { trackId, day: 3 },
      block: { id: 'ligar', kind: 'humanTask', title: 'Ligar', instructions: '', team: 'cobrança', dueInBusinessDays: 1 },
    });
    const again = await publishNow();
    expect(again).toMatchObject({ active: true, problems: [] });
    expect(again.secret).toBeUndefined();

    const now = await n8n.api.call<Workflow>('GET', `/workflows/${id}`);
    const nodeOf = (part: string): Node => now.nodes.find((node) => node.id === part)!;
    for (const node of edited.nodes.filter(({ type }) => type !== 'n8n-nodes-base.stickyNote')) {
      const after = nodeOf(node.id);
      expect(after.name).toBe(node.name);
      expect(after.credentials).toEqual(node.credentials);
      expect(after['webhookId']).toEqual(node['webhookId']);
    }
    expect(nodeOf('lookup').position).toEqual(lookup.position);
    expect(nodeOf('fora')).toMatchObject({ type: 'n8n-nodes-base.noOp', position: [320, -480] });
    expect(now.connections['Quem vence hoje']!['main']![1]).toContainEqual({ node: 'Avisar a equipe', type: 'main', index: 0 });
    expect(now.settings).toMatchObject({ executionTimeout: 900, timezone: 'America/Sao_Paulo' });
    expect(nodeOf(text.id).parameters.texts!.text[0]!.body).toContain('Escrito no n8n.');
    expect(nodeOf(other.id).parameters.texts!.text[0]!.body).toContain('Escrito no designer.');
    expect(nodeOf('ligar').type).toBe('n8n-nodes-regua.humanTask');
    expect(firstMessage(0).texts[0]!.body).toContain('Escrito no n8n.');
  });
});
