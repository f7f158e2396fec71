import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startN8n, type N8n } from '../../sandbox/n8n/server.ts';
import { runOnServer } from '../../sandbox/n8n/runs.ts';

/** Two stock nodes: what is tested here is our way of driving n8n, not our nodes. */
const workflow = {
  name: 'duas etapas',
  nodes: [
    { id: 'a', name: 'Início', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, position: [0, 0], parameters: {} },
    {
      id: 'b',
      name: 'Valor',
      type: 'n8n-nodes-base.set',
      typeVersion: 3.4,
      position: [220, 0],
      parameters: { mode: 'raw', jsonOutput: '{"valor": 42}', options: {} },
    },
  ],
  connections: { Início: { main: [[{ node: 'Valor', type: 'main', index: 0 }]] } },
  settings: { executionOrder: 'v1' },
};

let userFolder: string;
let n8n: N8n;

beforeAll(async () => {
  userFolder = mkdtempSync(join(tmpdir(), 'regua-n8n-test-'));
  n8n = await startN8n({ userFolder });
});

afterAll(async () => {
  await n8n?.stop();
  rmSync(userFolder, { recursive: true, force: true });
});

describe('n8n as our host', () => {
  it('answers its public API with the key kept beside its data, readable by nobody else', async () => {
    const { data } = await n8n.api.call<{ data: unknown[] }>('GET', '/workflows');
    expect(data).toEqual([]);
    expect(statSync(join(userFolder, 'api-key')).mode & 0o777).toBe(0o600);
  });

  it('refuses a call without a key', async () => {
    expect((await fetch(`${n8n.url}/api/v1/workflows`)).status).toBe(401);
  });

  it('runs a workflow created by the API, from the server', async () => {
    const { id } = await n8n.api.call<{ id: string }>('POST', '/workflows', workflow);
    const run = await runOnServer(await n8n.login(), n8n.api, id, 'Início');
    expect(run.status).toBe('success');
    expect(run.data.resultData.runData['Valor']?.[0]?.data?.main?.[0]?.[0]?.json).toEqual({ valor: 42 });
  });

  it('imports and runs the same workflow by its command line, beside the running server', async () => {
    await n8n.cli.importWorkflow({ id: 'DuasEtapas', ...workflow });
    const run = await n8n.cli.execute('DuasEtapas');
    expect(run.data.resultData.runData['Valor']?.[0]?.data?.main?.[0]?.[0]?.json).toEqual({ valor: 42 });
  });

  it('loads every node that package.json declares, under the name it has when installed', async () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { n8n: { nodes: string[] } };
    const names = (await n8n.cli.exportNodes()).map((node) => node.name);
    const ours = names.filter((name) => name.startsWith('n8n-nodes-regua.') && !name.endsWith('Tool'));
    expect(ours).toHaveLength(manifest.n8n.nodes.length);
    expect(names).toContain('n8n-nodes-base.set');
  });
});
