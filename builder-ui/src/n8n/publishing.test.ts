import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseCadence, type CadenceDocument } from '../../../core/cadence/index.ts';
import type { Side } from '../../../core/merge/index.ts';
import { resolve } from '../../../core/merge/index.ts';
import { fromWorkflow } from '../../../core/workflow/index.ts';
import { findTemplate } from '../../../templates/index.ts';
import { FakeN8n, type StoredWorkflow } from '../../../test/e2e/support/fakeN8n.ts';
import { useSaving } from '../document/autosave.ts';
import type { Draft } from '../document/storage.ts';
import { currentDocument, edit, openDocument, undo, useEditor } from '../document/store.ts';
import { planPublishing, told, type Plan } from './plan.ts';
import { MovedError, type Published } from './publish.ts';
import { runPublication } from './run-publication.ts';

// A browser's IndexedDB, as far as drafts need it.
const drafts = vi.hoisted(() => new Map<string, unknown>());
vi.mock('../document/storage.ts', () => ({
  readDraft: (id: string) => Promise.resolve(drafts.get(id)),
  writeDraft: (draft: Draft) => Promise.resolve(void drafts.set(draft.document.id, structuredClone(draft))),
}));

let n8n: FakeN8n;
let key: string;
const nodeFetch = globalThis.fetch;

beforeEach(async () => {
  n8n = new FakeN8n();
  key = n8n.apiKey;
  const url = await n8n.start();
  // The page's own address, behind which the designer's server passes requests on to n8n.
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => nodeFetch(path.replace(/^api\/n8n\//, `${url}/api/v1/`), init));
  drafts.clear();
  useSaving.setState({ published: undefined, state: 'saved', elsewhere: null });
  openDocument({ ...findTemplate('essencial')!.document, id: 'loja' });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  await n8n.stop();
});

const plan = (): Promise<Plan> => planPublishing(currentDocument(), key, useSaving.getState().published);

async function publishNow(choices: ReadonlyMap<string, Side> = new Map(), made?: Plan): Promise<Published> {
  const planned = made ?? (await plan());
  const merge = planned.kind === 'update' ? resolve(planned.merge, choices) : null;
  return runPublication(currentDocument(), planned, merge, { apiKey: key, activate: true, credentials: undefined });
}

const stored = (): StoredWorkflow => [...n8n.workflows.values()].at(-1)!;
type Node = Record<string, unknown> & { parameters: { texts: { text: { body: string }[] } } };
const nodes = (): Node[] => stored().nodes as Node[];
const messageNodes = (): Node[] => nodes().filter(({ type }) => type === 'n8n-nodes-regua.sendMessage');
const node = (id: string): Node => nodes().find((each) => each['id'] === id)!;

function messages(): { id: string; body: string }[] {
  return currentDocument().tracks.flatMap(({ steps }) =>
    steps.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'message' ? [{ id: block.id, body: block.texts[0]!.body }] : []))),
  );
}

function writeText(id: string, body: string): void {
  for (const { steps } of currentDocument().tracks)
    for (const { blocks } of steps)
      for (const block of blocks)
        if (block.id === id && block.kind === 'message')
          edit({ kind: 'updateBlock', block: { ...block, texts: block.texts.map((text) => ({ ...text, body })) } });
}

const writeInN8n = (id: string, body: string): void =>
  n8n.changeInEditor(stored().id, () => {
    for (const text of node(id).parameters.texts.text) text.body = body;
  });

describe('publishing for the first time', () => {
  it('makes the workflow with an address nobody can guess and a secret that is told once', async () => {
    const { secret, active } = await publishNow();
    expect(active).toBe(true);
    expect(secret!.secret).toMatch(/^[\w-]{43}$/);
    expect(n8n.credentials).toEqual([
      { id: 'cred1', name: `Régua: segredo de ${currentDocument().name}`, type: 'reguaWebhook', data: { header: 'Authorization', secret: secret!.secret } },
    ]);
    expect(node('trigger')).toMatchObject({
      webhookId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/) as string,
      credentials: { reguaWebhook: { id: 'cred1', name: n8n.credentials[0]!.name } },
    });
    expect(JSON.stringify([...drafts.values()])).not.toContain(secret!.secret);
    expect(JSON.stringify([...n8n.workflows.values()])).not.toContain(secret!.secret);
  });

  it('gives each workflow its own address, also when two come from one document', async () => {
    await publishNow();
    const first = node('trigger')['webhookId'];
    const document = fromWorkflow(stored()).document;
    useSaving.setState({ published: undefined });
    openDocument({ ...document, id: 'outra' });
    await publishNow();
    expect(n8n.workflows.size).toBe(2);
    expect(node('trigger')['webhookId']).not.toBe(first);
  });

  it('publishes without switching on, and says why, when the key may not create the secret', async () => {
    n8n.mayCreateCredentials = false;
    const { active, problems, secret } = await publishNow();
    expect([active, secret]).toEqual([false, undefined]);
    expect(problems).toEqual([expect.stringContaining('credential:create')]);
    expect(stored().active).toBe(false);
  });
});

describe('publishing again', () => {
  beforeEach(async () => void (await publishNow()));

  it('keeps everything that was set in n8n, and brings an edit made there into the designer as one step with a name', async () => {
    const [first, second] = messages();
    n8n.changeInEditor(stored().id, (workflow) => {
      for (const each of messageNodes()) each['credentials'] = { reguaSmtp: { id: '9', name: 'E-mail da loja' } };
      node('lookup')['credentials'] = { reguaLedger: { id: '8', name: 'Registro' } };
      node('lookup')['position'] = [-400, 16];
      workflow.nodes.push({ id: 'x', name: 'Avisar a equipe', type: 'n8n-nodes-base.slack', typeVersion: 2, position: [0, 900], parameters: { text: 'oi' } });
      workflow.settings = { ...workflow.settings, executionTimeout: 600, timezone: 'America/Manaus' };
      for (const text of node(first!.id).parameters.texts.text) text.body = 'Escrito no n8n.';
    });
    const before = structuredClone(stored());
    writeText(second!.id, 'Escrito no designer.');
    const made = (await plan()) as Plan & { kind: 'update' };
    expect(made.merge.conflicts).toEqual([]);
    const { goes, comes } = told(made, made.merge);
    expect(goes).toEqual([expect.stringContaining('o texto da mensagem')]);
    expect(comes).toEqual([
      expect.stringContaining('o texto da mensagem'),
      '1 nó de fora entrou: "Avisar a equipe".',
      expect.stringMatching(/^Credenciais foram escolhidas ou trocadas em .*"Casos do dia"/),
      '1 nó mudou de lugar na tela.',
      'Configurações do fluxo mudaram: tempo máximo de cada rodada, fuso horário.',
    ]);
    await publishNow(new Map(), made);
    expect(n8n.workflows.size).toBe(1);
    expect(n8n.credentials).toHaveLength(1);
    for (const old of before.nodes as Node[]) {
      const { parameters: _now, ...kept } = node(String(old['id']));
      const { parameters: _old, ...wanted } = old;
      expect(kept).toEqual(wanted);
    }
    expect(stored().settings).toEqual(before.settings);
    expect(node(first!.id).parameters.texts.text[0]!.body).toBe('Escrito no n8n.');
    expect(node(second!.id).parameters.texts.text[0]!.body).toBe('Escrito no designer.');
    expect(
      messages()
        .slice(0, 2)
        .map(({ body }) => body),
    ).toEqual(['Escrito no n8n.', 'Escrito no designer.']);
    expect(useEditor.getState().history.past.at(-1)!.name).toBe('Trazer as mudanças do n8n');
    undo();
    expect(messages()[0]!.body).toBe(first!.body);
    // Undone in the designer, it is the text that goes back, and no credential with it.
    const after = (await plan()) as Plan & { kind: 'update' };
    expect(after.merge.conflicts).toEqual([]);
    await publishNow(new Map(), after);
    expect(node('lookup')['credentials']).toEqual({ reguaLedger: { id: '8', name: 'Registro' } });
    expect(node(first!.id).parameters.texts.text[0]!.body).toBe(first!.body);
  });

  it('asks what counts when one text was written here and there, and sends what was chosen', async () => {
    const [first] = messages();
    writeInN8n(first!.id, 'De lá.');
    writeText(first!.id, 'De cá.');
    const made = (await plan()) as Plan & { kind: 'update' };
    expect(made.merge.conflicts.length).toBeGreaterThan(0);
    expect(made.merge.conflicts[0]!.sentence).toMatch(/^D.*: o texto mudou dos dois lados\. Aqui: "De cá\."; no n8n: "De lá\."\.$/);
    await publishNow(new Map(made.merge.conflicts.map(({ id }) => [id, 'theirs'])), made);
    expect(node(first!.id).parameters.texts.text[0]!.body).toBe('De lá.');
    expect(messages()[0]!.body).toBe('De lá.');
  });

  it('sends nothing when the workflow was saved in n8n after it was read, not even between the last look and the update', async () => {
    const [first, second] = messages();
    writeText(first!.id, 'De cá.');
    const made = await plan();
    writeInN8n(second!.id, 'Agora há pouco.');
    await expect(publishNow(new Map(), made)).rejects.toThrow(MovedError);
    const again = await plan();
    let looks = 0;
    n8n.onRequest = (request) => {
      if (request.startsWith('GET') && ++looks === 2) stored().name = 'Renomeado por alguém';
    };
    await expect(publishNow(new Map(), again)).rejects.toThrow(MovedError);
    n8n.onRequest = () => {};
    expect(stored().name).toBe('Renomeado por alguém');
    await publishNow();
    expect(node(first!.id).parameters.texts.text[0]!.body).toBe('De cá.');
    expect(node(second!.id).parameters.texts.text[0]!.body).toBe('Agora há pouco.');
    expect(currentDocument().name).toBe('Renomeado por alguém');
  });

  it('recognises its own work when the page died right after sending', async () => {
    const [first] = messages();
    writeText(first!.id, 'Primeira.');
    const { published } = useSaving.getState();
    await publishNow();
    // As the storage was left: n8n has it, and only what was being sent is known.
    const sent = useSaving.getState().published!.document!;
    useSaving.setState({ published: { ...published!, sent } });
    writeText(first!.id, 'Segunda.');
    const made = (await plan()) as Plan & { kind: 'update' };
    expect(made.merge.conflicts).toEqual([]);
    await publishNow(new Map(), made);
    expect(node(first!.id).parameters.texts.text[0]!.body).toBe('Segunda.');
  });

  it('remembers what it sends before it sends it', async () => {
    writeText(messages()[0]!.id, 'Primeira.');
    const made = await plan();
    let kept: Draft | undefined;
    n8n.onRequest = (request) => {
      if (request.startsWith('PUT')) kept = structuredClone(drafts.get('loja')) as Draft;
    };
    await publishNow(new Map(), made);
    expect(JSON.stringify(kept!.published!.sent)).toContain('Primeira.');
    expect(useSaving.getState().published!.sent).toBeUndefined();
  });

  it.each([
    ['was deleted', (): unknown => n8n.workflows.delete(stored().id)],
    ['was archived', (): unknown => Object.assign(stored(), { isArchived: true })],
    ['lost its nodes of ours', (): unknown => Object.assign(stored(), { nodes: [], connections: {} })],
  ])('makes a new workflow at the same address when the one there %s', async (_what, happen) => {
    n8n.changeInEditor(stored().id, () => (node('lookup')['credentials'] = { reguaLedger: { id: '8', name: 'Registro' } }));
    await publishNow();
    const { webhookId, credentials } = node('trigger');
    happen();
    const made = await plan();
    expect(made.kind).toBe('again');
    await publishNow(new Map(), made);
    expect(node('trigger')).toMatchObject({ webhookId, credentials });
    expect(node('lookup')['credentials']).toEqual({ reguaLedger: { id: '8', name: 'Registro' } });
    expect((await plan()).kind).toBe('update');
  });

  it('asks about each difference of a draft that an earlier version published, and keeps what is n8n’s', async () => {
    const [first] = messages();
    n8n.changeInEditor(stored().id, () => (node('lookup')['credentials'] = { reguaLedger: { id: '8', name: 'Registro' } }));
    const { workflowId, at } = useSaving.getState().published!;
    useSaving.setState({ published: { workflowId, at } });
    openDocument(parseCadence({ ...currentDocument(), n8n: {} } as unknown as CadenceDocument));
    writeText(first!.id, 'De cá.');
    const made = (await plan()) as Plan & { kind: 'update' };
    expect(made.base).toBeNull();
    expect(new Set(made.merge.conflicts.map(({ mine }) => mine))).toEqual(new Set(['"De cá."']));
    await publishNow(new Map(made.merge.conflicts.map(({ id }) => [id, 'mine'])), made);
    expect(node(first!.id).parameters.texts.text[0]!.body).toBe('De cá.');
    expect(node('lookup')['credentials']).toEqual({ reguaLedger: { id: '8', name: 'Registro' } });
  });

  it('does not move a canvas that somebody moved as a whole', async () => {
    n8n.changeInEditor(stored().id, () => {
      for (const each of nodes()) each['position'] = [(each['position'] as number[])[0]! + 640, (each['position'] as number[])[1]! - 320];
    });
    const before = new Map(nodes().map((each) => [each['id'], each['position']]));
    writeText(messages()[0]!.id, 'De cá.');
    await publishNow();
    for (const each of nodes()) expect(each['position']).toEqual(before.get(each['id']));
  });
});
