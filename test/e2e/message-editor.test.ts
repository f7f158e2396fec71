import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageBlock } from '../../core/cadence/blocks.ts';
import type { CadenceDocument } from '../../core/cadence/document.ts';
import { Designer, soon, type Visit } from './support/designer.ts';

let designer: Designer;
beforeAll(async () => {
  designer = await Designer.start();
});
afterAll(() => designer.stop());

/** The first reminder of the classic cadence, open in the details. */
async function openReminder(): Promise<{ visit: Visit; text: ReturnType<Visit['page']['getByRole']> }> {
  const visit = await designer.visit();
  await visit.openTemplate('Régua clássica');
  await visit
    .block(/^Lembrete ?Olá/)
    .first()
    .click();
  const text = visit.page.getByRole('textbox', { name: 'Texto', exact: true });
  await text.waitFor();
  return { visit, text };
}

/** The text as it is stored, by downloading the cadence. */
async function stored(visit: Visit): Promise<string> {
  const downloading = visit.page.waitForEvent('download');
  await visit.menu('Baixar a régua (JSON)');
  const document = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as CadenceDocument;
  const block = document.tracks[0]!.steps[0]!.blocks.find((candidate): candidate is MessageBlock => candidate.kind === 'message')!;
  return block.texts[0]!.body;
}

describe('the text of a message', () => {
  it('shows data as words, to eyes and to a screen reader, and keeps Liquid underneath', async () => {
    const { visit, text } = await openReminder();
    expect(await text.textContent()).toContain('Olá, Primeiro nome! Passando para lembrar: o título Número do título, de Valor de hoje, vence em Vencimento.');
    expect(await text.ariaSnapshot()).not.toContain('{{');
    expect(await stored(visit)).toContain('Olá, {{ debtor.firstName }}! Passando para lembrar: o título {{ debt.number }}, de {{ amount.total }}');
    await visit.accessible();
    visit.calm();
    await visit.close();
  });

  it('takes data by "/", deletes it as one, and undoes both', async () => {
    const { visit, text } = await openReminder();
    const { page } = visit;
    await text.fill('Vence em ');
    await page.keyboard.type('/venc');
    await page.getByRole('listbox', { name: 'Dados que podem entrar no texto' }).getByRole('option', { name: 'Vencimento 01/01/2026' }).waitFor();
    await visit.picture('16-message-menu');
    await visit.accessible();
    await page.keyboard.press('Enter');
    await soon(() => text.textContent()).toBe('Vence em Vencimento');
    await soon(() => page.getByRole('status').textContent()).toContain('Inserido: Vencimento.');
    await page.waitForTimeout(600);
    await page.keyboard.type('.');
    await page.waitForTimeout(600);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await soon(() => text.textContent()).toBe('Vence em ');
    await soon(() => page.getByRole('status').textContent()).toContain('Apagado: Vencimento.');
    await page.keyboard.press('Control+z');
    await soon(() => text.textContent()).toBe('Vence em Vencimento.');
    expect(await stored(visit)).toBe('Vence em {{ debt.dueDate }}.');
    visit.calm();
    await visit.close();
  });

  it('offers nothing after a "/" inside a word, a date or an address, and writes it', async () => {
    const { visit, text } = await openReminder();
    const { page } = visit;
    await text.fill('');
    await page.keyboard.type('Veja em https://pague.example/ e/ou 24/7');
    await page.waitForTimeout(300);
    expect(await page.getByRole('listbox', { name: 'Dados que podem entrar no texto' }).count()).toBe(0);
    expect(await text.textContent()).toBe('Veja em https://pague.example/ e/ou 24/7');
    await visit.close();
  });

  it('copies and pastes data as Liquid, and moves it by dragging', async () => {
    const { visit, text } = await openReminder();
    const { page } = visit;
    await text.fill('A: {{ amount.total }}.\nFim');
    await text.getByText('Valor de hoje').click();
    await page.keyboard.press('Control+c');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('{{ amount.total }}');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+v');
    await soon(() => text.getByText('Valor de hoje').count()).toBe(2);
    expect(await stored(visit)).toBe('A: {{ amount.total }}.\nFim{{ amount.total }}');
    await text
      .getByText('Valor de hoje')
      .first()
      .dragTo(text.getByText('Fim'), { targetPosition: { x: 2, y: 8 } });
    await soon(() => text.textContent()).toBe('A: .Valor de hojeFimValor de hoje');
    expect(await stored(visit)).toBe('A: .\n{{ amount.total }}Fim{{ amount.total }}');
    visit.calm();
    await visit.close();
  });

  it('leaves conditions, filters and spaces as they are written', async () => {
    const { visit, text } = await openReminder();
    const { page } = visit;
    const liquid = '{%- if offer.summary -%}Veja:  {{ debtor.name | upcase }}{% endif %} {{- today -}} {{desconhecido}}';
    await text.fill(liquid);
    expect(await stored(visit)).toBe(liquid);
    await text.press('Control+Home');
    await page.keyboard.type('Oi. ');
    expect(await stored(visit)).toBe(`Oi. ${liquid}`);
    await visit.close();
  });

  it('follows the cadence’s own undo', async () => {
    const { visit, text } = await openReminder();
    const { page } = visit;
    const before = await text.textContent();
    await text.fill('Outro texto, {{ debtor.firstName }}.');
    await soon(() => page.getByRole('button', { name: /^Desfazer: Editar/ }).isEnabled()).toBe(true);
    await page.getByRole('button', { name: /^Desfazer: Editar/ }).click();
    await soon(() => text.textContent()).toBe(before);
    visit.calm();
    await visit.close();
  });

  it('takes data by a tap on a phone', async () => {
    const visit = await designer.visit({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = visit;
    await page.getByRole('button', { name: /Usar o modelo Régua essencial/ }).click();
    await page.getByRole('button', { name: /^Lembrete ?Olá/ }).tap();
    const text = page.getByRole('textbox', { name: 'Texto', exact: true });
    await text.fill('Pague aqui: ');
    await page.getByRole('group', { name: 'Dados do cliente e da dívida' }).getByRole('button', { name: 'Link de pagamento' }).tap();
    await soon(() => text.textContent()).toBe('Pague aqui: Link de pagamento');
    await page.getByRole('button', { name: 'Inserir dado' }).tap();
    await page.getByRole('listbox', { name: 'Dados que podem entrar no texto' }).waitFor();
    await visit.picture('73-phone-message');
    await visit.accessible();
    visit.calm();
    await visit.close();
  });
});
