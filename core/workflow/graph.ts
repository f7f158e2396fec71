import { ownValue } from '../json/own-value.ts';
import type { N8nConnections, N8nNode, N8nTarget, N8nWorkflow } from './n8n-workflow.ts';

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

  outputs(from: string): N8nConnections[string][string] {
    return ownValue(this.workflow.connections, from)?.['main'] ?? [];
  }

  targets(from: string, output: number): readonly N8nTarget[] {
    return this.outputs(from)[output] ?? [];
  }

  /** The node that follows on the main line, when it is entered by its first input. */
  next(from: string, output: number): N8nNode | undefined {
    const first = this.targets(from, output).find((target) => target.type === 'main' && target.index === 0);
    return first && this.nodes.get(first.node);
  }

  /** Output indices of `from` that lead to `to`. */
  outputsTo(from: string, to: string): number[] {
    return this.outputs(from).flatMap((targets, index) => (targets?.some((target) => target.node === to) ? [index] : []));
  }
}
