import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ALL_PORTFOLIOS, openSqliteLedger } from '../../ledger/index.ts';
import type { N8n } from '../../sandbox/n8n/server.ts';
import { startN8n } from '../../sandbox/n8n/server.ts';

const owner = { email: 'dono@regua.example', password: 'Senha-de-teste-7' };
let folder: string;
let n8n: N8n;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-form-'));
  n8n = await startN8n({ userFolder: folder, owner });
  const { name, nodes, connections, settings } = JSON.parse(readFileSync('templates/workflows/importar-carteira.json', 'utf8')) as Record<string, unknown>;
  const { id } = await n8n.api.call<{ id: string }>('POST', '/workflows', { name, nodes, connections, settings });
  await n8n.api.call('POST', `/workflows/${id}/activate`);
  for (let tries = 0; (await form()).status === 404 && tries < 50; tries++) await pause(100);
});
afterAll(async () => {
  await n8n?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const form = (headers: Record<string, string> = {}) => fetch(`${n8n.url}/form/regua-importar-carteira`, { headers, redirect: 'manual' });

it('the form for a portfolio is kept for who signs in to this n8n, and an upload by anybody else brings nothing in', async () => {
  const stranger = await form();
  expect(stranger.status).toBe(302);
  // n8n's own sign-in, which asks the user whether the form may act for them.
  expect(stranger.headers.get('location')).toMatch(new RegExp(`^${n8n.url}/oauth/authorize\\?`));
  expect(await stranger.text()).not.toContain('Escolha a planilha');

  const upload = new FormData();
  upload.set('field-0', new Blob(['nome;cpf;vencimento;valor;uf\nAna;52998224725;01/03/2026;10,00;SP\n'], { type: 'text/csv' }), 'carteira.csv');
  const refused = await fetch(`${n8n.url}/form/regua-importar-carteira`, { method: 'POST', body: upload });
  expect(refused.status).toBe(401);
  const ledger = openSqliteLedger({ file: join(folder, '.n8n', 'regua', 'ledger.sqlite') });
  await ledger.migrate();
  expect(await ledger.findCases({ portfolio: ALL_PORTFOLIOS, document: '52998224725' })).toEqual([]);
  await ledger.close();
});
