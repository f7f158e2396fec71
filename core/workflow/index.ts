export { fromWorkflow, isWorkflow, readWorkflow, type ImportedWorkflow } from './from-workflow.ts';
export type { ImportNote } from './import-note.ts';
export { toClipboard, toWorkflow, type ToWorkflowOptions } from './to-workflow.ts';
export { updateWorkflow } from './update-workflow.ts';
export type { CredentialReferences, CredentialType } from './credentials.ts';
export type { N8nConnections, N8nNode, N8nWorkflow } from './n8n-workflow.ts';
export * from './parameters.ts';
export { workflowIdFrom } from './workflow-id.ts';
export { openFile, parseFile, type OpenedFile } from './open-file.ts';
