import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromWorkflow } from '../../core/workflow/index.ts';
import { Designer, soon } from './support/designer.ts';

let designer: Designer;
beforeAll(async () => {
  designer = await Designer.start();
});
afterAll(() => designer.stop());

describe('from the classic template to a published workflow', () => {
  it('drags one more block in, edits its text, sees the preview, undoes by name and publishes', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua clássica');

    await dragFromPalette(visit, 'Lembrete', /^D\+1 ?Aviso de atraso/, { dx: 0, dy: 190 });
    const added = page.getByRole('button', { name: 'Desfazer: Colocar Mensagem humanizada em D+1' });
    await added.waitFor();

    const text = page.getByRole('textbox', { name: 'Texto', exact: true });
    await text.fill('Oi, {{ debtor.firstName }}! Ontem venceu o título {{ debt.number }}. Podemos ajudar?');
    await page
      .getByRole('region', { name: 'Como o cliente recebe' })
      .getByText(/Oi, Ana! Ontem venceu o t[ií]tulo NF-1041/)
      .first()
      .waitFor({ timeout: 8000 });
    await page.getByRole('button', { name: 'Primeiro nome', exact: true }).click();
    await soon(() => text.getByText('Primeiro nome').count()).toBe(2);
    await visit.picture('10-edit-message');

    await page.getByRole('button', { name: /^Desfazer: Editar/ }).click();
    await page.getByRole('button', { name: /^Refazer: Editar/ }).click();

    // Two messages on one day: the designer says so, leads there by one key and mends it by one click.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '1 a corrigir' }).waitFor();
    await page.keyboard.press('F8');
    await page.getByRole('region', { name: 'O que conferir' }).getByText('Em D+1 há 2 mensagens').waitFor();
    await visit.picture('15-finding');
    await page.getByRole('button', { name: 'Passar a segunda para D+2' }).click();
    await page.getByRole('button', { name: 'Tudo certo' }).waitFor();
    await visit.block(/^D\+2/).waitFor();

    await page.getByRole('button', { name: 'Publicar no n8n' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publicar no n8n' });
    await soon(() => dialog.getByLabel('Chave da API do n8n').inputValue()).toBe(designer.n8n.apiKey);
    await visit.picture('11-publish');
    await dialog.getByRole('button', { name: 'Publicar', exact: true }).click();
    await dialog.getByText('"Régua clássica" está no n8n.').waitFor();
    await visit.picture('12-published');
    expect(await dialog.getByRole('link', { name: 'Abrir no n8n' }).getAttribute('href')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/workflow\/wf1$/);

    const stored = designer.n8n.workflows.get('wf1')!;
    expect(stored.active).toBe(true);
    const { document } = fromWorkflow(stored);
    const step = document.tracks[0]!.steps.find((candidate) => candidate.day === 2)!;
    expect(step.blocks.map((block) => block.kind)).toEqual(['channelChoice', 'message']);
    expect(JSON.stringify(step.blocks[1])).toContain('Ontem venceu o título');
    visit.calm();
    await visit.close();
  });

  it('creates a step by dragging into the wait between two days, and its day is the one shown while dragging', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    const from = (await page.getByRole('navigation', { name: 'Blocos' }).getByText('Aviso de atraso').boundingBox())!;
    const left = (await visit.block(/^D\+2/).boundingBox())!;
    const right = (await visit.block(/^D\+8/).boundingBox())!;
    await page.mouse.move(from.x + 10, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 40, { steps: 3 });
    await page.mouse.move((left.x + left.width + right.x) / 2, left.y + 60, { steps: 8 });
    const shown = (await page.locator('.cell-highlight b').textContent())!;
    expect(shown).toMatch(/^D\+[3-7]$/);
    await visit.picture('13-dragging');
    await page.mouse.up();
    await visit.block(new RegExp(`^\\${shown.slice(0, 1)}\\${shown.slice(1)} ?Aviso de atraso`)).waitFor();
    visit.calm();
    await visit.close();
  });

  it('refuses a wrong key in plain words and keeps the dialog', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await page.getByRole('button', { name: 'Publicar no n8n' }).click();
    const dialog = page.getByRole('dialog', { name: 'Publicar no n8n' });
    await soon(() => dialog.getByLabel('Chave da API do n8n').inputValue()).not.toBe('');
    await dialog.getByLabel('Chave da API do n8n').fill('outra');
    await dialog.getByRole('button', { name: 'Publicar', exact: true }).click();
    await dialog.getByText('O n8n não aceitou a chave.').waitFor();
    await visit.close();
  });

  it('downloads the workflow, copies it without a name for n8n and opens it back with nothing lost', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua clássica');
    const downloading = page.waitForEvent('download');
    await visit.menu('Baixar o fluxo para n8n (JSON)');
    const file = await (await downloading).path();
    const workflow = JSON.parse(await readFile(file, 'utf8')) as { nodes: unknown[]; name?: string };
    expect(workflow.nodes.length).toBeGreaterThan(10);

    await visit.menu('Copiar para a tela do n8n');
    await page.getByText('Copiado. No n8n, clique na tela').first().waitFor();
    const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as Record<string, unknown>;
    expect(Object.keys(copied)).not.toContain('name');
    expect(copied['nodes']).toHaveLength(workflow.nodes.length);

    const choosing = page.waitForEvent('filechooser');
    await visit.menu('Abrir arquivo…');
    await (await choosing).setFiles(file);
    const report = page.getByRole('dialog', { name: 'Arquivo aberto' });
    await report.getByText('O fluxo "Régua clássica" virou uma régua.').waitFor();
    await visit.picture('14-import-report');
    await report.getByRole('button', { name: 'Entendi' }).click();
    await visit.block(/^D\+7 ?Mensagem formal/).waitFor();
    visit.calm();
    await visit.close();
  });

  it('says what is wrong with a broken, a foreign and a damaged file, and leaves the desk as it was', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    const open = async (content: string): Promise<string> => {
      const choosing = page.waitForEvent('filechooser');
      await visit.menu('Abrir arquivo…');
      await (await choosing).setFiles({ name: 'arquivo.json', mimeType: 'application/json', buffer: Buffer.from(content) });
      const dialog = page.getByRole('dialog', { name: 'Não foi possível abrir o arquivo' });
      await dialog.waitFor();
      const text = await dialog.innerText();
      await dialog.getByRole('button', { name: 'Entendi' }).click();
      return text;
    };
    expect(await open('{"nodes": [')).toContain('não é um JSON válido');
    expect(await open('{"a": 1}')).toContain('não é uma régua nem um fluxo do n8n');
    expect(await open('{"nodes": [], "connections": {}}')).toContain('Não achei neste fluxo mensagens de cobrança');
    expect(await open('{"schemaVersion": 1, "id": "x", "name": "", "tiers": [], "tracks": []}')).toContain('em tracks');
    expect(await page.getByRole('textbox', { name: 'Nome da régua' }).inputValue()).toBe('Régua essencial');
    visit.calm();
    await visit.close();
  });

  it('keeps every edit through a reload', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await page.getByRole('textbox', { name: 'Nome da régua' }).fill('Régua da padaria');
    await page.reload();
    await soon(() => page.getByRole('textbox', { name: 'Nome da régua' }).inputValue()).toBe('Régua da padaria');
    visit.calm();
    await visit.close();
  });
});

async function dragFromPalette(visit: Awaited<ReturnType<Designer['visit']>>, item: string, target: RegExp, offset: { dx: number; dy: number }): Promise<void> {
  const { page } = visit;
  const from = (await page.getByRole('navigation', { name: 'Blocos' }).getByText(item, { exact: true }).boundingBox())!;
  const to = (await visit.block(target).boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 40, { steps: 3 });
  await page.mouse.move(to.x + 60 + offset.dx, to.y + offset.dy - 50, { steps: 6 });
  await page.mouse.up();
}
