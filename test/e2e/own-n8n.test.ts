import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NODE_TYPES } from '../../core/workflow/parameters.ts';
import { startN8n, type N8n } from '../../sandbox/n8n/server.ts';
import { chromiumPath, soon } from './support/designer.ts';
import { InstalledPackage, type ServeFacts } from './support/installed.ts';

let installed: InstalledPackage;
let folder: string;
let n8n: N8n;
let served: ServeFacts;
let browser: Browser;
let page: Page;

/** An n8n that knows nothing of this clone: the package in it, and the designer from the same package beside it. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-own-n8n-'));
  installed = await InstalledPackage.unpack();
  n8n = await startN8n({ userFolder: folder, packageFolder: installed.packageFolder });
  served = (await installed.serve('--n8n', n8n.url)).facts;
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'pt-BR', timezoneId: 'America/Sao_Paulo' })).newPage();
});
afterAll(async () => {
  await browser?.close();
  installed?.remove();
  await n8n?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function picture(name: string): Promise<void> {
  mkdirSync('screenshots', { recursive: true });
  await page.screenshot({ path: `screenshots/${name}.png` });
}

describe('with the package in an n8n of one’s own', () => {
  it('finds that n8n', () => expect(served).toMatchObject({ n8nUrl: n8n.url, n8n: 'n8n' }));

  it('publishes a cadence from the designer with a key that is typed, and n8n knows every node of it', async () => {
    await page.goto(served.url);
    await page.getByRole('button', { name: 'Usar o modelo Régua essencial' }).click();
    await page.getByRole('group', { name: 'Régua de cobrança' }).waitFor();
    await page.getByRole('button', { name: 'Publicar no n8n' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publicar no n8n' });
    await soon(() => dialog.getByLabel('Endereço do n8n').inputValue()).toBe(n8n.url);
    await dialog.getByLabel('Chave da API do n8n').fill(n8n.api.key);
    await picture('95-own-n8n');
    await dialog.getByRole('button', { name: 'Publicar', exact: true }).click();
    const link = dialog.getByRole('link', { name: 'Abrir no n8n' });
    await link.waitFor({ timeout: 30_000 });
    await picture('96-own-n8n-published');
    const address = new URL((await link.getAttribute('href'))!);
    expect(address.origin).toBe(n8n.url);
    const { nodes } = await n8n.api.call<{ nodes: { type: string }[] }>('GET', `/workflows/${address.pathname.split('/').at(-1)}`);
    const known = new Set((await (await n8n.login()).rest<{ name: string }[]>('POST', '/node-types', { nodeInfos: ours(nodes) })).map(({ name }) => name));
    expect(ours(nodes).length).toBeGreaterThan(5);
    // n8n answers with the node's own name, without its package, and only for types that it has.
    for (const { name } of ours(nodes)) expect(known).toContain(name.split('.').at(-1));
    expect(nodes.map(({ type }) => type)).toContain(NODE_TYPES.debtorLookup);
  });

  it('signs in to the workflows, where the published cadence stands', async () => {
    await page.goto(n8n.url);
    await page.getByLabel(/email/i).fill(n8n.owner.email);
    await page.getByLabel(/password/i).fill(n8n.owner.password);
    await page.getByRole('button', { name: /sign in/i }).click();
    await page.waitForURL(`${n8n.url}/home/workflows`);
    await page.getByText('Régua essencial').first().waitFor();
    await picture('97-first-sign-in');
  });
});

function ours(nodes: readonly { type: string }[]): { name: string; version: number }[] {
  return [...new Set(nodes.map(({ type }) => type))].filter((type) => type.startsWith('n8n-nodes-regua.')).map((name) => ({ name, version: 1 }));
}
