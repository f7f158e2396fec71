import { z } from 'zod';

const jsonObject = z.record(z.string(), z.unknown());

/** A node as n8n stores it; keys we don't use are kept. */
export const n8nNodeSchema = z.looseObject({
  id: z.string().optional(),
  name: z.string(),
  type: z.string(),
  typeVersion: z.number().default(1),
  position: z.tuple([z.number(), z.number()]).default([0, 0]),
  parameters: jsonObject.default({}),
});
export type N8nNode = z.infer<typeof n8nNodeSchema>;

const targetSchema = z.looseObject({ node: z.string(), type: z.string().default('main'), index: z.int().min(0).default(0) });
export type N8nTarget = z.infer<typeof targetSchema>;

/** By source node's name, connection type, output index. */
export const n8nConnectionsSchema = z.record(z.string(), z.record(z.string(), z.array(z.union([z.array(targetSchema), z.null()]))));
export type N8nConnections = z.infer<typeof n8nConnectionsSchema>;

export const n8nWorkflowSchema = z.looseObject({
  name: z.string().optional(),
  nodes: z.array(n8nNodeSchema),
  connections: n8nConnectionsSchema.default({}),
  settings: jsonObject.default({}),
});

/** What n8n's editor, command line and public API take. */
export type N8nWorkflow = z.infer<typeof n8nWorkflowSchema>;
