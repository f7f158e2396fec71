import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { Designer, soon, type Visit } from './support/designer.ts';

let designer: Designer;
beforeAll(async () => {
  designer = await Designer.start();
});
afterAll(() => designer.stop());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

async function simulate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Simulação' }).click();
  await page.getByRole('button', { name: 'Simular', exact: true }).click();
  await soon(() => page.getByRole('status').first().textContent()).toContain('Simulação pronta');
}

/** What the focused element is described by, as a screen reader says it. */
const description = (page: Page): Promise<string> =>
  page.evaluate(() =>
    (document.activeElement?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );

const recovered = (page: Page): Promise<string | null> => page.getByRole('complementary', { name: 'Painel da simulação' }).locator('.is-main b').textContent();

async function toLastDay(page: Page): Promise<void> {
  const slider = page.getByRole('slider', { name: 'Dia da simulação' });
  await slider.focus();
  await page.keyboard.press('End');
  await soon(() => slider.getAttribute('aria-valuetext')).toMatch(/^Dia 120 de 120/);
}

describe('two versions side by side', () => {
  /** A version is kept, then one step moves and another goes. */
  async function twoVersions(visit: Visit): Promise<void> {
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    const dialog = page.getByRole('dialog', { name: 'Versões e histórico' });
    await visit.keepVersion('Aprovada');
    await visit.block(/^D\+2/).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await visit.block(/^D\+8/).focus();
    await page.keyboard.press('Delete');
    await visit.menu('Versões salvas…');
    await dialog.getByRole('button', { name: /^Aprovada/ }).click();
    await dialog.getByRole('button', { name: 'Ver lado a lado' }).click();
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`mark what moved and what went by shape and word, and link the sentences to it, ${theme}`, async () => {
      const visit = await designer.visit({ colorScheme: theme });
      const { page } = visit;
      await twoVersions(visit);
      const rulers = page.getByRole('region', { name: 'As duas réguas, lado a lado' });
      await rulers.getByRole('group', { name: /^Aprovada, D\+2, .*, foi para D\+3$/ }).waitFor();
      const moved = rulers.getByRole('group', { name: /^Régua de agora, D\+3, .*, veio de D\+2$/ });
      const gone = rulers.getByRole('group', { name: /^Aprovada, D\+8, .*, saiu$/ });
      expect(await rulers.getByRole('group', { name: /^Régua de agora, D\+8/ }).count()).toBe(0);
      expect(await rulers.getByText('vencimento').count()).toBe(1);

      const sentences = page.getByRole('region', { name: 'O que mudou' });
      await sentences.getByRole('button', { name: /passou de D\+2 para D\+3/ }).hover();
      await soon(() => isPointedAt(moved)).toBe(true);
      expect(await isPointedAt(gone)).toBe(false);
      await sentences.getByRole('button', { name: /D\+8.* foi apagada/ }).focus();
      await soon(() => isPointedAt(gone)).toBe(true);

      // There and back by keyboard, told what the step is about.
      await page.keyboard.press('Enter');
      await soon(() => description(page)).toMatch(/D\+8.* foi apagada/);
      await page.keyboard.press('Enter');
      await soon(() => page.evaluate(() => document.activeElement?.textContent ?? '')).toMatch(/D\+8.* foi apagada/);

      await page.getByRole('button', { name: 'Simular as duas' }).click();
      const outcome = page.getByRole('region', { name: 'O que muda no resultado' });
      await outcome.getByText(/^A régua de agora recupera R\$|^As duas recuperam/).waitFor();
      await visit.picture(`22-${theme}-compare`);
      await visit.accessible();
      await outcome.getByRole('button', { name: 'Ver os números' }).click();
      const results = page.getByRole('region', { name: 'O que cada uma traria' });
      await results.getByText('1.000 clientes, 120 dias, semente 7: os mesmos para as duas.').waitFor();
      for (const row of ['Recuperado', 'Contatos', 'Custo dos contatos', 'WhatsApp', 'Fora do horário'])
        await results
          .getByRole('row', { name: new RegExp(`^${row} .*(a mais|a menos|igual)$`) })
          .first()
          .waitFor();
      await page.waitForTimeout(600);
      await visit.picture(`23-${theme}-compare-results`);

      await page.getByRole('switch', { name: 'Mostrar só o que mudou' }).click();
      await soon(() => rulers.getByRole('group', { name: /D-3/ }).count()).toBe(0);
      await gone.waitFor();
      visit.calm();
      await visit.close();
    });
  }

  it('stand one above the other on a phone, day by day', async () => {
    const visit = await designer.visit(PHONE);
    const { page } = visit;
    await page.getByRole('button', { name: /Usar o modelo Régua essencial/ }).click();
    await page.getByRole('button', { name: 'Um dia depois: Aviso de atraso' }).tap();
    await page.getByRole('button', { name: 'Simulação' }).tap();
    await page.getByRole('button', { name: 'Comparar' }).tap();
    await page.getByRole('button', { name: /passou de D\+2 para D\+3/ }).tap();
    const rulers = page.getByRole('region', { name: 'As duas réguas, lado a lado' });
    const [old, now] = await rulers
      .getByRole('group', { name: /D-3/ })
      .evaluateAll((cards) => cards.map((card) => ({ x: card.getBoundingClientRect().x, y: card.getBoundingClientRect().y, height: card.clientHeight })));
    expect(now!.y).toBeGreaterThan(old!.y + old!.height);
    expect(now!.x).toBe(old!.x);
    await page.getByRole('button', { name: 'Simular as duas' }).tap();
    await page.getByRole('region', { name: 'O que muda no resultado' }).waitFor();
    await visit.picture('74-phone-compare');
    await visit.accessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    visit.calm();
    await visit.close();
  });
});

const isPointedAt = (card: Locator): Promise<boolean> => card.evaluate((element) => element.classList.contains('is-pointed'));

describe('debtors as they advance', () => {
  it('walk from step to step while it plays, say who they are, and lead to their story', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua clássica');
    await simulate(page);
    await page.getByRole('region', { name: 'O que cada ponto mostra' }).getByText('1 ponto = 7 clientes').waitFor();
    const dots = page.locator('.dots .dot:visible');
    await soon(() => dots.count()).toBeGreaterThan(40);
    await soon(() =>
      page.evaluate(() => document.getAnimations().filter((animation) => (animation.effect as KeyframeEffect).target?.classList.contains('dot')).length),
    ).toBeGreaterThan(0);
    await visit.picture('20-simulation-playing');
    await page.getByRole('button', { name: 'Pausar' }).click();
    await page.waitForTimeout(1000);
    const where = () => dots.evaluateAll((all) => all.map((dot) => (dot as HTMLElement).style.translate).join());
    const before = await where();
    await page.getByRole('button', { name: 'Um dia depois' }).click();
    await page.getByRole('button', { name: 'Um dia depois' }).click();
    await soon(where).not.toBe(before);
    await page.getByRole('button', { name: 'Um dia antes' }).click();
    await page.getByRole('button', { name: 'Um dia antes' }).click();
    await soon(where).toBe(before);

    const inSight = await dots.evaluateAll((all) => all.findIndex((dot) => dot.getBoundingClientRect().right < 900));
    await dots.nth(inSight).hover();
    const name = (await page.getByRole('tooltip').locator('b').textContent())!;
    await visit.accessible();
    await dots.nth(inSight).click();
    await page.getByRole('heading', { name: `A história de ${name}` }).waitFor();
    visit.calm();
    await visit.close();
  });

  it('stand still for who asked for less motion, and still advance', async () => {
    const visit = await designer.visit({ reducedMotion: 'reduce' });
    const { page } = visit;
    await visit.openTemplate('Régua clássica');
    await simulate(page);
    const dots = page.locator('.dots .dot:visible');
    const places = () => dots.evaluateAll((all) => all.map((dot) => (dot as HTMLElement).style.translate).join());
    const before = await places();
    await soon(places).not.toBe(before);
    expect(await dots.evaluateAll((all) => all.flatMap((dot) => dot.getAnimations()).length)).toBe(0);
    await visit.close();
  });
});

describe('the simulation on a phone', () => {
  it('shows an upright ruler with counts, plays and scrubs it, and tells one debtor’s story', async () => {
    const visit = await designer.visit(PHONE);
    const { page } = visit;
    await page.getByRole('button', { name: /Usar o modelo Régua clássica/ }).click();
    await page.getByRole('region', { name: 'Etapas da trilha Clássica' }).waitFor();
    await simulate(page);
    const ruler = page.getByRole('region', { name: 'Trilha Clássica' });
    await page.getByRole('button', { name: 'Pausar' }).tap();
    await toLastDay(page);
    const step = ruler.getByRole('listitem').filter({ hasText: 'Proposta de acordo' });
    const count = async () => Number((await step.locator('b').textContent())!.replace(/\D/g, ''));
    await soon(count).toBeGreaterThan(100);
    const atTheEnd = await count();
    await page.keyboard.press('Home');
    await soon(count).toBeLessThan(atTheEnd);
    await page.getByRole('button', { name: 'Tocar' }).tap();
    await soon(() => page.getByRole('slider', { name: 'Dia da simulação' }).getAttribute('aria-valuetext')).toMatch(/^Dia [5-9] de 120/);
    await visit.picture('75-phone-simulation');
    await visit.accessible();
    const playback = (await page.getByRole('group', { name: 'Tocar a simulação' }).boundingBox())!;
    expect(playback.y + playback.height).toBeLessThanOrEqual(844);
    await page.getByRole('button', { name: 'Uma pessoa' }).tap();
    await page
      .getByRole('button', { name: /^Acompanhar/ })
      .nth(3)
      .tap();
    await page.getByRole('heading', { name: /^A história de/ }).waitFor();
    await visit.picture('76-phone-person');
    await visit.accessible();
    await page.getByRole('button', { name: 'Suposições' }).tap();
    await page.getByRole('heading', { name: 'Suposições, não medições' }).waitFor();
    await visit.picture('77-phone-assumptions');
    await visit.accessible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    visit.calm();
    await visit.close();
  });
});

describe('the assumptions', () => {
  it('are called what they are, change the result, and repeat it by the seed', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await simulate(page);
    await page.getByRole('button', { name: 'Pausar' }).click();
    await toLastDay(page);
    const first = await soonSteady(() => recovered(page));

    await page.getByRole('button', { name: 'Suposições' }).click();
    await page.getByRole('heading', { name: 'Suposições, não medições' }).waitFor();
    await page.getByText('a semente 7, a simulação se repete').waitFor();
    await page.getByRole('textbox', { name: 'WhatsApp: Respondem' }).fill('40');
    await page.getByText('A régua ou os números mudaram depois desta simulação.').waitFor();
    await visit.picture('39-assumptions');
    await visit.accessible();
    const again = async (button: string): Promise<string | null> => {
      await page.getByRole('button', { name: button }).click();
      await page.getByRole('button', { name: 'Resultados' }).click();
      await soon(() => page.getByRole('button', { name: 'Simular', exact: true }).count()).toBe(1);
      await page.getByRole('button', { name: 'Pausar' }).click();
      await toLastDay(page);
      return soonSteady(() => recovered(page));
    };
    const warmer = await again('Simular com estes números');
    expect(warmer).not.toBe(first);
    await page.getByRole('button', { name: 'Suposições' }).click();
    await page.getByRole('button', { name: 'Voltar ao padrão (1 número seu)' }).click();
    expect(await again('Simular com estes números')).toBe(first);
    await page.getByRole('textbox', { name: 'Semente' }).fill('8');
    expect(await again('Simular de novo')).not.toBe(first);
    visit.calm();
    await visit.close();
  });
});

/** A value once it has stopped changing for a while: the plots follow a breath behind. */
async function soonSteady<T>(read: () => Promise<T>): Promise<T> {
  let before = await read();
  let same = 0;
  await expect
    .poll(
      async () => {
        const now = await read();
        same = now === before ? same + 1 : 0;
        before = now;
        return same;
      },
      { interval: 300, timeout: 20_000 },
    )
    .toBeGreaterThan(4);
  return before;
}
