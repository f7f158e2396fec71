export { fromWorkflow, holdsCadence, isWorkflow, readWorkflow, type ImportedWorkflow } from './from-workflow.ts';
export type { ImportNote } from './import-note.ts';
export { toClipboard, toWorkflow, type ToWorkflowOptions } from './to-workflow.ts';
export type { CredentialReferences, CredentialType } from './credentials.ts';
export type { N8nConnections, N8nNode, N8nWorkflow } from './n8n-workflow.ts';
export * from './parameters.ts';
export { openFile, type OpenedFile } from './open-file.ts';
export { draftFromWorkflow, type DraftFromWorkflow, type DraftNoteCode, type DraftNoteValues } from './recognise/index.ts';
