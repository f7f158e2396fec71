import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Designer, soon, type Visit } from './support/designer.ts';

let designer: Designer;
beforeAll(async () => {
  designer = await Designer.start();
});
afterAll(() => designer.stop());

/** On the ruler, or in the list that a telephone shows. */
const reminder = ({ page }: Visit) => page.getByRole('button', { name: /^Lembrete ?Olá/ }).first();

const dialogOf = ({ page }: Visit) => page.getByRole('dialog', { name: 'Publicar no n8n' });

async function openDialog({ page }: Visit): Promise<void> {
  const button = page.getByRole('button', { name: 'Publicar no n8n' });
  if (await button.isVisible()) await button.click();
  else {
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Publicar no n8n' }).click();
  }
}

/** Opens a template, publishes it and gives back the workflow's id. */
async function publishTemplate(visit: Visit): Promise<string> {
  await visit.page.getByRole('button', { name: 'Usar o modelo Régua essencial' }).click();
  await reminder(visit).waitFor();
  await openDialog(visit);
  const dialog = dialogOf(visit);
  await soon(() => dialog.getByLabel('Chave da API do n8n').inputValue()).not.toBe('');
  await dialog.getByRole('button', { name: 'Publicar', exact: true }).click();
  await dialog.getByText('"Régua essencial" está no n8n.').waitFor();
  await dialog.getByRole('button', { name: 'Fechar' }).click();
  return [...designer.n8n.workflows.keys()].at(-1)!;
}

type Texts = { text: { body: string }[] };

function writeInN8n(id: string, body: string): void {
  designer.n8n.changeInEditor(id, ({ nodes }) => {
    for (const node of nodes) {
      const texts = (node['parameters'] as { texts?: Texts }).texts?.text;
      if (texts && String(node['name']).startsWith('D-3')) for (const text of texts) text.body = body;
    }
  });
}

const bodyInN8n = (id: string): string => {
  const node = designer.n8n.workflows.get(id)!.nodes.find(({ name, parameters }) => String(name).startsWith('D-3') && 'texts' in (parameters as object))!;
  return (node['parameters'] as { texts: Texts }).texts.text[0]!.body;
};

describe('publishing over what was changed in n8n', () => {
  it.each([
    ['desk', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ])('asks about a text written on both sides, sends nothing before it is decided, and then what was chosen, on a %s', async (name, viewport) => {
    const visit = await designer.visit({ viewport });
    const { page } = visit;
    const id = await publishTemplate(visit);
    writeInN8n(id, 'Oi! Passando para lembrar, com carinho, que sua parcela vence em três dias. Qualquer coisa, responda aqui.');
    const versionBefore = designer.n8n.workflows.get(id)!.versionId;
    await reminder(visit).click();
    const text = page.getByRole('textbox', { name: 'Texto', exact: true });
    await text.press('Control+End');
    await page.keyboard.insertText(' Estamos por aqui.');
    if (name === 'phone') await page.getByRole('complementary', { name: 'Detalhes' }).getByRole('button', { name: 'Fechar' }).click();
    await soon(() => page.getByText('Tudo salvo').count()).toBeGreaterThan(0);
    await openDialog(visit);
    const dialog = dialogOf(visit);
    const update = dialog.getByRole('button', { name: 'Atualizar o que está publicado' });
    const conflicts = dialog.getByRole('group', { name: /o texto mudou dos dois lados/ });
    await conflicts.first().waitFor();
    const count = await conflicts.count();
    expect(await update.isDisabled()).toBe(true);
    // Both texts to their last word, with variables in words.
    const mine = conflicts.first().getByRole('radio', { name: /^Daqui/ });
    expect(await conflicts.first().locator('label', { has: mine }).innerText()).toMatch(/Olá, Primeiro nome![^{}]*Estamos por aqui\.$/);
    await conflicts.first().getByText('Qualquer coisa, responda aqui.').waitFor();
    await dialog.getByText(/decis(ão falta|ões faltam) antes de publicar/).waitFor();
    await visit.picture(`15-conflict-${name}`);
    expect(await dialog.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    await visit.accessible();
    for (let index = 0; index < count; index++)
      await conflicts
        .nth(index)
        .getByRole('radio', { name: /^Do n8n/ })
        .check();
    expect(designer.n8n.workflows.get(id)!.versionId).toBe(versionBefore);
    await soon(() => update.isEnabled()).toBe(true);
    await visit.picture(`16-conflict-decided-${name}`);
    await update.click();
    await dialog.getByText('está no n8n').waitFor();
    await dialog.getByRole('button', { name: 'Fechar' }).click();
    expect(bodyInN8n(id)).toMatch(/^Oi! Passando para lembrar/);
    visit.calm();
    await visit.close();
  });

  it('brings along what was changed in n8n only, as one step that can be undone by its name', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    const id = await publishTemplate(visit);
    designer.n8n.changeInEditor(id, (workflow) => {
      workflow.name = 'Mexida no n8n';
      workflow.settings = { ...workflow.settings, timezone: 'America/Manaus' };
    });
    await openDialog(visit);
    const dialog = dialogOf(visit);
    await dialog.getByText('A régua passou a se chamar Mexida no n8n.').waitFor();
    await dialog.getByText('Configurações do fluxo mudaram: fuso horário.').waitFor();
    await dialog.getByText('Nada: o n8n já tem tudo o que está aqui.').waitFor();
    await visit.picture('17-comes-along');
    await dialog.getByRole('button', { name: 'Atualizar o que está publicado' }).click();
    await dialog.getByText('"Mexida no n8n" está no n8n.').waitFor();
    await dialog.getByRole('button', { name: 'Fechar' }).click();
    expect(await page.getByRole('textbox', { name: 'Nome da régua' }).inputValue()).toBe('Mexida no n8n');
    expect(designer.n8n.workflows.get(id)!.settings).toMatchObject({ timezone: 'America/Manaus' });
    await page.getByRole('button', { name: 'Desfazer: Trazer as mudanças do n8n' }).click();
    expect(await page.getByRole('textbox', { name: 'Nome da régua' }).inputValue()).toBe('Régua essencial');
    visit.calm();
    await visit.close();
  });

  it('says that the workflow is gone from n8n, and makes a new one when told to', async () => {
    const visit = await designer.visit();
    const id = await publishTemplate(visit);
    designer.n8n.workflows.delete(id);
    await openDialog(visit);
    const dialog = dialogOf(visit);
    await dialog.getByText('O fluxo desta régua não está mais no n8n').waitFor();
    expect(designer.n8n.workflows.has(id)).toBe(false);
    await dialog.getByRole('button', { name: 'Publicar de novo' }).click();
    await dialog.getByText('"Régua essencial" está no n8n.').waitFor();
    visit.calm();
    await visit.close();
  });

  it('shows the secret of the events once, with a button that copies it', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await openDialog(visit);
    const dialog = dialogOf(visit);
    await soon(() => dialog.getByLabel('Chave da API do n8n').inputValue()).not.toBe('');
    await dialog.getByRole('button', { name: 'Publicar', exact: true }).click();
    const secret = dialog.getByRole('region', { name: 'Segredo dos eventos' });
    await secret.getByRole('button', { name: 'Copiar o segredo' }).click();
    await page.getByText('Segredo copiado.').first().waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(designer.n8n.credentials.at(-1)!.data['secret']);
    await visit.picture('18-secret');
    await visit.accessible();
    visit.calm();
    await visit.close();
  });

  it('does not publish with errors open, says how many there are and leads to them', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await visit.menu('Regras da régua');
    await page.getByRole('textbox', { name: 'Nome da empresa' }).fill('');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /a corrigir/ }).waitFor();
    const before = designer.n8n.workflows.size;
    await openDialog(visit);
    const dialog = dialogOf(visit);
    await dialog.getByText(/precisa(m)? de correção antes de publicar/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Publicar', exact: true }).isDisabled()).toBe(true);
    await dialog.getByLabel('Chave da API do n8n').press('Enter');
    await page.waitForTimeout(300);
    expect(designer.n8n.workflows.size).toBe(before);
    await dialog.getByRole('button', { name: 'Ver o que corrigir' }).click();
    await page.getByRole('region', { name: 'O que conferir' }).waitFor();
    visit.calm();
    await visit.close();
  });
});
