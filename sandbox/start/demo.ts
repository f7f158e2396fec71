import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { repoRoot } from '../../scripts/bootstrap/paths.mjs';
import type { CredentialToImport, N8nCli } from '../n8n/cli.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { sampleFile } from '../sample/generate.ts';

export type CredentialRefs = Record<string, { id: string; name: string }>;

/**
 * Credentials that lead to the local outbox, and the secret that the triggers ask for, under ids of their own so that workflows can name them.
 * @param webhookSecret what the outbox's receipts and the designer's live counts show
 */
export function demoCredentials(outbox: Outbox, webhookSecret: string): CredentialToImport[] {
  return [
    {
      id: 'reguaDemoSmtp',
      name: 'Caixa de saída: e-mail',
      type: 'reguaSmtp',
      data: {
        host: 'localhost',
        port: outbox.smtpPort,
        secure: false,
        user: outbox.smtpLogin?.user ?? '',
        password: outbox.smtpLogin?.password ?? '',
        fromAddress: 'cobranca@lojahorizonte.example',
        fromName: 'Loja Horizonte',
        outbox: true,
      },
    },
    {
      id: 'reguaDemoGateway',
      name: 'Caixa de saída: SMS, voz e WhatsApp',
      type: 'reguaGateway',
      data: { baseUrl: outbox.gatewayUrl, token: outbox.token, outbox: true },
    },
    {
      id: 'reguaDemoEvolution',
      name: 'Caixa de saída: Evolution API',
      type: 'reguaEvolution',
      data: { baseUrl: outbox.evolutionUrl, apiKey: outbox.token, instance: outbox.instance, outbox: true },
    },
    {
      id: 'reguaDemoWebhook',
      name: 'Segredo dos eventos',
      type: 'reguaWebhook',
      data: { header: 'Authorization', secret: webhookSecret },
    },
  ];
}

export function refsOf(credentials: readonly CredentialToImport[]): CredentialRefs {
  return Object.fromEntries(credentials.map(({ id, name, type }) => [type, { id, name }]));
}

/** Puts the sample portfolio where n8n may read files. @returns the file */
export function placeSample(filesFolder: string): string {
  mkdirSync(filesFolder, { recursive: true });
  const file = join(filesFolder, 'devedores.csv');
  copyFileSync(sampleFile, file);
  return file;
}

type Imported = { credentials?: string; workflows: string[] };

/**
 * Imports credentials again when their addresses changed, and each sample workflow once, so that what a person changed
 * in it stays.
 * @returns how many workflows came in now
 */
export async function importDemo(cli: N8nCli, dataFolder: string, credentials: CredentialToImport[], sampleCsv: string): Promise<number> {
  const file = join(dataFolder, 'imported.json');
  const imported: Imported = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Imported) : { workflows: [] };
  const save = () => writeFileSync(file, JSON.stringify(imported));

  const fingerprint = createHash('sha256').update(JSON.stringify(credentials)).digest('hex');
  if (imported.credentials !== fingerprint) {
    await cli.importCredentials(credentials);
    imported.credentials = fingerprint;
    save();
  }
  let count = 0;
  for (const { id, content } of sampleWorkflows(sampleCsv)) {
    if (imported.workflows.includes(id)) continue;
    await cli.importWorkflow({ ...content, id });
    imported.workflows.push(id);
    save();
    count += 1;
  }
  return count;
}

function sampleWorkflows(sampleCsv: string): { id: string; content: Record<string, unknown> }[] {
  const folder = join(repoRoot, 'templates', 'workflows');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      id: basename(name, '.json'),
      // The published template reads where n8n keeps files in a container.
      content: pointAtSample(JSON.parse(readFileSync(join(folder, name), 'utf8')) as WorkflowJson, sampleCsv),
    }));
}

type WorkflowJson = { nodes: { parameters: Record<string, unknown> }[]; [key: string]: unknown };

function pointAtSample(workflow: WorkflowJson, sampleCsv: string): WorkflowJson {
  const nodes = workflow.nodes.map((node) =>
    String(node.parameters.fileSelector ?? '').endsWith('devedores.csv')
      ? // n8n takes it as a glob, in which a backslash is no separator.
        { ...node, parameters: { ...node.parameters, fileSelector: sampleCsv.replaceAll('\\', '/') } }
      : node,
  );
  return { ...workflow, nodes };
}
