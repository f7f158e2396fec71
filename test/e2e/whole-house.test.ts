import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startN8n, type N8n } from '../../sandbox/n8n/server.ts';
import { runOnServer, type Execution } from '../../sandbox/n8n/runs.ts';
import { startOutbox, type Outbox } from '../../sandbox/outbox/outbox.ts';
import { demoCredentials, importDemo, placeSample, refsOf } from '../../sandbox/start/demo.ts';
import { DEMO_DAY } from '../../scripts/startOptions.mjs';
import { designerFolder, startServer, type RunningServer } from '../../server/index.ts';
import { chromiumPath } from './support/designer.ts';

const SENTENCE = 'Escrevemos porque nos importamos com você';

let folder: string;
let outbox: Outbox;
let n8n: N8n;
let designer: RunningServer;
let browser: Browser;
let page: Page;

const WEBHOOK_SECRET = 'segredo-dos-gatilhos';

/** The same pieces that `npm start` puts together. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-house-'));
  outbox = await startOutbox({ dataDir: join(folder, 'outbox'), webhookSecret: WEBHOOK_SECRET });
  const files = join(folder, 'arquivos');
  const sampleCsv = placeSample(files);
  n8n = await startN8n({ userFolder: join(folder, 'n8n'), env: { N8N_RESTRICT_FILE_ACCESS_TO: files, REGUA_TODAY: DEMO_DAY } });
  const credentials = demoCredentials(outbox, WEBHOOK_SECRET);
  await importDemo(n8n.cli, folder, credentials, sampleCsv);
  designer = await startServer({
    port: 0,
    designerFolder: designerFolder(),
    n8nUrl: n8n.url,
    session: {
      n8nUrl: n8n.url,
      apiKey: n8n.api.key,
      outboxUrl: outbox.url,
      portfolioUrl: '/demo/devedores.csv',
      portfolioFile: sampleCsv,
      credentials: refsOf(credentials),
      webhookSecret: WEBHOOK_SECRET,
    },
    sampleCsv,
  });
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'pt-BR', timezoneId: 'America/Sao_Paulo' })).newPage();
});

afterAll(async () => {
  await browser?.close();
  await designer?.stop();
  await n8n?.stop();
  await outbox?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A router that two tiers lead to runs once for each. */
const itemsOf = (run: Execution, node: string, output: number) => (run.data.resultData.runData[node] ?? []).flatMap((once) => once.data?.main?.[output] ?? []);

async function picture(name: string): Promise<void> {
  mkdirSync('screenshots', { recursive: true });
  await page.screenshot({ path: `screenshots/${name}.png` });
}

describe('from an empty screen to a humane message in the outbox', () => {
  let workflowId: string;
  let importId: string;

  it('opens the classic cadence, changes a text and publishes it to n8n', async () => {
    await page.goto(designer.url);
    await page.getByRole('button', { name: 'Usar o modelo Régua clássica' }).click();
    const ruler = page.getByRole('group', { name: 'Régua de cobrança' });
    await ruler
      .getByRole('button', { name: /^D\+1 ?Aviso de atraso/ })
      .first()
      .waitFor();
    await picture('90-designer');
    await ruler
      .getByRole('button', { name: /^Lembrete ?Olá/ })
      .first()
      .click();
    const text = page.getByRole('textbox', { name: 'Texto', exact: true });
    await text.press('Control+End');
    await page.keyboard.insertText(`\n\n${SENTENCE}.`);
    await page.getByRole('button', { name: 'Publicar no n8n' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publicar no n8n' });
    await expect.poll(() => dialog.getByLabel('Chave da API do n8n').inputValue()).not.toBe('');
    await dialog.getByRole('button', { name: 'Publicar', exact: true }).click();
    const link = dialog.getByRole('link', { name: 'Abrir no n8n' });
    await link.waitFor({ timeout: 30_000 });
    workflowId = (await link.getAttribute('href'))!.split('/').at(-1)!;
    await dialog.getByRole('button', { name: 'Trazer os clientes' }).click();
    const opensImport = dialog.getByRole('link', { name: 'Abrir a importação no n8n' });
    await opensImport.waitFor({ timeout: 30_000 });
    importId = (await opensImport.getAttribute('href'))!.split('/').at(-1)!;
    await picture('90-published');
    // The form is a door: who has not signed in to n8n does not get to see it.
    const form = await dialog.getByRole('link', { name: 'Enviar a planilha' }).getAttribute('href');
    expect(await (await fetch(form!)).text()).not.toContain('Escolha a planilha');
  });

  it('brings the portfolio in and runs the published cadence in that same n8n', async () => {
    const session = await n8n.login();
    const imported = await runOnServer(session, n8n.api, importId, 'Rodar agora');
    expect(imported.status).toBe('success');
    expect(itemsOf(imported, 'Importar para a Régua', 0)).toHaveLength(200);
    const run = await runOnServer(session, n8n.api, workflowId, 'Rodar agora');
    expect(run.status, JSON.stringify((run.data.resultData as { error?: unknown }).error)).toBe('success');
    const { messages } = outbox.list();
    expect(messages.length).toBeGreaterThan(50);
    expect(messages.some((message) => message.text.includes(SENTENCE))).toBe(true);
    const left = [...itemsOf(run, 'Trilha Clássica', 7), ...itemsOf(run, 'Trilha Parceiros', 4)];
    expect(left.length).toBeGreaterThan(0);
    for (const item of left) expect((item.json['why'] as string[]).at(-1)).toMatch(/[a-z]{3}.*\.$/);
    const again = await runOnServer(session, n8n.api, workflowId, 'Rodar agora');
    expect(again.status).toBe('success');
    expect(outbox.list().messages).toHaveLength(messages.length);
  });

  it('shows the messages in the outbox as their readers would see them', async () => {
    await page.goto(outbox.url);
    await page.getByText(SENTENCE).first().waitFor();
    await picture('91-outbox');
  });

  it('opens in n8n as a picture a person understands', async () => {
    await page.goto(`${n8n.url}/signin`);
    await page.getByLabel(/email/i).fill(n8n.owner.email);
    await page.getByLabel(/password/i).fill(n8n.owner.password);
    await page.getByRole('button', { name: /sign in/i }).click();
    await page.waitForURL(/\/(home|workflow)/);
    await page.goto(`${n8n.url}/workflow/${workflowId}`);
    await page.getByText('D+7 Mensagem formal', { exact: false }).first().waitFor({ timeout: 60_000 });
    // n8n's own big button starts the day, and does not wait for an event that nobody sends.
    expect(await page.locator('[data-test-id="execute-workflow-button"]').first().innerText()).toMatch(/Todo dia|Rodar agora/);
    // A tall window, so that the whole cadence fits and its words can be read.
    await page.setViewportSize({ width: 1500, height: 2300 });
    await page.getByText('Production Checklist').locator('xpath=ancestor::*[.//button][1]').getByRole('button').first().click();
    await page.locator('[data-test-id="zoom-to-fit"]').click();
    await page.waitForTimeout(1000);
    await picture('92-n8n');
  });

  it('shows on the ruler, from that n8n, how many cases stand in each step now', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(designer.url);
    await ruler().waitFor();
    await menu('Casos agora, do n8n…');
    const dialog = page.getByRole('dialog', { name: 'Casos em cada etapa, agora' });
    await expect.poll(() => dialog.getByLabel('Chave da API do n8n').inputValue()).not.toBe('');
    await dialog.getByRole('button', { name: 'Mostrar na régua' }).click();
    const { nodes } = await n8n.api.call<{ nodes: { type: string; webhookId?: string }[] }>('GET', `/workflows/${workflowId}`);
    const address = nodes.find(({ type }) => type === 'n8n-nodes-regua.reguaTrigger')!.webhookId;
    const counts = `${designer.url}/api/webhook/${address}?view=steps`;
    expect((await fetch(counts)).status).toBe(401);
    const { steps } = (await (await fetch(counts, { headers: { authorization: `Bearer ${WEBHOOK_SECRET}` } })).json()) as { steps: { cases: number }[] };
    expect(steps.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(0);
    await ruler()
      .getByRole('button', { name: /^D[+-]\d+.*\d+ casos?$/ })
      .first()
      .waitFor();
    await page.getByText('O último dia no n8n').waitFor();
    await page.getByText(/\d+ mensagens: \d+/).waitFor();
    await picture('93-live-counts');
    await menu('Casos agora, do n8n…');
    await dialog.getByRole('button', { name: 'Parar de mostrar' }).click();
    await expect
      .poll(() =>
        ruler()
          .getByRole('button', { name: /\d+ casos?$/ })
          .count(),
      )
      .toBe(0);
  });

  it('shows what was changed in n8n before it publishes again, and brings it along', async () => {
    const there = await n8n.api.call<{ name: string; nodes: object[]; connections: object; settings: object }>('GET', `/workflows/${workflowId}`);
    await n8n.api.call('PUT', `/workflows/${workflowId}`, {
      name: 'Renomeada no n8n',
      nodes: there.nodes,
      connections: there.connections,
      settings: { executionOrder: 'v1', executionTimeout: 900 },
    });
    await page.getByRole('button', { name: 'Publicar no n8n' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publicar no n8n' });
    const comes = dialog.getByRole('region', { name: 'O que mudou no n8n e vem junto para cá' });
    await comes.getByText('A régua passou a se chamar Renomeada no n8n.').waitFor();
    await comes.getByText(/^Configurações do fluxo mudaram: .*tempo máximo de cada rodada/).waitFor();
    await picture('94-changed-in-n8n');
    await dialog.getByRole('button', { name: 'Atualizar o que está publicado' }).click();
    const link = dialog.getByRole('link', { name: 'Abrir no n8n' });
    await link.waitFor();
    expect((await link.getAttribute('href'))!.endsWith(workflowId)).toBe(true);
    expect(await n8n.api.call('GET', `/workflows/${workflowId}`)).toMatchObject({ name: 'Renomeada no n8n', settings: { executionTimeout: 900 } });
    await page.keyboard.press('Escape');
    const name = page.getByRole('textbox', { name: 'Nome da régua' });
    expect(await name.inputValue()).toBe('Renomeada no n8n');
    await name.fill('Renomeada aqui');
    await page.getByRole('button', { name: 'Publicar no n8n' }).click();
    await dialog.getByRole('region', { name: 'O que vai mudar no n8n' }).getByText('A régua passou a se chamar Renomeada aqui.').waitFor();
    await dialog.getByRole('button', { name: 'Atualizar o que está publicado' }).click();
    await link.waitFor();
    expect((await n8n.api.call<{ name: string }>('GET', `/workflows/${workflowId}`)).name).toBe('Renomeada aqui');
    await page.keyboard.press('Escape');
  });

  it('finds the workflows that have nodes of ours, and opens one as a cadence', async () => {
    await menu('Abrir do n8n…');
    const dialog = page.getByRole('dialog', { name: 'Abrir do n8n' });
    await dialog.getByRole('button', { name: 'Buscar fluxos' }).click();
    await dialog.getByRole('button', { name: /^Renomeada aqui/ }).waitFor();
    await picture('95-open-from-n8n');
    await dialog.getByRole('button', { name: /^Renomeada aqui/ }).click();
    await page.getByRole('dialog', { name: 'Arquivo aberto' }).getByText('O fluxo "Renomeada aqui" virou uma régua.').waitFor();
    await page.getByRole('button', { name: 'Entendi' }).click();
    await ruler()
      .getByRole('button', { name: /^D\+1 ?Aviso de atraso/ })
      .first()
      .waitFor();
  });
});

const ruler = () => page.getByRole('group', { name: 'Régua de cobrança' });

async function menu(item: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
