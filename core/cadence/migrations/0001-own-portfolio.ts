import { DEFAULT_PORTFOLIO, readPortfolioName } from '../../portfolio/portfolio-name.ts';

type Json = Record<string, unknown>;

/**
 * Version 2 names the portfolio. A document of version 1 works on the one that its lookup node was given in n8n, else on the node's own default:
 * what it ran on so far. An expression there stays with n8n, and the document has to be told the name.
 */
export function nameThePortfolio(document: Json): Json {
  const versioned = { ...document, schemaVersion: 2 };
  if ('portfolio' in document) return versioned;
  const named = parametersOfLookup(document)?.['portfolio'];
  if (named === undefined) return { ...versioned, portfolio: DEFAULT_PORTFOLIO };
  if (typeof named === 'string' && named.startsWith('=')) return { ...versioned, portfolio: '' };
  return { ...withoutNamed(versioned), portfolio: readPortfolioName(named) ?? named };
}

function parametersOfLookup(document: Json): Json | undefined {
  return objectAt(objectAt(objectAt(objectAt(document, 'n8n'), 'nodes'), 'lookup'), 'parameters');
}

function withoutNamed(document: Json): Json {
  const n8n = objectAt(document, 'n8n')!;
  const nodes = objectAt(n8n, 'nodes')!;
  const lookup = objectAt(nodes, 'lookup')!;
  const { portfolio: _named, ...parameters } = objectAt(lookup, 'parameters')!;
  const { parameters: _all, ...rest } = lookup;
  return { ...document, n8n: { ...n8n, nodes: { ...nodes, lookup: Object.keys(parameters).length > 0 ? { ...rest, parameters } : rest } } };
}

function objectAt(parent: Json | undefined, key: string): Json | undefined {
  const value = parent?.[key];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}
