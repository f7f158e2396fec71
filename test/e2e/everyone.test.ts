import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Designer, soon } from './support/designer.ts';

let designer: Designer;
beforeAll(async () => {
  designer = await Designer.start();
});
afterAll(() => designer.stop());

describe('by keyboard alone', () => {
  it('makes a cadence from nothing in under 60 actions and publishes it', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    let actions = 0;
    const press = async (key: string, times = 1): Promise<void> => {
      for (let n = 0; n < times; n++) {
        actions += 1;
        await page.keyboard.press(key);
      }
    };
    const type = async (text: string): Promise<void> => {
      actions += 1;
      await page.keyboard.type(text);
    };
    const search = async (text: string): Promise<void> => {
      await press('Control+k');
      await page.getByRole('combobox', { name: 'Buscar' }).waitFor();
      await type(text);
      await press('Enter');
    };
    const blank = page.getByRole('button', { name: /^Começar do zero/ });
    await blank.waitFor();
    await blank.focus();
    await press('Enter');
    await page.getByRole('button', { name: 'Adicionar a primeira etapa' }).waitFor();
    await visit.picture('50-blank');
    await visit.accessible();
    await page.getByRole('button', { name: 'Adicionar a primeira etapa' }).focus();
    await press('Enter');
    await page.getByRole('dialog', { name: 'O que acontece em D-3?' }).waitFor();
    await press('Enter');
    await visit.block(/^D-3 ?Lembrete/).waitFor();

    // The keyboard stands on the new block: up to its step, and a second step after it by its "+".
    await soon(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toContain('Lembrete');
    await press('ArrowUp');
    await press('Tab', 2);
    await soon(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')).toContain('Adicionar etapa depois');
    await press('Enter');
    await page.getByRole('dialog', { name: 'O que acontece em D+1?' }).waitFor();
    await press('ArrowDown');
    await press('Enter');
    await visit.block(/^D\+1 ?Aviso de atraso/).waitFor();

    // Two days later, and back one: the announcements say where it is now.
    await press('ArrowUp');
    await press('Alt+ArrowRight', 2);
    await visit.block(/^D\+3 ?Aviso de atraso/).waitFor();
    await soon(() => page.getByRole('status').textContent()).toContain('para D+3');
    await press('Control+z');
    await visit.block(/^D\+2 ?Aviso de atraso/).waitFor();
    await soon(() => page.getByRole('status').textContent()).toContain('Desfeito');

    await search('empresa');
    await page.getByRole('textbox', { name: 'Nome da empresa' }).waitFor();
    const fill = async (label: string, text: string): Promise<void> => {
      await page.getByRole('textbox', { name: label }).focus();
      await type(text);
    };
    await fill('Nome da empresa', 'Padaria Sol');
    await fill('CNPJ ou CPF', '11.222.333/0001-81');
    await fill('Endereço', 'Rua das Acácias, 120');
    await fill('Cidade', 'Campinas');
    await fill('Telefone de atendimento', '(19) 3000-1000');
    await fill('E-mail de atendimento', 'oi@padaria.example');
    await fill('Página de pagamento', 'https://pague.padaria.example/');
    await press('Escape');
    await soon(() => page.getByRole('button', { name: /a corrigir/ }).count()).toBe(0);
    await search('publicar');
    const dialog = page.getByRole('dialog', { name: 'Publicar no n8n' });
    await dialog.waitFor();
    await soon(() => dialog.getByLabel('Chave da API do n8n').inputValue()).not.toBe('');
    await dialog.getByLabel('Chave da API do n8n').focus();
    await press('Enter');
    await dialog.getByText('está no n8n').waitFor();
    expect(actions).toBeLessThan(60);
    visit.calm();
    await visit.close();
  });

  it('walks, selects several, copies into another cadence, deletes and takes it back', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua clássica');
    await visit
      .block(/^D-3 ?Lembrete amigável/)
      .first()
      .focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('heading', { name: '2 itens escolhidos' }).waitFor();
    await page.keyboard.press('Control+c');
    await page.getByText('2 itens copiados.').first().waitFor();

    await page.getByRole('button', { name: 'Régua: Modelos' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Usar o modelo Régua essencial/ })
      .click();
    await visit.block(/^D\+2/).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+v');
    await page.getByText('2 itens colados.').first().waitFor();
    await page.getByRole('heading', { name: '2 itens escolhidos' }).waitFor();
    await visit.block(/^D\+1 ?Aviso de atraso/).waitFor();

    await visit.block(/^D\+1 ?Aviso de atraso/).focus();
    await page.keyboard.press('Delete');
    await soon(() => visit.block(/^D\+1 ?Aviso de atraso/).count()).toBe(0);
    await page.locator('.toast').getByRole('button', { name: 'Desfazer' }).click();
    await visit.block(/^D\+1 ?Aviso de atraso/).waitFor();
    visit.calm();
    await visit.close();
  });
});

describe('every main state', () => {
  for (const theme of ['light', 'dark'] as const) {
    // Some thirty states, each judged by axe: minutes, on a machine that does other work as well.
    it(`has no axe violation and is pictured, ${theme}`, { timeout: 300_000 }, async () => {
      const visit = await designer.visit({ colorScheme: theme });
      const { page } = visit;
      const state = async (name: string): Promise<void> => {
        await visit.picture(`60-${theme}-${name}`);
        await visit.accessible();
      };
      await page.getByRole('button', { name: /Usar o modelo Régua clássica/ }).waitFor();
      await state('start');
      await visit.openTemplate('Régua clássica');
      await state('ruler');
      await page.getByLabel('Ver datas com vencimento em').fill('2026-12-10');
      await visit
        .block(/^Lembrete ?Olá/)
        .first()
        .click();
      await page.getByRole('region', { name: 'Como o cliente recebe' }).getByText('Olá, Ana!').first().waitFor();
      await state('message');
      await visit
        .block(/^Escolha do canal/)
        .first()
        .click();
      await state('channel-choice');
      await page.getByRole('button', { name: /Tudo certo|a corrigir|a conferir/ }).click();
      await state('findings');
      await page.getByRole('button', { name: 'Lista', exact: true }).click();
      await page.getByRole('region', { name: 'Etapas da trilha Clássica' }).waitFor();
      await state('list');
      await page.getByRole('button', { name: /^Proposta de acordo ?Acordo padrão/ }).click();
      await page.getByRole('region', { name: 'O que o cliente veria' }).getByText('À vista').waitFor();
      await state('offer');
      await visit.menu('Regras da régua');
      for (const tab of [
        'Empresa',
        'Faixas de cliente',
        'Horários',
        'Limites e canais',
        'Acordos',
        'Encargos',
        'Negativação e juizado',
        'Vocabulário',
        'Reações',
      ]) {
        await page.getByRole('navigation', { name: 'Regras da régua' }).getByRole('button', { name: tab }).click();
        await page.getByRole('heading', { name: tab }).waitFor();
        await state(`rules-${tab.toLowerCase().replaceAll(' ', '-')}`);
      }
      await page.keyboard.press('Escape');
      for (const item of ['Versões salvas…', 'Compartilhar link…', 'Imagem para apresentação…', 'Atalhos do teclado', 'Abrir do n8n…']) {
        await visit.menu(item);
        await page.getByRole('dialog').waitFor();
        await state(`dialog-${item.split(' ')[0]!.toLowerCase()}`);
        await page.keyboard.press('Escape');
      }
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Buscar' }).fill('acordo');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      await state('search');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Simulação' }).click();
      await state('simulation-before');
      await page.getByRole('button', { name: 'Simular', exact: true }).click();
      await page.getByText('Recuperado ao longo do tempo, por trilha').waitFor();
      await soon(() => page.getByRole('status').textContent()).toContain('Simulação pronta');
      await state('simulation');
      await page.getByRole('button', { name: 'Uma pessoa' }).click();
      await page
        .getByRole('button', { name: /^Acompanhar/ })
        .nth(3)
        .click();
      await page.getByRole('heading', { name: /^A história de/ }).waitFor();
      await state('person');
      await page.getByRole('button', { name: 'Suposições' }).click();
      await state('assumptions');
      visit.calm();
      await visit.close();
    });
  }

  it('can be read, approved and touched up on a phone', async () => {
    const visit = await designer.visit({ viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = visit;
    await page.getByRole('button', { name: /Usar o modelo Régua essencial/ }).click();
    await page.getByRole('region', { name: 'Etapas da trilha Única' }).waitFor();
    await visit.picture('70-phone-list');
    await visit.accessible();
    await page.getByRole('button', { name: /^Lembrete ?Olá/ }).tap();
    const details = page.getByRole('complementary', { name: 'Detalhes' });
    await details
      .getByRole('textbox', { name: 'Texto', exact: true })
      .fill(
        'Olá, {{ debtor.firstName }}! Tudo bem? Seu título {{ debt.number }} vence em {{ debt.dueDate }}: {{ payment.link }}. Qualquer coisa, {{ contact.person }}.',
      );
    await details.getByText('Tudo bem?').last().waitFor();
    await visit.picture('71-phone-details');
    await visit.accessible();
    await details.getByRole('button', { name: 'Fechar' }).tap();
    await page.getByRole('button', { name: 'Um dia depois: Aviso de atraso' }).tap();
    await page.getByRole('button', { name: /^D\+3 ?Aviso de atraso/ }).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
    visit.calm();
    await visit.close();
  });
});

describe('what must not be lost', () => {
  it('two tabs on one cadence: the quiet one follows, the busy one is asked', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await page.getByText('Tudo salvo').waitFor();
    const second = await page.context().newPage();
    await second.goto(designer.server.url);
    const nameIn = (which: typeof page) => which.getByRole('textbox', { name: 'Nome da régua' });
    await soon(() => nameIn(second).inputValue()).toBe('Régua essencial');
    await nameIn(second).fill('Mudada na segunda aba');
    await soon(() => nameIn(page).inputValue()).toBe('Mudada na segunda aba');

    // Both type at once: whoever saves last is stopped and asked. On a busy machine one may have saved before the other types: then they type again.
    const asks = (which: typeof page) => which.getByRole('alert').isVisible();
    let asked: typeof page | undefined;
    for (let turn = 1; turn <= 10 && !asked; turn++) {
      await Promise.all([nameIn(second).fill(`Da segunda, ${turn}`), nameIn(page).fill(`Da primeira, ${turn}`)]);
      await page.waitForTimeout(2_000);
      asked = (await asks(page)) ? page : (await asks(second)) ? second : undefined;
    }
    if (!asked) throw new Error('Two tabs typed at once ten times, and neither was asked.');
    const kept = await nameIn(asked).inputValue();
    await asked.getByRole('button', { name: 'Ficar com a desta aba' }).click();
    await soon(() => nameIn(asked === page ? second : page).inputValue()).toBe(kept);
    await visit.close();
  });

  it('works without storage and says that nothing is kept', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    });
    await page.reload();
    await visit.openTemplate('Régua essencial');
    await page.getByText('Não salvou').waitFor();
    const downloading = page.waitForEvent('download');
    await visit.menu('Baixar a régua (JSON)');
    expect((await downloading).suggestedFilename()).toBe('regua-essencial.regua.json');
    visit.calm();
    await visit.close();
  });

  it('a shared link opens to be read, and a copy of it can be edited', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await visit.menu('Compartilhar link…');
    const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
    expect(link.length).toBeLessThan(8000);
    const reader = await designer.visit({ path: link.slice(designer.server.url.length + 1) });
    await reader.page.getByText('Você está vendo uma régua compartilhada').waitFor();
    await reader.picture('80-shared');
    await reader.accessible();
    expect(await reader.page.getByRole('textbox', { name: 'Nome da régua' }).isEditable()).toBe(false);
    await reader.page.getByRole('button', { name: 'Editar uma cópia' }).click();
    await soon(() => reader.page.getByRole('textbox', { name: 'Nome da régua' }).isEditable()).toBe(true);
    await visit.close();

    const broken = await designer.visit({ path: '#regua=cortado' });
    await broken.page.getByText('O link veio cortado ou danificado').first().waitFor();
    await reader.close();
    await broken.close();
  });

  it('keeps versions, tells in sentences what changed since, and goes back', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    const dialog = page.getByRole('dialog', { name: 'Versões e histórico' });
    await visit.keepVersion('Aprovada');
    await visit.block(/^D\+2/).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await visit.menu('Versões salvas…');
    await dialog.getByRole('button', { name: /^Aprovada/ }).click();
    const comparison = dialog.getByRole('region', { name: 'O que mudou desde "Aprovada"' });
    await comparison.getByText(/D\+2.*D\+3/).waitFor();
    await visit.picture('81-versions');
    await visit.accessible();
    await comparison.getByRole('button', { name: 'Voltar a esta versão' }).click();
    await visit.block(/^D\+2/).waitFor();
    visit.calm();
    await visit.close();
  });
});
