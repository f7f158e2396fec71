import { ownPortfolioName } from '../portfolio/portfolio-name.ts';
import type { CadenceDocument } from './document.ts';
import { withoutTies } from './own-copy.ts';

/** So much of an id's end is enough to tell the portfolios of one ledger apart, and short enough to be read aloud. */
const MARK_LENGTH = 4;

/** The portfolio that this cadence would be given if it were new. */
export function ownPortfolioOf({ id, name }: Pick<CadenceDocument, 'id' | 'name'>): string {
  return ownPortfolioName(name, (id.split('-').at(-1) || id).slice(0, MARK_LENGTH));
}

/**
 * The same rules as a cadence of its own: own id, own portfolio and no tie to the n8n of the one it was made from, so that two cadences made from one are two
 * in the designer, in n8n and in the ledger.
 * @param suffix letters and digits that no other cadence has
 */
export function asOwnCadence(document: CadenceDocument, suffix: string): CadenceDocument {
  const id = `${document.id.slice(0, 63 - suffix.length)}-${suffix}`;
  return withoutTies({ ...document, id, portfolio: ownPortfolioOf({ id, name: document.name }) });
}

/**
 * The cadence for a portfolio that somebody names, with an id that follows from the name: the same name gives the same cadence again.
 * @param portfolio as `readPortfolioName` gives it
 */
export function asCadenceOf(document: CadenceDocument, portfolio: string): CadenceDocument {
  const slug = portfolio
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  const id = slug === '' ? document.id : `${document.id.slice(0, 30)}-${slug}`.slice(0, 64);
  return withoutTies({ ...document, id, portfolio });
}
