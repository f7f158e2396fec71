import type { Browser } from 'playwright-core';
import { p95, type Figures } from './figures.ts';
import { frameCosts, wander } from './frame-cost.ts';

/** React Flow as its guide begins. */
export async function measurePlain(browser: Browser, url: string, nodes: number): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}?nodes=${nodes}`);
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(900);
  const box = (await page.locator('.react-flow__node').nth(5).boundingBox())!;
  const drag = await frameCosts(page, () => wander(page, box.x + 40, box.y + 15));
  await page.mouse.up();
  const pan = await frameCosts(page, () => wander(page, 700, 860));
  await page.mouse.up();
  await page.close();
  return { page: 'plain React Flow', nodes, drag: p95(drag), pan: p95(pan) };
}

/** One box that follows the pointer on a blank page: what this machine, as busy as it is now, takes for a frame that costs nothing. */
export async function measureFloor(browser: Browser): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent('<div style="position:fixed;left:0;top:0;width:200px;height:60px;background:#c33;will-change:transform"></div>');
  await page.evaluate(() => {
    const box = document.querySelector('div')!;
    window.addEventListener('pointermove', (event) => (box.style.transform = `translate(${event.clientX}px, ${event.clientY}px)`));
  });
  const drag = await frameCosts(page, () => wander(page, 300, 200));
  await page.close();
  return { page: 'blank page', nodes: 1, drag: p95(drag) };
}
