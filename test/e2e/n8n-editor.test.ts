import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placedBlocks, type CadenceDocument } from '../../core/cadence/index.ts';
import { fromWorkflow, NODE_TYPES, toWorkflow, type N8nWorkflow } from '../../core/workflow/index.ts';
import { startN8n, type N8n } from '../../sandbox/n8n/server.ts';
import { findTemplate } from '../../templates/index.ts';
import { chromiumPath } from './support/designer.ts';

const classic = findTemplate('classica')!.document;

let folder: string;
let n8n: N8n;
let browser: Browser;
let page: Page;
let workflowId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-editor-'));
  n8n = await startN8n({ userFolder: folder });
  const { name, nodes, connections, settings } = toWorkflow(classic);
  ({ id: workflowId } = await n8n.api.call<{ id: string }>('POST', '/workflows', { name, nodes, connections, settings }));
  browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  page = await (await browser.newContext({ viewport: { width: 1500, height: 2300 }, locale: 'pt-BR', timezoneId: 'America/Sao_Paulo' })).newPage();
  await page.goto(`${n8n.url}/signin`);
  await page.getByLabel(/email/i).fill(n8n.owner.email);
  await page.getByLabel(/password/i).fill(n8n.owner.password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.waitForURL(/\/(home|workflow)/);
});

afterAll(async () => {
  await browser?.close();
  await n8n?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const stored = () => n8n.api.call<N8nWorkflow>('GET', `/workflows/${workflowId}`);

/** The cadence with one task given to another team. */
function withTeam(document: CadenceDocument, blockId: string, team: string): CadenceDocument {
  const copy = structuredClone(document);
  for (const { block } of placedBlocks(copy)) if (block.id === blockId && block.kind === 'humanTask') block.team = team;
  return copy;
}

describe('an exported cadence in n8n’s own editor', () => {
  it('is the same cadence after a small edit and a save, but for that edit', async () => {
    const task = [...placedBlocks(classic)].map(({ block }) => block).find((block) => block.kind === 'humanTask')!;
    const before = await stored();
    const node = before.nodes.find(({ parameters }) => parameters['blockId'] === task.id)!;
    await page.goto(`${n8n.url}/workflow/${workflowId}`);
    await page.getByText('D+7 Mensagem formal', { exact: false }).first().waitFor({ timeout: 60_000 });
    await page.locator('[data-test-id="zoom-to-fit"]').click();
    await page.waitForTimeout(1000);
    await page.locator(`[data-test-id="canvas-node"][data-node-name="${node.name}"]`).dblclick();
    const team = page.locator('[data-test-id="parameter-input-team"] input').first();
    await team.waitFor();
    await team.fill('gente boa');
    await team.blur();
    mkdirSync('screenshots', { recursive: true });
    await page.screenshot({ path: 'screenshots/94-n8n-editor.png' });
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    await expect.poll(async () => JSON.stringify((await stored()).nodes), { timeout: 20_000 }).toContain('gente boa');

    const saved = await stored();
    // The editor did leave things out: else nothing is shown by what follows.
    const parametersOf = (workflow: N8nWorkflow) => JSON.stringify(workflow.nodes.map(({ parameters }) => parameters));
    expect(parametersOf(saved).length).toBeLessThan(parametersOf(before).length - 1000);
    const { document, notes } = fromWorkflow(saved);
    expect(document.tracks.map(({ steps }) => steps.map(({ day }) => day))).toEqual(classic.tracks.map(({ steps }) => steps.map(({ day }) => day)));
    expect(document.description).toBe(classic.description);
    expect({ ...document, n8n: undefined }).toEqual({ ...withTeam(classic, task.id, 'gente boa'), n8n: undefined });
    // What the editor adds is n8n's own, and kept for it: a setting, and an address that cannot be guessed for the trigger, which came without one.
    const webhookId = saved.nodes.find(({ type }) => type === NODE_TYPES.reguaTrigger)!['webhookId'];
    expect(webhookId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(document.n8n).toEqual({ ...classic.n8n, nodes: { trigger: { fields: { webhookId } } }, settings: { binaryMode: 'separate' } });
    expect(notes.filter(({ severity }) => severity === 'warning')).toEqual([]);
  });
});
