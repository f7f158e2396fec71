// `npm run bench:ui`: what the designer costs a person's patience, beside a plain React Flow page with as many nodes, in the same run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { serveDesigner } from '../../test/e2e/support/designerServer.ts';
import { stressCadence } from './stress.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = join(root, '.regua', 'bench-ui');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const buildPage = (source: string, out: string, ...more: string[]): void =>
  void execFileSync(process.execPath, [vite, 'build', source, '--outDir', out, '--emptyOutDir', '--logLevel', 'error', ...more], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });

buildPage('builder-ui', join(work, 'designer'));
buildPage(join('builder-ui', 'bench', 'plain'), join(work, 'plain'), '--base', './', '--config', join(root, 'builder-ui', 'vite.plain.ts'));

const designer = await serveDesigner(join(work, 'designer'));
const plain = await serveDesigner(join(work, 'plain'));
// Without a frame limit a frame takes as long as its work does, and 16 ms can be told from 8.
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
});

interface Row {
  readonly page: string;
  readonly nodes: number;
  readonly openMs?: number;
  readonly dragP95: number;
  readonly panP95: number;
  readonly undoMs?: number;
}
const rows: Row[] = [];
for (const steps of [40, 200, 500]) {
  rows.push(await measureDesigner(browser, steps));
  rows.push(await measurePlain(browser, steps));
}
await browser.close();
await designer.close();
await plain.close();

const report = rows.map((row) => ({
  page: row.page,
  nodes: row.nodes,
  'open ms': row.openMs ?? '',
  'drag p95 ms': row.dragP95,
  'pan p95 ms': row.panP95,
  'undo ms': row.undoMs ?? '',
}));
console.table(report);
mkdirSync(join(root, 'reports'), { recursive: true });
writeFileSync(join(root, 'reports', 'bench-ui.json'), `${JSON.stringify(rows, null, 2)}\n`);

async function measureDesigner(on: Browser, steps: number): Promise<Row> {
  const page = await on.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(designer.url);
  await page.getByRole('button', { name: 'Usar o modelo Régua essencial' }).click();
  await page.locator('.step-card').first().waitFor();
  await page.waitForTimeout(800);
  const openMs = await page.evaluate(
    async (json) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([json], 'estresse.json', { type: 'application/json' }));
      const started = performance.now();
      window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      while (!document.querySelector('[data-step="e-0-0"]')) await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - started;
    },
    JSON.stringify(stressCadence(steps)),
  );
  await page.getByRole('button', { name: 'Entendi' }).click();
  await page.waitForTimeout(600);
  const head = (await page.locator('[data-item="e-0-1"]').boundingBox())!;
  const dragP95 = await framesDuring(page, () => wander(page, head.x + 60, head.y + 20));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const panP95 = await framesDuring(page, () => wander(page, 700, 820));
  await page.mouse.up();
  const id = (await page.locator('.step-head').nth(1).getAttribute('data-item'))!;
  await page.locator(`[data-item="${id}"]`).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.waitForTimeout(400);
  const undoMs = await page.evaluate(async (item) => {
    const textOf = (): string | null | undefined => document.querySelector(`[data-item="${item}"]`)?.textContent;
    const before = textOf();
    const started = performance.now();
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true }));
    while (textOf() === before) await new Promise(requestAnimationFrame);
    return performance.now() - started;
  }, id);
  await page.close();
  return { page: 'designer', nodes: steps, openMs: round(openMs), dragP95, panP95, undoMs: round(undoMs) };
}

async function measurePlain(on: Browser, nodes: number): Promise<Row> {
  const page = await on.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${plain.url}?nodes=${nodes}`);
  await page.locator('.react-flow__node').first().waitFor();
  await page.waitForTimeout(600);
  const box = (await page.locator('.react-flow__node').nth(5).boundingBox())!;
  const dragP95 = await framesDuring(page, () => wander(page, box.x + 40, box.y + 15));
  await page.mouse.up();
  const panP95 = await framesDuring(page, () => wander(page, 700, 860));
  await page.mouse.up();
  await page.close();
  return { page: 'plain React Flow', nodes, dragP95, panP95 };
}

/** A hand that drags about for two seconds. */
async function wander(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let step = 1; step <= 120; step++) {
    await page.mouse.move(x + Math.sin(step / 9) * 180 + 60, y + Math.cos(step / 13) * 60 + (y > 500 ? -90 : 90));
    await page.waitForTimeout(8);
  }
}

/** 95th percentile of the time between frames while something goes on. */
async function framesDuring(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = (): void => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if ((window as unknown as { measuring: boolean }).measuring) requestAnimationFrame(tick);
    };
    Object.assign(window, { measuring: true, frames });
    requestAnimationFrame(tick);
  });
  await act();
  const frames = await page.evaluate(() => {
    Object.assign(window, { measuring: false });
    return (window as unknown as { frames: number[] }).frames;
  });
  const sorted = frames.slice(1).sort((a, b) => a - b);
  return round(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
