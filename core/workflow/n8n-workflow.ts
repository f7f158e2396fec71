import { z } from 'zod';
import { jsonObject, recordOf } from '../json/record-of.ts';

const nodeBasicsSchema = z.object({
  id: z.string().optional(),
  name: z.string(),
  type: z.string(),
  typeVersion: z.number().default(1),
  position: z.tuple([z.number(), z.number()]).default([0, 0]),
  parameters: jsonObject.default({}),
});

/** A node as n8n stores it; keys we don't use are kept. */
export type N8nNode = z.infer<typeof nodeBasicsSchema> & { [key: string]: unknown };

export const n8nNodeSchema = jsonObject.transform((node, context): N8nNode => {
  const basics = nodeBasicsSchema.safeParse(node);
  if (basics.success) return { ...node, ...basics.data };
  for (const issue of basics.error.issues) context.issues.push({ ...issue, input: node } as z.core.$ZodRawIssue);
  return z.NEVER;
});

const targetSchema = z.looseObject({ node: z.string(), type: z.string().default('main'), index: z.int().min(0).default(0) });
export type N8nTarget = z.infer<typeof targetSchema>;

/** By source node's name, connection type, output index. */
export const n8nConnectionsSchema = recordOf(recordOf(z.array(z.union([z.array(targetSchema), z.null()]))));
export type N8nConnections = z.infer<typeof n8nConnectionsSchema>;

export const n8nWorkflowSchema = z.looseObject({
  name: z.string().optional(),
  nodes: z.array(n8nNodeSchema),
  connections: n8nConnectionsSchema.default({}),
  settings: jsonObject.default({}),
});

/** What n8n's editor, command line and public API take. */
export type N8nWorkflow = z.infer<typeof n8nWorkflowSchema>;
