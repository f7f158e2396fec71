import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Designer, type Visit } from './support/designer.ts';

const workflow = (name: string): string => readFileSync(join(import.meta.dirname, `../fixtures/hand-made/${name}.json`), 'utf8');

let designer: Designer;
beforeAll(async () => {
  designer = await Designer.start();
});
afterAll(() => designer?.stop());

const report = (visit: Visit) => visit.page.getByRole('dialog').filter({ has: visit.page.locator('.lead') });

describe('a workflow of n8n made by hand', () => {
  it('opens as a draft, with what was read and what was not, and can be edited', async () => {
    const visit = await designer.visit();
    await visit.dropFile('regua.json', workflow('switch-evolution'));
    const dialog = visit.page.getByRole('dialog', { name: 'Arquivo aberto' });
    await dialog.getByText('Li 9 de 10 nós do fluxo "Régua de cobrança WhatsApp (Evolution)".').waitFor();
    await dialog.getByRole('region', { name: 'Para conferir' }).getByText('[INSERIR: cupom_fidelidade]').waitFor();
    await dialog.getByRole('region', { name: 'O que ficou de fora' }).getByText('Ler planilha').waitFor();
    await dialog.getByRole('region', { name: 'O que entrou na régua' }).getByText('Virou a mensagem por WhatsApp de D+5.').waitFor();
    await dialog.getByRole('region', { name: 'O que a régua já faz' }).getByText('Marca enviado').waitFor();
    await visit.picture('90-hand-made-report');
    await visit.accessible();
    await dialog.getByRole('button', { name: 'Entendi' }).click();
    await visit
      .block(/^Lembrete/)
      .first()
      .waitFor();
    await visit.picture('91-hand-made-draft');
    visit.calm();
    await visit.close();
  });

  it('says the same on a telephone and in English', async () => {
    const visit = await designer.visit({ viewport: { width: 390, height: 844 }, locale: 'en-US' });
    await visit.page
      .getByRole('button', { name: /English/ })
      .first()
      .click();
    await visit.dropFile('branches.json', workflow('ramos-por-valor'));
    await report(visit).getByText('Read 5 of 6 nodes of the workflow "Cobrança por valor".').waitFor();
    await report(visit).getByText('This condition is not about days.').waitFor();
    await visit.picture('92-hand-made-telephone');
    const words = await report(visit).innerText();
    expect(words).not.toMatch(/não|régua|Virou|Note of the import/);
    visit.calm();
    await visit.close();
  });

  it('that collects nothing is refused in a sentence', async () => {
    const visit = await designer.visit();
    await visit.dropFile('welcome.json', workflow('boas-vindas'));
    await visit.page.getByRole('dialog', { name: 'Não foi possível abrir o arquivo' }).getByText('Não achei neste fluxo mensagens de cobrança').waitFor();
    await visit.close();
  });
});
