import type { N8nConnections, N8nTarget } from './n8n-workflow.ts';

/** Collects connections by source name, type and output; gaps are empty lists. Names and types come from outside, so nothing is looked up in an object. */
export class Connector {
  readonly #sources = new Map<string, Map<string, N8nTarget[][]>>();

  connect(
    from: string,
    output: number,
    to: string,
    { type = 'main', input = 0, inputType = 'main' }: { type?: string; input?: number; inputType?: string } = {},
  ): void {
    let types = this.#sources.get(from);
    if (!types) this.#sources.set(from, (types = new Map()));
    let outputs = types.get(type);
    if (!outputs) types.set(type, (outputs = []));
    while (outputs.length <= output) outputs.push([]);
    outputs[output]!.push({ node: to, type: inputType, index: input });
  }

  disconnect(from: string, output: number, to: string, { type, input, inputType }: { type: string; input: number; inputType: string }): void {
    const targets = this.#sources.get(from)?.get(type)?.[output];
    const index = targets?.findIndex((target) => target.node === to && target.index === input && target.type === inputType) ?? -1;
    if (index >= 0) targets!.splice(index, 1);
  }

  /** Drops connections from or to nodes that are not there. */
  keepOnly(names: ReadonlySet<string>): void {
    for (const [from, types] of this.#sources) {
      if (!names.has(from)) {
        this.#sources.delete(from);
        continue;
      }
      for (const outputs of types.values()) {
        for (const [index, targets] of outputs.entries()) outputs[index] = targets.filter((target) => names.has(target.node));
      }
    }
  }

  /** In n8n's shape; `fromEntries` makes a key of any name, also of `__proto__`. */
  connections(): N8nConnections {
    return Object.fromEntries([...this.#sources].map(([from, types]) => [from, Object.fromEntries(types)]));
  }
}
