import type { ReguaError } from '../../../../core/errors.ts';
import { draftNoteWords } from './draft-note-words.ts';
import { files } from './files.ts';
import { portfolio } from './portfolio.ts';

const REFUSALS: Readonly<Record<string, string>> = {
  'portfolio.too-large': portfolio.portfolio.tooLarge,
  'operation.last-tier': 'A cadence needs at least one client tier. Create another before deleting this one.',
  'operation.last-track': 'A cadence needs at least one track. Create another before deleting this one.',
  'operation.unknown-id': 'This part is no longer in the cadence. It may have been deleted; reload the page.',
  'workflow.invalid': 'The file is not an n8n workflow: "nodes" or "connections" are missing. Export it again from the menu of n8n.',
  'workflow.newer-version': 'A node of this workflow was made by a newer version of Régua. Update Régua to open the workflow.',
  'workflow.companion': 'This workflow uses nodes of Régua and is no cadence (it imports clients, or reports). Open and change it in n8n itself.',
  'workflow.no-cadence': 'This workflow lacks the nodes of a cadence. Use a workflow exported by the designer, or start from a template.',
  'workflow.nothing-to-collect': files.files.nothingToCollect,
  'cadence.not-object': 'The file contains no cadence. Open a file exported by the designer.',
  'cadence.no-version': 'The file does not say the version of the cadence (schemaVersion). Open a file exported by the designer.',
  'cadence.newer-version': 'This cadence was made by a newer version. Update Régua to open it.',
  'cadence.invalid': 'A value is missing or does not fit here.',
  'cadence.repeated-id': 'This identifier appears more than once. Each part needs its own.',
};

const IMPORT_NOTES: Readonly<Record<string, string>> = {
  'node.kept': 'This node stands outside of the steps; it was kept as it is and goes back with the export.',
  'node.outside': 'This node of Régua is in no step; it was kept as it is and goes back with the export.',
  'node.no-block': 'This operation has no block in the designer; the node was kept as it is, in its place.',
  'node.unreadable-parameter': 'A parameter of this node could not be read (it may be an expression). The node was kept as it is; check it in n8n.',
  'part.missing': 'The workflow lacks a node that the cadence needs; one with the default rules was put in.',
  'portfolio.differs': 'The events went to another portfolio than the daily run works on; the export uses that of the run in both nodes.',
  'schedule.custom': 'The schedule was set in n8n and is not "every day at a time"; it was kept as it is.',
  'trigger.missing':
    'The workflow lacks the trigger that takes in payments, answers and wishes to be left alone. It comes back with the next export; if it is not wanted, switch it off in n8n instead of deleting it.',
  'node.no-ledger': 'This node does not use the ledger that the others use and would read and write another one. Choose its credential in n8n.',
  'tiers.empty': 'The node has no tier; one that takes everyone was made.',
  'share.damaged': 'The link arrived cut off or damaged. Ask for it again, or for the file.',
};

/** A code we have no words for keeps its kind and loses its sentence, which would be Portuguese. */
export function refusalWords(error: ReguaError): string {
  return REFUSALS[error.code] ?? `This could not be done (${error.code}${error.field ? `, ${error.field}` : ''}).`;
}

export function importNoteWords(code: string, _message: string, values?: Readonly<Record<string, string | number>>): string {
  return draftNoteWords(code, values) ?? IMPORT_NOTES[code] ?? REFUSALS[code] ?? `Note of the import: ${code}.`;
}
