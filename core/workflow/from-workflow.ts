import { ReguaError } from '../errors.ts';
import type { CadenceDocument } from '../cadence/document.ts';
import { cadenceSchema } from '../cadence/document.ts';
import { assemble } from './assemble.ts';
import { extrasOf } from './extras.ts';
import type { ImportNote } from './import-note.ts';
import { n8nWorkflowSchema, type N8nWorkflow } from './n8n-workflow.ts';
import { NODE_PACKAGE, NODE_TYPES } from './parameters.ts';

export interface ImportedWorkflow {
  readonly document: CadenceDocument;
  readonly notes: readonly ImportNote[];
}

/** True for JSON that has n8n's shape, whatever its nodes. */
export function isWorkflow(json: unknown): boolean {
  return n8nWorkflowSchema.safeParse(json).success;
}

/** True when a workflow has nodes of ours that belong to a cadence: importing a spreadsheet or writing the day's report alone makes none. */
export function holdsCadence(workflow: N8nWorkflow): boolean {
  return workflow.nodes.some(
    (node) => node.type.startsWith(`${NODE_PACKAGE}.`) && (node.type !== NODE_TYPES.debtorLookup || (node.parameters['operation'] ?? 'due') === 'due'),
  );
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
 * @throws ReguaError `workflow.invalid`, or `workflow.no-cadence` when no node of a cadence is in it
 */
export function fromWorkflow(json: unknown): ImportedWorkflow {
  const workflow = readWorkflow(json);
  if (!holdsCadence(workflow)) {
    throw new ReguaError(
      'workflow.no-cadence',
      'Este workflow não tem nós da Régua que formem uma régua, então não há o que abrir. Use um workflow exportado pelo designer ou comece por um modelo.',
    );
  }
  const assembled = assemble(workflow);
  const document = cadenceSchema.parse({ ...assembled.document, n8n: extrasOf(assembled, workflow) });
  return { document, notes: assembled.notes };
}
