/** An id as n8n's own for a workflow, 16 letters and digits, out of a random UUID. */
export function workflowIdFrom(uuid: string): string {
  return uuid.replaceAll('-', '').slice(0, 16);
}
