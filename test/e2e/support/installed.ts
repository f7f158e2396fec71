import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import { runNpm } from '../../../scripts/bootstrap/node24.mjs';
import { repoRoot } from '../../../scripts/bootstrap/paths.mjs';

export interface ServeFacts {
  readonly url: string;
  readonly n8nUrl: string;
  readonly n8n: string;
}

/** The package as a person gets it from the registry, unpacked where nothing else is: no clone, no node_modules. */
export class InstalledPackage {
  /** Where it was unpacked; holds `package`. */
  readonly folder: string;
  readonly packageFolder: string;
  readonly #command: string;
  readonly #running: ChildProcess[] = [];

  private constructor(folder: string) {
    this.folder = folder;
    this.packageFolder = join(folder, 'package');
    const { bin } = JSON.parse(readFileSync(join(this.packageFolder, 'package.json'), 'utf8')) as { bin: { regua: string } };
    this.#command = join(this.packageFolder, bin.regua);
  }

  static async unpack(): Promise<InstalledPackage> {
    const folder = mkdtempSync(join(tmpdir(), 'regua-installed-'));
    await runNpm(['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], { cwd: repoRoot });
    const { version } = JSON.parse(readFileSync(join(repoRoot, 'package.json'), 'utf8')) as { version: string };
    execFileSync('tar', ['-xzf', `n8n-nodes-regua-${version}.tgz`], { cwd: folder });
    return new InstalledPackage(folder);
  }

  /** Its command line, in that folder and with nothing of ours in the environment. */
  regua(...args: string[]) {
    const child = spawn(process.execPath, [this.#command, ...args], {
      cwd: this.folder,
      env: { PATH: process.env['PATH'], HOME: this.folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.push(child);
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk) => (said.out += String(chunk)));
    child.stderr.on('data', (chunk) => (said.err += String(chunk)));
    const ended = once(child, 'close').then(([code]) => code as number | null);
    return { child, said, ended };
  }

  /** `regua serve` on any free port, once it is up. */
  async serve(...args: string[]) {
    const started = this.regua('serve', '--port', '0', '--json', ...args);
    const facts = await vi.waitFor(() => JSON.parse(started.said.out) as ServeFacts, { timeout: 20_000 });
    return { ...started, facts };
  }

  endAll(): void {
    for (const child of this.#running.splice(0)) child.kill('SIGKILL');
  }

  remove(): void {
    this.endAll();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
