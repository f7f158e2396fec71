import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IDataObject, INodeExecutionData, INodeType } from 'n8n-workflow';
import { n8nFolder } from '../../../scripts/bootstrap/n8n.mjs';

export interface CoreNode {
  readonly name: string;
  readonly node: INodeType;
  readonly parameters: object;
  /** The version it was saved under; the newest unless said. */
  readonly typeVersion?: number;
  /** Credential data by type; the node sees them as attached. */
  readonly credentials?: Readonly<Record<string, object>>;
  /** Where output N goes; absent = to the next node of the list from output 0. */
  readonly to?: readonly (string | null)[];
  /** The name of the node it serves as a chat model; it stands outside the chain. */
  readonly modelOf?: string;
}

export type Outputs = Record<string, INodeExecutionData[][]>;

interface RunResult {
  data: { resultData: { error?: Error; runData: Record<string, { data?: { main?: (INodeExecutionData[] | null)[] }; error?: Error }[]> } };
}

let executions = 0;
let core:
  | {
      WorkflowExecute: new (data: object, mode: string) => { run(options: object): Promise<RunResult> };
      ExecutionLifecycleHooks: new (...parts: unknown[]) => object;
    }
  | undefined;
let Workflow: new (options: object) => { getNode(name: string): object };

/** n8n's own engine, from the n8n that is installed; it makes an encryption key in a folder that nobody else uses. */
function loadCore() {
  if (core) return core;
  process.env['N8N_USER_FOLDER'] ??= mkdtempSync(join(tmpdir(), 'regua-core-'));
  process.env['N8N_ENCRYPTION_KEY'] ??= 'only-for-tests';
  // Days that are not the clock's are played to the outbox, as in every n8n of ours.
  process.env['REGUA_DEMONSTRATION'] ??= '1';
  const fromRoot = createRequire(join(n8nFolder(), 'package.json'));
  const fromN8n = createRequire(fromRoot.resolve('n8n/package.json'));
  fromN8n('reflect-metadata');
  core = fromN8n('n8n-core') as NonNullable<typeof core>;
  Workflow = (fromN8n('n8n-workflow') as { Workflow: typeof Workflow }).Workflow;
  return core;
}

/**
 * Runs nodes one after the other in n8n's real engine, in this process, on items given to the first one.
 * @returns each node's outputs; nodes that had nothing to do are not in it
 * @throws the error that stopped the workflow
 */
export async function runInCore(items: readonly IDataObject[], nodes: readonly CoreNode[], mode: 'manual' | 'trigger' = 'manual'): Promise<Outputs> {
  const { WorkflowExecute, ExecutionLifecycleHooks } = loadCore();
  const emitter = emitterOf(items);
  const types = new Map<string, INodeType>([['test.emit', emitter], ...nodes.map(({ name, node }): [string, INodeType] => [`test.${name}`, node])]);
  const nodeTypes = { getByName: (type: string) => types.get(type), getByNameAndVersion: (type: string) => types.get(type), getKnownTypes: () => ({}) };
  const workflow = new Workflow({
    id: 'test',
    nodes: [
      { id: 'emit', name: 'emit', type: 'test.emit', typeVersion: 1, position: [0, 0], parameters: {} },
      ...nodes.map(({ name, node, parameters, credentials, typeVersion }) => ({
        id: `id-${name}`,
        name,
        type: `test.${name}`,
        typeVersion: typeVersion ?? [node.description.version].flat().at(-1),
        position: [0, 0],
        parameters,
        ...(credentials ? { credentials: Object.fromEntries(Object.keys(credentials).map((type) => [type, { id: `${name}:${type}`, name: type }])) } : {}),
      })),
    ],
    connections: connectionsOf(nodes),
    active: false,
    nodeTypes,
    settings: { executionOrder: 'v1' },
  });
  const data = {
    hooks: new ExecutionLifecycleHooks(mode, '1', { id: 'test', name: 'test', nodes: [], connections: {}, active: false }),
    executionId: `test-${(executions += 1)}`,
    credentialsHelper: {
      getDecrypted: (_data: unknown, reference: { id: string }, type: string) =>
        Promise.resolve(nodes.find(({ name }) => reference.id === `${name}:${type}`)?.credentials?.[type] ?? {}),
      getParentTypes: () => [],
      isCredentialUsableByNode: () => true,
    },
    restApiUrl: 'http://localhost/rest',
    instanceBaseUrl: 'http://localhost/',
    webhookBaseUrl: 'http://localhost/webhook',
    webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
    webhookTestBaseUrl: 'http://localhost/webhook-test',
    formWaitingBaseUrl: 'http://localhost/form-waiting',
    variables: {},
  };
  const result = await new WorkflowExecute(data, mode).run({ workflow, startNode: workflow.getNode('emit') });
  if (result.data.resultData.error) throw result.data.resultData.error;
  const outputs: Outputs = {};
  for (const { name } of nodes) {
    const run = result.data.resultData.runData[name]?.[0];
    if (run?.data?.main) outputs[name] = run.data.main.map((output) => output ?? []);
  }
  return outputs;
}

function emitterOf(items: readonly IDataObject[]): INodeType {
  return {
    description: {
      displayName: 'emit',
      name: 'emit',
      group: ['input'],
      version: 1,
      description: '',
      defaults: { name: 'emit' },
      inputs: ['main'],
      outputs: ['main'],
      properties: [],
    },
    execute: () => Promise.resolve([items.map((json, item) => ({ json, pairedItem: { item } }))]),
  };
}

function connectionsOf(nodes: readonly CoreNode[]) {
  const names = new Set(nodes.map(({ name }) => name));
  const end = (name: string) => [{ node: name, type: 'main', index: 0 }];
  const connections: Record<string, Record<string, object[][]>> = nodes[0] ? { emit: { main: [end(nodes[0].name)] } } : {};
  for (const [index, { name, to, modelOf }] of nodes.entries()) {
    if (modelOf !== undefined) {
      connections[name] = { ai_languageModel: [[{ node: modelOf, type: 'ai_languageModel', index: 0 }]] };
      continue;
    }
    const next = nodes.slice(index + 1).find((node) => node.modelOf === undefined)?.name;
    const targets = to ?? (next === undefined ? [] : [next]);
    connections[name] = { main: targets.map((target) => (target !== null && names.has(target) ? end(target) : [])) };
  }
  return connections;
}

/** The items of one output, or none. */
export function jsonOf(outputs: Outputs, name: string, output: number): IDataObject[] {
  return (outputs[name]?.[output] ?? []).map(({ json }) => json);
}
