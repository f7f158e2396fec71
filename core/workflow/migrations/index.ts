import { BLOCKS } from '../../cadence/definitions/blocks.ts';
import { ReguaError } from '../../errors.ts';
import type { N8nNode, N8nWorkflow } from '../n8n-workflow.ts';
import { NODE_TYPES, type NodeKind } from '../parameters.ts';
import { spellingOutDefaults, type Migration, type Parameters } from './migration.ts';

export type { Migration, Parameters } from './migration.ts';

/** By kind of node, in order: the first turns parameters of the node's first version into those of the next. */
export type Migrations = Readonly<Record<NodeKind, readonly Migration[]>>;

export const MIGRATIONS: Migrations = {
  debtorLookup: [],
  ltvTier: [],
  cadenceStep: [],
  channelChoice: [spellingOutDefaults(BLOCKS.channelChoice.fields, 1)],
  sendMessage: [],
  negotiateOffer: [],
  creditBureau: [],
  smallClaims: [],
  humanTask: [],
  reguaTrigger: [],
};

/** A trigger starts at 2, where n8n evaluates no expression per request. */
const FIRST_VERSION: Readonly<Record<NodeKind, number>> = {
  debtorLookup: 1,
  ltvTier: 1,
  cadenceStep: 1,
  channelChoice: 1,
  sendMessage: 1,
  negotiateOffer: 1,
  creditBureau: 1,
  smallClaims: 1,
  humanTask: 1,
  reguaTrigger: 2,
};

const KIND_OF_TYPE: ReadonlyMap<string, NodeKind> = new Map((Object.keys(NODE_TYPES) as NodeKind[]).map((kind) => [NODE_TYPES[kind], kind]));

/** The version that an export writes. */
export function nodeVersion(kind: NodeKind, migrations: Migrations = MIGRATIONS): number {
  return FIRST_VERSION[kind] + migrations[kind].length;
}

/** Every version that a node still runs, oldest first. */
export function nodeVersions(kind: NodeKind): number[] {
  return Array.from({ length: MIGRATIONS[kind].length + 1 }, (_, index) => FIRST_VERSION[kind] + index);
}

/** Parameters that were saved under `version`, as the newest version has them. */
export function migrateParameters(kind: NodeKind, version: number, parameters: Parameters, migrations: Migrations = MIGRATIONS): Parameters {
  return migrations[kind].slice(Math.max(0, version - FIRST_VERSION[kind])).reduce((older, migrate) => migrate(older), parameters);
}

/**
 * Our nodes of a workflow brought to the version that this package writes; everything else as it is.
 * @throws ReguaError `workflow.newer-version` for a node of a version that this package doesn't know: reading it by older rules would change what it means
 */
export function migrateWorkflow(workflow: N8nWorkflow, migrations: Migrations = MIGRATIONS): N8nWorkflow {
  return { ...workflow, nodes: workflow.nodes.map((node) => migrateNode(node, migrations)) };
}

function migrateNode(node: N8nNode, migrations: Migrations): N8nNode {
  const kind = KIND_OF_TYPE.get(node.type);
  if (kind === undefined) return node;
  const current = nodeVersion(kind, migrations);
  if (node.typeVersion > current) {
    throw new ReguaError(
      'workflow.newer-version',
      `O nó "${node.name}" foi feito por uma versão mais nova da Régua (${node.typeVersion}; aqui é ${current}). Atualize a Régua para abrir este workflow.`,
      { field: node.name },
    );
  }
  if (node.typeVersion === current || !Number.isInteger(node.typeVersion) || node.typeVersion < FIRST_VERSION[kind]) return node;
  return { ...node, typeVersion: current, parameters: { ...migrateParameters(kind, node.typeVersion, node.parameters, migrations) } };
}
