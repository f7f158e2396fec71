import AxeBuilder from '@axe-core/playwright';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { startServer, type RunningServer } from '../../../server/index.ts';
import { FakeN8n } from './fakeN8n.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
export const designerFolder = join(root, 'dist', 'designer');
const pictures = join(root, 'screenshots');

/** A Chromium of the machine: Debian's, or where `CHROMIUM` says. */
export function chromiumPath(): string {
  const candidates = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (!found) throw new Error('No Chromium found: install it (apt install chromium) or say where it is in CHROMIUM.');
  return found;
}

let built: Promise<unknown> | undefined;

/** The project's own build: behind its lock, and only of what changed. */
function buildOnce(): Promise<unknown> {
  return (built ??= promisify(execFile)(process.execPath, [join(root, 'scripts', 'build', 'build.ts')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  }));
}

/** As `expect.poll`, with the patience that a busy machine needs. */
export const soon = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 });

/** The built designer in a real browser, served as `npm start` serves it, with an n8n behind its proxy. */
export class Designer {
  readonly n8n: FakeN8n;
  readonly server: RunningServer;
  readonly browser: Browser;

  private constructor(n8n: FakeN8n, server: RunningServer, browser: Browser) {
    this.n8n = n8n;
    this.server = server;
    this.browser = browser;
  }

  static async start(): Promise<Designer> {
    await buildOnce();
    const n8n = new FakeN8n();
    const n8nUrl = await n8n.start();
    const server = await startServer({
      port: 0,
      designerFolder,
      n8nUrl,
      session: {
        n8nUrl,
        apiKey: n8n.apiKey,
        outboxUrl: 'http://127.0.0.1:8025',
        portfolioUrl: '/demo/devedores.csv',
        credentials: {},
        webhookSecret: 'segredo-dos-gatilhos',
      },
      sampleCsv: join(root, 'sandbox', 'sample', 'devedores.csv'),
    });
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
    return new Designer(n8n, server, browser);
  }

  /** A fresh person with a fresh browser profile; anything the page logs as an error fails the test that calls `calm`. */
  async visit(options: BrowserContextOptions & { path?: string } = {}): Promise<Visit> {
    const { path = '', ...contextOptions } = options;
    const context = await this.browser.newContext({
      viewport: { width: 1440, height: 900 },
      locale: 'pt-BR',
      timezoneId: 'America/Sao_Paulo',
      acceptDownloads: true,
      permissions: ['clipboard-read', 'clipboard-write'],
      ...contextOptions,
    });
    const page = await context.newPage();
    const visit = new Visit(page);
    await page.goto(`${this.server.url}/${path}`);
    return visit;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
    await this.n8n.stop();
  }
}

export class Visit {
  readonly page: Page;
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/404|401/.test(message.text())) this.complaints.push(message.text());
    });
  }

  async openTemplate(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `Usar o modelo ${name}` }).click();
    await this.page.getByRole('group', { name: 'Régua de cobrança' }).waitFor();
    await this.page.getByRole('button', { name: /^D-3/ }).first().waitFor();
  }

  block(name: string | RegExp) {
    return this.page.getByRole('group', { name: 'Régua de cobrança' }).getByRole('button', { name });
  }

  async menu(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Menu', exact: true }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** As a hand does that lets a file go over the page. */
  async dropFile(name: string, content: string): Promise<void> {
    await this.page.evaluate(
      ([file, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text!], file!, { type: 'application/json' }));
        window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, content],
    );
  }

  /** Keeps the cadence as it is under a name, in the dialog of versions. */
  async keepVersion(name: string): Promise<void> {
    await this.menu('Versões salvas…');
    const dialog = this.page.getByRole('dialog', { name: 'Versões e histórico' });
    await dialog.getByRole('textbox', { name: 'Nome da versão' }).fill(name);
    await dialog.getByRole('button', { name: 'Guardar versão' }).click();
    await dialog.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor();
    await this.page.keyboard.press('Escape');
  }

  /** For people to look at; the folder is not kept in git. */
  async picture(name: string): Promise<void> {
    mkdirSync(pictures, { recursive: true });
    // At rest: what moves for a moment has arrived.
    await this.page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
          .map((animation) => animation.finished),
      ),
    );
    await this.page.screenshot({ path: join(pictures, `${name}.png`) });
  }

  /** No axe violation in the state shown now. */
  async accessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(
      violations.map((violation) => ({
        id: violation.id,
        help: violation.help,
        nodes: violation.nodes.slice(0, 4).map((node) => `${node.target.join(' ')} :: ${node.failureSummary ?? ''}`),
      })),
    ).toEqual([]);
  }

  calm(): void {
    expect(this.complaints).toEqual([]);
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
