import type { CadenceDocument } from '../document.ts';
import type { OperationOf } from './operation.ts';

type Extra = CadenceDocument['n8n']['nodes'][string];

/** A name given here takes the place of what the lookup node said in n8n, such as an expression that could not be read. */
export function setPortfolio(document: CadenceDocument, { portfolio }: OperationOf<'setPortfolio'>): CadenceDocument {
  const name = portfolio.trim();
  const { lookup } = document.n8n.nodes;
  const overruled = lookup?.parameters !== undefined && 'portfolio' in lookup.parameters;
  if (name === document.portfolio && !overruled) return document;
  if (!overruled) return { ...document, portfolio: name };
  return { ...document, portfolio: name, n8n: { ...document.n8n, nodes: { ...document.n8n.nodes, lookup: withoutPortfolio(lookup) } } };
}

function withoutPortfolio(extra: Extra): Extra {
  const { portfolio: _said, ...parameters } = extra.parameters ?? {};
  return { ...extra, parameters };
}
