import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Designer, soon } from './support/designer.ts';
import { englishCadence, portugueseOn } from './support/english.ts';

let designer: Designer;
beforeAll(async () => {
  designer = await Designer.start();
});
afterAll(() => designer.stop());

describe('in English', () => {
  it('says nothing in Portuguese in any main state, except what is marked as Portuguese', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Choose where to begin' }).waitFor();
    const slips: Record<string, string[]> = {};
    const state = async (name: string): Promise<void> => {
      const found = await portugueseOn(page);
      if (found.length > 0) slips[name] = found;
    };
    await state('start');
    await visit.picture('85-english-start');
    await visit.dropFile('gentle.regua.json', JSON.stringify(englishCadence()));
    await page.getByRole('dialog', { name: 'File opened' }).getByText('The cadence "Gentle reminders" is open.').waitFor();
    await state('import');
    await page.getByRole('button', { name: 'Understood' }).click();
    const ruler = page.getByRole('group', { name: 'Collection ruler' });
    await ruler.getByRole('button', { name: /^D-3/ }).waitFor();
    await page.getByRole('button', { name: /\d+ to fix/ }).click();
    await page.getByRole('region', { name: 'What to check' }).getByText('no notice before it').waitFor();
    await state('ruler, findings');
    await visit.picture('86-english-findings');
    await page.getByRole('region', { name: 'What to check' }).getByRole('button', { name: 'Close' }).click();
    await ruler.getByRole('button', { name: /^Track Main/ }).click();
    await state('track');
    await page.getByRole('button', { name: 'List', exact: true }).click();
    const list = page.getByRole('region', { name: 'Steps of the track Main' });
    await list.waitFor();
    await state('list');
    for (const item of ['Overdue notice', 'Channel choice', 'Offer of an agreement', 'Register with', 'Small claims court', 'Ring up', 'D+25']) {
      await list.getByRole('button', { name: item }).first().click();
      await page.getByRole('complementary', { name: 'Details' }).getByRole('heading').first().waitFor();
      if (item === 'Overdue notice') await page.getByRole('region', { name: 'Tone and clarity' }).waitFor();
      await state(`details of ${item}`);
    }

    // Something that was edited can be compared with what was opened.
    await list.getByRole('button', { name: 'A day later: Hello' }).click();
    await page.getByRole('button', { name: /^Undo: Move/ }).waitFor();
    const menu = async (item: string): Promise<void> => {
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await state('menu');
      await page.getByRole('menuitem', { name: item }).press('Enter');
    };
    await menu('Rules of the cadence');
    const tabs = page.getByRole('navigation', { name: 'Rules of the cadence' }).getByRole('button');
    for (const tab of await tabs.all()) {
      await tab.click();
      await state(`rules: ${await tab.innerText()}`);
    }
    await page.keyboard.press('Escape');
    for (const item of [
      'Kept versions…',
      'Share a link…',
      'Picture for slides…',
      'Keyboard shortcuts',
      'Open from n8n…',
      'Cases now, from n8n…',
      'Templates',
    ]) {
      await menu(item);
      await page.getByRole('dialog').waitFor();
      await state(`dialog ${item}`);
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: 'Publish to n8n' }).click();
    await page.getByRole('dialog').waitFor();
    await state('dialog publish');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search' }).fill('a');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await state('search');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Simulation', exact: true }).click();
    await state('simulation before');
    await page.getByRole('button', { name: 'Simulate', exact: true }).click();
    await soon(() => page.getByRole('status').first().textContent()).toContain('Simulation ready');
    await state('simulation');
    await visit.picture('87-english-simulation');
    for (const panel of ['Results', 'One person', 'Compare', 'Assumptions']) {
      await page.getByRole('button', { name: panel, exact: true }).click();
      if (panel === 'One person') {
        await page
          .getByRole('button', { name: /^Follow/ })
          .nth(3)
          .click();
        await page.getByRole('heading', { name: /^The story of/ }).waitFor();
      }
      await state(`simulation: ${panel}`);
    }
    expect(slips).toEqual({});
    visit.calm();
    await visit.close();
  });

  it('names edits, refusals and fixes in English, and stays English on the next visit', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await page.getByRole('button', { name: 'English' }).click();
    await visit.dropFile('gentle.regua.json', JSON.stringify(englishCadence()));
    await page.getByRole('button', { name: 'Understood' }).click();
    const ruler = page.getByRole('group', { name: 'Collection ruler' });
    await ruler.getByRole('button', { name: /^D\+2/ }).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByRole('button', { name: /^Undo: Move/ }).waitFor();
    await soon(() => page.getByRole('status').first().textContent()).toMatch(/^Done: .*D\+3/);
    await page.getByRole('button', { name: /\d+ to fix/ }).click();
    await page.getByRole('button', { name: 'Use the first policy' }).click();
    await page.getByText('Done: Use the first policy.').first().waitFor();
    await page.getByRole('button', { name: 'Undo: Edit Offer of an agreement' }).waitFor();
    await page.getByText('All saved').waitFor();
    await page.reload();
    await ruler.waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await visit.accessible();
    visit.calm();
    await visit.close();
  });
});
