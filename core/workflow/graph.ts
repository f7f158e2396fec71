import type { N8nNode, N8nTarget, N8nWorkflow } from './n8n-workflow.ts';

/** A workflow's nodes by name, with its connections as a walk needs them. */
export class WorkflowGraph {
  readonly nodes: ReadonlyMap<string, N8nNode>;
  readonly workflow: N8nWorkflow;

  constructor(workflow: N8nWorkflow) {
    this.workflow = workflow;
    this.nodes = new Map(workflow.nodes.map((node) => [node.name, node]));
  }

  ofType(type: string): N8nNode[] {
    return this.workflow.nodes.filter((node) => node.type === type);
  }

  targets(from: string, output: number): readonly N8nTarget[] {
    return this.workflow.connections[from]?.['main']?.[output] ?? [];
  }

  /** The node that follows on the main line, when it is entered by its first input. */
  next(from: string, output: number): N8nNode | undefined {
    const first = this.targets(from, output).find((target) => target.type === 'main' && target.index === 0);
    return first && this.nodes.get(first.node);
  }

  /** Output indices of `from` that lead to `to`. */
  outputsTo(from: string, to: string): number[] {
    const outputs = this.workflow.connections[from]?.['main'] ?? [];
    return outputs.flatMap((targets, index) => (targets?.some((target) => target.node === to) ? [index] : []));
  }
}
