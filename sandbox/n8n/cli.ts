import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyFreePort } from '../ports.ts';
import { killTree } from '../processTree.ts';
import { n8nCommand } from './command.ts';
import { n8nEnvironment, type N8nEnvironment } from './environment.ts';
import { prepareUserFolder } from './userFolder.ts';

export type CliResult = { code: number; stdout: string; stderr: string };

export type CredentialToImport = { id: string; name: string; type: string; data: Record<string, unknown> };

/** Run data of one execution as n8n prints it: node name → runs → outputs → items. */
export type ExecutionResult = {
  data: {
    resultData: {
      runData: Record<
        string,
        { data?: { main?: ({ json: Record<string, unknown>; pairedItem?: unknown }[] | null)[] }; error?: unknown; hints?: { message: string }[] }[]
      >;
      error?: { message: string };
    };
  };
  status?: string;
};

const TIMEOUT_MS = 120_000;

/** n8n's own command line on a user folder; needs no server, and does not disturb one that is running there. */
export class N8nCli {
  readonly #userFolder: string;
  readonly #env: N8nEnvironment;

  constructor(userFolder: string, env: N8nEnvironment = {}) {
    this.#userFolder = userFolder;
    this.#env = env;
    prepareUserFolder(userFolder);
  }

  /** Runs `n8n ARGS…` to its end, whatever its exit code. @throws Error after `timeoutMs`, two minutes by default */
  async run(args: string[], env: N8nEnvironment = {}, timeoutMs = TIMEOUT_MS): Promise<CliResult> {
    const [command, script] = n8nCommand();
    const brokerPort = await anyFreePort();
    // n8n ends without waiting for a pipe to take all it wrote; a file takes it at once, however much a run gives.
    const folder = mkdtempSync(join(tmpdir(), 'regua-n8n-'));
    const file = join(folder, 'stdout');
    const output = openSync(file, 'w', 0o600);
    return new Promise<CliResult>((resolve, reject) => {
      const child = spawn(command, [script, ...args], {
        env: n8nEnvironment(this.#userFolder, brokerPort, { ...this.#env, ...env }),
        cwd: this.#userFolder,
        stdio: ['ignore', output, 'pipe'],
        detached: process.platform !== 'win32',
      });
      let stderr = '';
      child.stderr!.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
      const timer = setTimeout(() => {
        killTree(child);
        reject(new Error(`n8n ${args[0]} não terminou em ${timeoutMs / 1000} s.\n${lastLines(readFileSync(file, 'utf8') + stderr)}`));
      }, timeoutMs);
      child.once('error', reject);
      child.once('close', (code) => {
        clearTimeout(timer);
        resolve({ code: code ?? 1, stdout: readFileSync(file, 'utf8'), stderr });
      });
    }).finally(() => {
      closeSync(output);
      rmSync(folder, { recursive: true, force: true });
    });
  }

  /** The descriptions of all node types that n8n loaded. */
  async exportNodes(): Promise<{ name: string; displayName: string; [key: string]: unknown }[]> {
    return this.#withFile(undefined, async (file) => {
      await this.#mustRun(['export:nodes', `--output=${file}`]);
      return JSON.parse(readFileSync(file, 'utf8')) as { name: string; displayName: string }[];
    });
  }

  /** Data goes in as plain text and is encrypted by n8n; the file in between is readable by nobody else and removed. */
  async importCredentials(credentials: CredentialToImport[]): Promise<void> {
    await this.#withFile(credentials, (file) => this.#mustRun(['import:credentials', `--input=${file}`]));
  }

  /** Imports a workflow, not active, replacing one of the same id. */
  async importWorkflow(workflow: { id: string; [key: string]: unknown }): Promise<void> {
    await this.#withFile(workflow, (file) => this.#mustRun(['import:workflow', `--input=${file}`]));
  }

  /** Imports every `*.json` of a folder, one workflow each. */
  async importWorkflows(folder: string): Promise<void> {
    await this.#mustRun(['import:workflow', '--separate', `--input=${folder}`]);
  }

  /**
   * Runs a workflow from its manual or schedule trigger.
   * @throws Error with n8n's own words when the workflow failed or gave no result
   */
  async execute(workflowId: string, env: N8nEnvironment = {}): Promise<ExecutionResult> {
    const result = await this.run(['execute', `--id=${workflowId}`, '--rawOutput'], env);
    const parsed = findJson(result.stdout) as ExecutionResult | undefined;
    if (!parsed || result.code !== 0) {
      throw new Error(`n8n execute terminou com ${result.code}.\n${lastLines(result.stdout + result.stderr)}`);
    }
    return parsed;
  }

  async #mustRun(args: string[]): Promise<CliResult> {
    const result = await this.run(args);
    if (result.code !== 0) throw new Error(`n8n ${args[0]} terminou com ${result.code}.\n${lastLines(result.stdout + result.stderr)}`);
    return result;
  }

  async #withFile<T>(content: unknown, use: (file: string) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), 'regua-n8n-'));
    const file = join(folder, 'content.json');
    try {
      if (content !== undefined) writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
      return await use(file);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-20).join('\n');
}

/** The JSON document in a text that has log lines before it and perhaps after it. */
export function findJson(text: string): unknown {
  const lines = text.split('\n');
  for (const [start, line] of lines.entries()) {
    if (!line.startsWith('{')) continue;
    for (let end = lines.length; end > start; end--) {
      if (!lines[end - 1]!.trimEnd().endsWith('}')) continue;
      try {
        return JSON.parse(lines.slice(start, end).join('\n'));
      } catch {
        // this closing brace was not the document's last
      }
    }
  }
  return undefined;
}
