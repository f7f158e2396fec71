import { ReguaError } from '../errors.ts';
import type { CadenceDocument } from '../cadence/document.ts';
import { cadenceSchema } from '../cadence/document.ts';
import { assemble } from './assemble.ts';
import { extrasOf } from './extras.ts';
import type { ImportNote } from './import-note.ts';
import { migrateWorkflow, type Migrations } from './migrations/index.ts';
import { n8nWorkflowSchema, type N8nWorkflow } from './n8n-workflow.ts';
import { NODE_PACKAGE } from './parameters.ts';

export interface ImportedWorkflow {
  readonly document: CadenceDocument;
  readonly notes: readonly ImportNote[];
}

/** True for JSON that has n8n's shape, whatever its nodes. */
export function isWorkflow(json: unknown): boolean {
  return n8nWorkflowSchema.safeParse(json).success;
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
 * @throws ReguaError `workflow.invalid`, `workflow.newer-version`, or `workflow.no-cadence` when no node of ours is in it
 */
export function fromWorkflow(json: unknown, migrations?: Migrations): ImportedWorkflow {
  const workflow = migrateWorkflow(readWorkflow(json), migrations);
  if (!workflow.nodes.some((node) => node.type.startsWith(`${NODE_PACKAGE}.`))) {
    throw new ReguaError(
      'workflow.no-cadence',
      'Este workflow não tem nós da Régua, então não há cadência para abrir. Use um workflow exportado pelo designer ou comece por um modelo.',
    );
  }
  const assembled = assemble(workflow);
  const document = cadenceSchema.parse({ ...assembled.document, n8n: extrasOf(assembled, workflow) });
  return { document, notes: assembled.notes };
}
