import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Designer, designerFolder, soon } from './support/designer.ts';

let designer: Designer;
beforeAll(async () => {
  designer = await Designer.start();
});
afterAll(() => designer.stop());

describe('without a network and without a server', () => {
  it('opens and simulates offline after one visit', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await visit.openTemplate('Régua essencial');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await soon(() => page.evaluate(async () => (await (await caches.open((await caches.keys())[0]!)).keys()).length)).toBeGreaterThan(20);
    await page.reload();
    await page.context().setOffline(true);
    await page.reload();
    await visit.block(/^D\+2/).waitFor();
    await page.getByRole('button', { name: 'Simulação' }).click();
    await page.getByRole('button', { name: 'Simular', exact: true }).click();
    await page.getByText('Recuperado ao longo do tempo, por trilha').waitFor();
    await visit.close();
  });

  it('works as one HTML file opened from a folder, worker included, and keeps the cadence', async () => {
    const visit = await designer.visit();
    const { page } = visit;
    await page.goto(pathToFileURL(join(designerFolder, 'regua.html')).href);
    await visit.openTemplate('Régua clássica');
    await page.getByText('Tudo salvo').waitFor();
    await page.getByRole('button', { name: 'Simulação' }).click();
    await page.getByRole('button', { name: 'Simular', exact: true }).click();
    await page.getByText('Recuperado ao longo do tempo, por trilha').waitFor();
    await page.reload();
    await visit.block(/^D-3/).first().waitFor();
    await visit.close();
  });
});

describe('the first load', () => {
  it('asks for less than 300 kB of compressed JavaScript up to a cadence on the desk', async () => {
    const { gzipSync } = await import('node:zlib');
    const responses: Response[] = [];
    const fresh = await designer.visit({ serviceWorkers: 'block' });
    fresh.page.on('response', (response) => {
      if (response.url().endsWith('.js')) responses.push(response);
    });
    await fresh.page.reload();
    await fresh.openTemplate('Régua clássica');
    await fresh
      .block(/^Lembrete ?Olá/)
      .first()
      .waitFor();
    const upToHere = [...responses];
    const names = new Set<string>();
    let bytes = 0;
    for (const response of upToHere) {
      if (names.has(response.url())) continue;
      names.add(response.url());
      bytes += gzipSync(await readFile(join(designerFolder, new URL(response.url()).pathname))).length;
    }
    await fresh.close();
    console.log(`first use: ${Math.round(bytes / 1024)} kB of JavaScript, gzipped, in ${names.size} files`);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(300_000);
  });
});
