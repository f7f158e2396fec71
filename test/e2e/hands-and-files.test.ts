import { mkdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSample } from '../../sandbox/sample/generate.ts';
import { Designer, soon, type Visit } from './support/designer.ts';

let designer: Designer;
beforeAll(async () => {
  designer = await Designer.start();
});
afterAll(() => designer.stop());

describe('by touch', () => {
  it('drags a step along the ruler and a block out of the palette, and a finger on the ground pans', async () => {
    const visit = await designer.visit({ viewport: { width: 1180, height: 820 }, hasTouch: true });
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    const finger = new Finger(await page.context().newCDPSession(page));
    const step = (await visit.block(/^D\+2/).boundingBox())!;
    await finger.drag({ x: step.x + 40, y: step.y + 20 }, { x: step.x + 210, y: step.y + 30 });
    await page.getByRole('button', { name: /^Desfazer: Mover/ }).waitFor();
    expect(await visit.block(/^D\+2 /).count()).toBe(0);
    await page.getByRole('button', { name: /^Desfazer: Mover/ }).click();
    await visit.block(/^D\+2/).waitFor();

    const item = (await page.getByRole('navigation', { name: 'Blocos' }).getByText('Agradecimento', { exact: true }).boundingBox())!;
    const onto = (await visit.block(/^D\+2/).boundingBox())!;
    await finger.drag({ x: item.x + 10, y: item.y + 8 }, { x: onto.x + 60, y: onto.y + 80 });
    await visit
      .block(/^Agradecimento/)
      .first()
      .waitFor();

    const before = (await visit.block(/^D\+2/).boundingBox())!;
    await finger.drag({ x: 480, y: 640 }, { x: 380, y: 640 });
    await soon(async () => before.x - ((await visit.block(/^D\+2/).boundingBox())?.x ?? before.x)).toBeGreaterThan(60);
    visit.calm();
    await visit.close();
  });
});

describe('by keyboard in the week grid', () => {
  it('opens Saturday from 10:00 to 12:30', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await visit.menu('Regras da régua');
    await page.getByRole('navigation', { name: 'Regras da régua' }).getByRole('button', { name: 'Horários' }).click();
    await page.getByRole('button', { name: 'Limpar' }).click();
    await page.getByRole('button', { name: 'Sábado, das 10:00 às 10:30' }).focus();
    await page.keyboard.press('Space');
    for (let slot = 0; slot < 4; slot++) await page.keyboard.press('Shift+ArrowRight');
    await page.getByRole('table', { name: 'Grade da semana' }).getByText('10:00–12:30').waitFor();
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('ArrowDown');
    await visit.picture('88-week-grid');
    await visit.accessible();
    visit.calm();
    await visit.close();
  });
});

describe('what goes out as a file', () => {
  it('gives the whole ruler as PNG and SVG, in the page’s own typeface', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua clássica');
    await visit.menu('Imagem para apresentação…');
    const dialog = page.getByRole('dialog', { name: 'Imagem para apresentação' });
    const png = await downloaded(visit, () => dialog.getByRole('button', { name: 'Baixar PNG' }).click());
    expect(png.name).toBe('regua-classica.png');
    expect(png.content.subarray(1, 4).toString()).toBe('PNG');
    const width = png.content.readUInt32BE(16);
    expect(width).toBeGreaterThan(2000);
    const svg = await downloaded(visit, () => dialog.getByRole('button', { name: 'Baixar SVG' }).click());
    const text = svg.content.toString('utf8');
    expect(text).toContain('@font-face');
    for (const words of ['Régua clássica', 'D-3', 'D+90', 'vencimento', 'Juizado especial', 'Parceiros']) expect(text).toContain(words);
    keep('89-picture.png', png.content);
    keep('89-picture.svg', svg.content);
    visit.calm();
    await visit.close();
  });

  it('prints the picture and every text after it', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await page.addInitScript(() => Object.assign(window, { print: () => Object.assign(window, { asked: true }) }));
    await page.reload();
    await visit.openTemplate('Régua clássica');
    await visit.menu('Imprimir…');
    await soon(() => page.evaluate(() => (window as { asked?: boolean }).asked ?? false)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('.print-sheet').innerText();
    for (const words of ['Régua clássica', 'D-3 · Lembrete amigável', 'Olá, ‹Primeiro nome›', 'Parceiros']) expect(printed).toContain(words);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    keep('89-print.pdf', pdf);
    // Printing is over: the desk is back as it was.
    await soon(() => page.locator('.print-sheet').count()).toBe(0);
    visit.calm();
    await visit.close();
  });

  it('reads a large spreadsheet, says which rows it refused, and gives all of them back', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await page.getByRole('button', { name: 'Simulação' }).click();
    const [header, ...rows] = makeSample().trimEnd().split('\r\n');
    const many = Array.from({ length: 40 }, (_, copy) => rows.map((row) => row.replace(/;NF-/g, `;NF-${copy}-`))).flat();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Usar minha planilha (CSV)' }).click();
    await (await choosing).setFiles({ name: 'carteira.csv', mimeType: 'text/csv', buffer: Buffer.from([header, ...many].join('\r\n')) });
    const summary = page.getByText(/clientes lidos, .* linhas recusadas/);
    await summary.waitFor();
    const refused = Number(/, ([\d.]+) linhas recusadas/.exec(await summary.innerText())![1]!.replace('.', ''));
    expect(refused).toBeGreaterThan(200);
    await summary.click();
    await page.getByText(new RegExp(`e mais ${refused - 100} linhas`)).waitFor();
    await visit.picture('89-csv-report');
    await visit.accessible();
    const file = await downloaded(visit, () => page.getByRole('button', { name: 'Baixar as linhas recusadas' }).click());
    expect(file.name).toBe('linhas-recusadas.csv');
    expect(file.content.toString('utf8').trimEnd().split('\r\n').length).toBeGreaterThanOrEqual(refused + 1);
    visit.calm();
    await visit.close();
  });
});

async function downloaded(visit: Visit, act: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const downloading = visit.page.waitForEvent('download');
  await act();
  const file = await downloading;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** For people to look at, beside the pictures. */
function keep(name: string, content: Buffer): void {
  mkdirSync('screenshots', { recursive: true });
  writeFileSync(`screenshots/${name}`, content);
}

/** One finger, as the browser gets it from a touch screen. */
class Finger {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    const steps = 8;
    await this.#touch('touchStart', from);
    for (let step = 1; step <= steps; step++) {
      await this.#touch('touchMove', { x: from.x + ((to.x - from.x) * step) / steps, y: from.y + ((to.y - from.y) * step) / steps });
    }
    await this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  async #touch(type: 'touchStart' | 'touchMove', { x, y }: { x: number; y: number }): Promise<void> {
    await this.#session.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
  }
}
