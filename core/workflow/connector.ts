import type { N8nConnections } from './n8n-workflow.ts';

/** Collects connections in n8n's shape: by source name, type, output; gaps are empty lists. */
export class Connector {
  readonly connections: N8nConnections = {};

  connect(
    from: string,
    output: number,
    to: string,
    { type = 'main', input = 0, inputType = 'main' }: { type?: string; input?: number; inputType?: string } = {},
  ): void {
    const outputs = ((this.connections[from] ??= {})[type] ??= []);
    while (outputs.length <= output) outputs.push([]);
    (outputs[output] ??= []).push({ node: to, type: inputType, index: input });
  }

  disconnect(from: string, output: number, to: string, { type, input, inputType }: { type: string; input: number; inputType: string }): void {
    const targets = this.connections[from]?.[type]?.[output];
    const index = targets?.findIndex((target) => target.node === to && target.index === input && target.type === inputType) ?? -1;
    if (index >= 0) targets!.splice(index, 1);
  }

  /** Drops connections from or to nodes that are not there. */
  keepOnly(names: ReadonlySet<string>): void {
    for (const [from, types] of Object.entries(this.connections)) {
      if (!names.has(from)) {
        delete this.connections[from];
        continue;
      }
      for (const outputs of Object.values(types)) {
        for (const [index, targets] of outputs.entries()) outputs[index] = targets?.filter((target) => names.has(target.node)) ?? [];
      }
    }
  }
}
