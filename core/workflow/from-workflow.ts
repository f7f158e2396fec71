import { ReguaError } from '../errors.ts';
import type { CadenceDocument } from '../cadence/document.ts';
import { cadenceSchema } from '../cadence/document.ts';
import { assemble } from './assemble.ts';
import { usedCredentials } from './credentials.ts';
import { extrasOf } from './extras.ts';
import type { ImportNote } from './import-note.ts';
import { migrateWorkflow, type Migrations } from './migrations/index.ts';
import { n8nWorkflowSchema, type N8nNode, type N8nWorkflow } from './n8n-workflow.ts';
import { isOwn, NODE_TYPES } from './parameters.ts';

export interface ImportedWorkflow {
  readonly document: CadenceDocument;
  readonly notes: readonly ImportNote[];
}

/** True for JSON that has n8n's shape, whatever its nodes. */
export function isWorkflow(json: unknown): boolean {
  return n8nWorkflowSchema.safeParse(json).success;
}

/** False for a workflow made by hand, without any node of ours. */
export function holdsOurNodes(workflow: N8nWorkflow): boolean {
  return workflow.nodes.some((node) => isOwn(node.type));
}

/** Workflow JSON as parsed. @throws ReguaError `workflow.invalid` */
export function readWorkflow(json: unknown): N8nWorkflow {
  const parsed = n8nWorkflowSchema.safeParse(json);
  if (!parsed.success)
    throw new ReguaError('workflow.invalid', 'O arquivo não é um workflow do n8n: faltam "nodes" ou "connections". Exporte de novo pelo menu do n8n.', {
      field: parsed.error.issues[0]?.path.join('.') ?? '',
    });
  return parsed.data;
}

/**
 * Reads a workflow back into a cadence, with the edits made in n8n: parameters, names, positions, order, foreign nodes.
 * Nothing is lost: what a cadence can't say is kept in `document.n8n` or in custom blocks and named in the notes.
 * `fromWorkflow(toWorkflow(document)).document` equals `document`.
 * Nodes that an earlier version of ours saved are read as what they meant then.
 * @throws ReguaError `workflow.invalid`, `workflow.newer-version`; `workflow.no-cadence` when no node of ours is in it; `workflow.companion` when they do
 *   something else
 */
export function fromWorkflow(json: unknown, migrations?: Migrations): ImportedWorkflow {
  const workflow = migrateWorkflow(readWorkflow(json), migrations);
  if (!holdsOurNodes(workflow)) {
    throw new ReguaError(
      'workflow.no-cadence',
      'Este workflow não tem nós da Régua que formem uma régua, então não há o que abrir. Use um workflow exportado pelo designer ou comece por um modelo.',
    );
  }
  if (!workflow.nodes.some(carriesCadence)) {
    const what = WHAT_IT_DOES.find(([operation]) => workflow.nodes.some((node) => isLookup(node, operation)))?.[1];
    throw new ReguaError(
      'workflow.companion',
      what
        ? `Este workflow não é uma régua: ${what}. Ele se abre e se muda no n8n mesmo.`
        : 'Este workflow usa nós da Régua, mas não tem nem os casos do dia nem uma trilha: não é uma régua. Ele se abre e se muda no n8n mesmo.',
    );
  }
  const assembled = assemble(workflow);
  const document = cadenceSchema.parse({ ...assembled.document, n8n: extrasOf(assembled, workflow) });
  return { document, notes: [...assembled.notes, ...apartFromTheLedger(workflow)] };
}

const isLookup = (node: N8nNode, operation: string): boolean => node.type === NODE_TYPES.debtorLookup && (node.parameters['operation'] ?? 'due') === operation;

const carriesCadence = (node: N8nNode): boolean => node.type === NODE_TYPES.cadenceStep || isLookup(node, 'due');

/** Workflows of ours beside a cadence, by what their lookup node does. */
const WHAT_IT_DOES: readonly (readonly [operation: string, words: string])[] = [
  ['import', 'ele traz a carteira de uma planilha para o registro'],
  ['report', 'ele faz o relatório do dia'],
  ['retention', 'ele apaga o que passou do prazo de guarda'],
  ['export', 'ele entrega os dados de um devedor'],
  ['erase', 'ele apaga os dados de um devedor'],
  ['find', 'ele procura um devedor'],
];

/** A node without the ledger that the others use would read and write another one. */
function apartFromTheLedger(workflow: N8nWorkflow): ImportNote[] {
  const ledger = usedCredentials(workflow.nodes).get('reguaLedger');
  if (!ledger) return [];
  return workflow.nodes
    .filter((node) => isOwn(node.type) && (node['credentials'] as { reguaLedger?: unknown } | undefined)?.reguaLedger === undefined)
    .map((node) => ({
      code: 'node.no-ledger',
      severity: 'warning',
      nodeName: node.name,
      message: `Este nó não usa o registro "${ledger.name}", que os outros usam: leria e gravaria em outro. Escolha a credencial dele no n8n.`,
    }));
}
