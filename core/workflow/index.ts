export { fromWorkflow, isWorkflow, readWorkflow, type ImportedWorkflow } from './from-workflow.ts';
export type { ImportNote } from './import-note.ts';
export { toClipboard, toWorkflow, type ToWorkflowOptions } from './to-workflow.ts';
export type { CredentialReferences, CredentialType } from './credentials.ts';
export type { N8nConnections, N8nNode, N8nWorkflow } from './n8n-workflow.ts';
export * from './parameters.ts';
export { openFile, type OpenedFile } from './open-file.ts';
export { migrateParameters, MIGRATIONS, nodeVersion, nodeVersions, type Migration, type Migrations } from './migrations/index.ts';
export { decodeField, defaultParameter, encodeFields } from './codecs/fields.ts';
