import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FakeN8n } from './support/fakeN8n.ts';
import { InstalledPackage } from './support/installed.ts';

let installed: InstalledPackage;
const n8n = new FakeN8n();
let n8nUrl: string;

beforeAll(async () => {
  installed = await InstalledPackage.unpack();
  n8nUrl = await n8n.start();
});
afterEach(() => installed.endAll());
afterAll(async () => {
  await n8n.stop();
  installed.remove();
});

const soon = { timeout: 20_000 };

describe('the installed package', () => {
  it('serves the designer and hands its calls on to the n8n that was named, until it is told to end', async () => {
    const { child, facts, said, ended } = await installed.serve('--n8n', `${n8nUrl}/`);
    expect(facts).toEqual({ url: expect.stringMatching(/^http:\/\/localhost:\d+$/), n8nUrl, n8n: 'n8n' });
    const page = await (await fetch(facts.url)).text();
    const script = /src="(\.\/assets\/[^"]+\.js)"/.exec(page)![1]!;
    expect((await fetch(new URL(script, `${facts.url}/`))).status).toBe(200);
    expect(await (await fetch(`${facts.url}/demo/session`)).json()).toEqual({ n8nUrl });
    const headers = { 'x-n8n-api-key': n8n.apiKey, 'content-type': 'application/json' };
    const body = JSON.stringify({ name: 'Do pacote', nodes: [], connections: {}, settings: {} });
    expect((await fetch(`${facts.url}/api/n8n/workflows`, { method: 'POST', headers, body })).status).toBe(200);
    expect([...n8n.workflows.values()].map(({ name }) => name)).toContain('Do pacote');
    expect((await fetch(`${facts.url}/api/n8n/workflows`)).status).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said.err).toBe('');
  });

  it('goes on without n8n, says so in words, and logs no more than it may', async () => {
    const { child, said, ended } = installed.regua('serve', '--port', '0', '--n8n', 'http://127.0.0.1:1');
    await expect.poll(() => said.err, soon).toContain('O n8n não respondeu em http://127.0.0.1:1');
    const url = /http:\/\/localhost:\d+/.exec(said.out)![0];
    expect((await fetch(`${url}/api/n8n/workflows/52998224725`, { headers: { 'x-n8n-api-key': 'chave-secreta' } })).status).toBe(502);
    await expect.poll(() => said.err, soon).toContain('"event":"n8n.unreachable"');
    expect(said.err).not.toMatch(/52998224725|chave-secreta/);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });

  it.each([
    [['--n8n', 'n8n.loja.example'], 'não é o endereço de um n8n'],
    [['--port', 'oitenta'], '--port quer uma porta'],
    [['--porta', '80'], 'Não conheço a opção --porta'],
  ])('says what is wrong with %j', async (args, sentence) => {
    const { said, ended } = installed.regua('serve', ...args);
    expect(await ended).toBe(2);
    expect(said.err).toContain(sentence);
    expect(said.out).toBe('');
  });

  it('says that a port is taken, and by which option another is chosen', async () => {
    const holder = createServer();
    holder.listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    const { said, ended } = installed.regua('serve', '--port', String(port));
    expect(await ended).toBe(2);
    expect(said.err).toContain(`A porta ${port} está ocupada. Escolha outra com --port`);
    holder.close();
  });

  it('explains itself and decides without a server', async () => {
    const help = installed.regua('serve', '--help');
    expect(await help.ended).toBe(0);
    expect(help.said.out).toContain('Uso: regua serve');
    const charges = installed.regua(
      'charges',
      '--principal',
      '100.00',
      '--due',
      '2026-01-01',
      '--on',
      '2026-01-11',
      '--fine',
      '2',
      '--interest',
      '1',
      '--json',
    );
    expect(await charges.ended).toBe(0);
    expect(JSON.parse(charges.said.out)).toMatchObject({ total: '102.33' });
  });
});
