import type { Browser, Page } from 'playwright-core';
import { median, p95, type Figures } from './figures.ts';
import { frameCosts, wander } from './frame-cost.ts';
import { stressCadence } from './stress.ts';

const UNDOS = 5;

export async function measureDesigner(browser: Browser, url: string, steps: number): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.getByRole('button', { name: 'Usar o modelo Régua essencial' }).click();
  await page.locator('.step-card').first().waitFor();
  await quiet(page);
  const open = await openBy(page, JSON.stringify(stressCadence(steps)));
  await page.getByRole('button', { name: 'Entendi' }).click();
  await quiet(page);
  const head = (await page.locator('[data-item="e-0-1"]').boundingBox())!;
  const drag = await frameCosts(page, () => wander(page, head.x + 60, head.y + 20));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const pan = await frameCosts(page, () => wander(page, 700, 820));
  await page.mouse.up();
  const undos: number[] = [];
  for (let time = 0; time < UNDOS; time++) undos.push(await undo(page));
  await page.close();
  return { page: 'designer', nodes: steps, open, drag: p95(drag), pan: p95(pan), undo: median(undos) };
}

/** From the file's drop to the frame after its first card stands. */
function openBy(page: Page, json: string): Promise<number> {
  return page.evaluate(async (content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], 'estresse.json', { type: 'application/json' }));
    const started = performance.now();
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    while (!document.querySelector('[data-step="e-0-0"]')) {
      if (performance.now() - started > 10_000) throw new Error('The designer did not open the cadence.');
      await new Promise(requestAnimationFrame);
    }
    await new Promise(requestAnimationFrame);
    return performance.now() - started;
  }, json);
}

/** A step is moved by a day; then from Ctrl+Z to the frame after the card shows its old day. */
async function undo(page: Page): Promise<number> {
  const id = (await page.locator('.step-head').nth(1).getAttribute('data-item'))!;
  await page.locator(`[data-item="${id}"]`).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await quiet(page);
  return page.evaluate(async (item) => {
    const textOf = (): string | null | undefined => document.querySelector(`[data-item="${item}"]`)?.textContent;
    const before = textOf();
    const started = performance.now();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
    while (textOf() === before) await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return performance.now() - started;
  }, id);
}

/** Saving, checking and fetching in the background are done: what is measured next has the page to itself. A page at rest without a frame limit reports no idle time to wait for. */
async function quiet(page: Page): Promise<void> {
  await page.waitForTimeout(900);
}
