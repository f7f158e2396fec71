import type { INode } from 'n8n-workflow';
import { readPortfolioName } from '../../core/portfolio/index.ts';
import type { LedgerSubject } from './ledger-marks.ts';

interface SubjectContext {
  getNode(): INode;
  getInputData?(): readonly { readonly json: object }[];
}

/**
 * The cadence and portfolio that a node works on: what stands in its own fields, else the cadence that its items come from. A field with an expression
 * says nothing here; the node that evaluates it asks for itself.
 */
export function subjectOf(context: SubjectContext): LedgerSubject {
  const { parameters } = context.getNode();
  const { value: picked = parameters['portfolio'] } = Object(parameters['portfolio']) as { value?: unknown };
  const item = (context.getInputData?.()[0]?.json ?? {}) as { cadenceId?: unknown };
  return { cadenceId: plainText(parameters['cadenceId']) ?? plainText(item.cadenceId), portfolio: readPortfolioName(plainText(picked)) };
}

function plainText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' && !value.startsWith('=') ? value.trim() : undefined;
}
