import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runForTest } from '../../cli/run-for-test.ts';
import { fromWorkflow, toWorkflow, type N8nWorkflow } from '../../core/workflow/index.ts';
import type { N8n } from '../../sandbox/n8n/server.ts';
import { startN8n } from '../../sandbox/n8n/server.ts';
import { TEMPLATES } from '../../templates/index.ts';

type Stored = N8nWorkflow & { readonly id: string; readonly active: boolean };

const SHIPPED = 'templates/workflows';
let folder: string;
let n8n: N8n;

/** Without one n8n does not publish a trigger of ours. */
const secret = { id: 'segredoTeste0001', name: 'Segredo dos testes' };
const credentials = { reguaWebhook: secret };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-exports-'));
  n8n = await startN8n({ userFolder: join(folder, 'n8n') });
  await n8n.cli.importCredentials([{ ...secret, type: 'reguaWebhook', data: { header: 'Authorization', secret: 'segredo-dos-testes' } }]);
});

afterAll(async () => {
  await n8n?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** As a person does it: a file, and n8n's own command; what n8n has then. */
async function importFile(content: string): Promise<void> {
  const file = join(folder, 'workflow.json');
  writeFileSync(file, content);
  const { code, stdout, stderr } = await n8n.cli.run(['import:workflow', `--input=${file}`]);
  expect(`${stdout}${stderr}`).not.toMatch(/error occurred|NOT NULL/i);
  expect(code).toBe(0);
}

const stored = (id: string): Promise<Stored> => n8n.api.call<Stored>('GET', `/workflows/${id}`);

describe('n8n takes', () => {
  it('every file that `regua export` writes, by its command line, each as a workflow of its own that is not active', async () => {
    const exported: Stored[] = [];
    for (const { document } of TEMPLATES) exported.push((await runForTest(['export', document.id])).json as Stored);
    // The first a second time, for another client, and alone in its file.
    const again = await runForTest(['export', TEMPLATES[0]!.document.id]);
    await importFile(again.out);
    await importFile(JSON.stringify(exported));
    for (const { id, nodes } of [...exported, again.json as Stored]) {
      expect(id).toMatch(/^[A-Za-z0-9]{16}$/);
      const there = await stored(id);
      expect(there.active).toBe(false);
      expect(there.nodes).toHaveLength(nodes.length);
    }
    const addresses = [...exported, again.json as Stored].map(({ nodes }) => nodes.find(({ id }) => id === 'trigger')!['webhookId']);
    expect(new Set(addresses).size).toBe(TEMPLATES.length + 1);
    expect(fromWorkflow(await stored(exported[0]!.id)).document.tracks).toEqual(TEMPLATES[0]!.document.tracks);
  }, 240_000);

  it('every workflow that is shipped, and always as the same one', async () => {
    const files = readdirSync(SHIPPED).filter((name) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const name of files) {
      const text = readFileSync(join(SHIPPED, name), 'utf8');
      await importFile(text);
      const { id, name: title } = JSON.parse(text) as Stored;
      expect(await stored(id)).toMatchObject({ name: title, active: false });
    }
  }, 120_000);

  it('every template by its public API, where the id is its own', async () => {
    for (const { document } of TEMPLATES) {
      const created = await n8n.api.call<Stored>('POST', '/workflows', toWorkflow(document, { webhookId: crypto.randomUUID() }));
      const { webhookId } = created.nodes.find(({ id }) => id === 'trigger')!;
      expect(fromWorkflow(created).document).toEqual({ ...document, n8n: { ...document.n8n, nodes: { trigger: { fields: { webhookId } } } } });
    }
  }, 120_000);

  it('two clients’ cadences from one template side by side, each with a door that answers', async () => {
    const cadence = TEMPLATES[1]!.document;
    const doors: string[] = [];
    for (const client of ['Cliente A', 'Cliente B']) {
      const webhookId = crypto.randomUUID();
      const { id } = await n8n.api.call<Stored>('POST', '/workflows', { ...toWorkflow(cadence, { webhookId, credentials }), name: client });
      await n8n.api.call('POST', `/workflows/${id}/activate`);
      doors.push(webhookId);
    }
    for (const door of doors) {
      const answered = async (): Promise<number> => (await fetch(`${n8n.url}/webhook/${door}?view=nada`)).status;
      // n8n itself answers 404 with its own words for an address that is not registered.
      await expect
        .poll(async () => (await (await fetch(`${n8n.url}/webhook/${door}?view=nada`)).text()).includes('not registered'), { timeout: 10_000 })
        .toBe(false);
      expect(await answered()).toBeGreaterThanOrEqual(400);
    }
  }, 120_000);

  it('a cadence with nothing that reacts, whose trigger is there all the same, and a node that is switched off', async () => {
    const cadence = TEMPLATES[1]!.document;
    const quiet = { ...cadence, events: Object.fromEntries(Object.keys(cadence.events).map((event) => [event, []])) as unknown as typeof cadence.events };
    quiet.tracks = quiet.tracks.map((track, index) =>
      index > 0
        ? track
        : {
            ...track,
            steps: track.steps.map((step, at) => (at > 0 ? step : { ...step, blocks: step.blocks.map((block) => ({ ...block, disabled: true as const })) })),
          },
    );
    const created = await n8n.api.call<Stored>('POST', '/workflows', toWorkflow(quiet, { webhookId: crypto.randomUUID(), credentials }));
    expect(created.nodes.find(({ id }) => id === 'trigger')).toMatchObject({ parameters: { events: [] } });
    await n8n.api.call('POST', `/workflows/${created.id}/activate`);
    const back = fromWorkflow(await stored(created.id)).document;
    expect(back.tracks).toEqual(quiet.tracks);
    expect(back.tracks[0]!.steps[0]!.blocks.every(({ disabled }) => disabled)).toBe(true);
  }, 120_000);
});
