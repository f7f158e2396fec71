// `npm run bench:ui`: what the designer costs a person's patience, beside a plain React Flow page with as many nodes, in the same run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { startServer } from '../../server/index.ts';
import { middleOf, type Figures } from './figures.ts';
import { measureDesigner } from './measure-designer.ts';
import { measureFloor, measurePlain } from './measure-others.ts';

const ROUNDS = 3;
const SIZES = [40, 200, 500];

const keyOf = ({ page, nodes }: Figures): string => `${page} ${nodes}`;

const root = fileURLToPath(new URL('../../', import.meta.url));
const work = join(root, '.regua', 'bench-ui');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const buildPage = (source: string, out: string, ...more: string[]): void =>
  void execFileSync(process.execPath, [vite, 'build', source, '--outDir', out, '--emptyOutDir', '--logLevel', 'error', ...more], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
  });
const serve = (designerFolder: string) => startServer({ port: 0, designerFolder, n8nUrl: 'http://127.0.0.1:9' });

buildPage('builder-ui', join(work, 'designer'));
buildPage(join('builder-ui', 'bench', 'plain'), join(work, 'plain'), '--base', './', '--config', join(root, 'builder-ui', 'vite.plain.ts'));
const designer = await serve(join(work, 'designer'));
const plain = await serve(join(work, 'plain'));
// Without a frame limit a frame takes as long as its work does, and 16 ms can be told from 8.
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-frame-rate-limit', '--disable-gpu-vsync'],
});

const loadBefore = loadavg()[0]!;
const rounds: Figures[] = [];
for (let round = 0; round < ROUNDS; round++) {
  rounds.push(await measureFloor(browser));
  for (const size of SIZES) {
    rounds.push(await measureDesigner(browser, designer.url, size));
    rounds.push(await measurePlain(browser, plain.url, size));
  }
}
await browser.close();
await designer.stop();
await plain.stop();

const rows = [...new Set(rounds.map(keyOf))].map((key) => middleOf(rounds.filter((round) => keyOf(round) === key)));
console.log(
  `ms; movements as 95th percentiles; medians of ${ROUNDS} rounds; the machine's load was ${loadBefore.toFixed(1)}, then ${loadavg()[0]!.toFixed(1)}`,
);
console.table(rows);
mkdirSync(join(root, 'reports'), { recursive: true });
writeFileSync(join(root, 'reports', 'bench-ui.json'), `${JSON.stringify({ rounds: ROUNDS, load: [loadBefore, loadavg()[0]], rows }, null, 2)}\n`);
