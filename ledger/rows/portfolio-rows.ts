import type { PortfolioHolder } from '../../core/portfolio/index.ts';
import type { Run } from '../ledger.ts';
import type { Row } from '../schema/database.ts';

export function toHolder(row: Row<'portfolios'>): PortfolioHolder {
  return {
    portfolio: row.portfolio,
    cadenceId: row.cadence_id,
    cadenceName: row.cadence_name,
    creditor: { name: row.creditor_name, document: row.creditor_document },
  };
}

export function holderOf(run: Run): PortfolioHolder {
  const { cadenceName, creditor } = run.settings;
  return { portfolio: run.portfolio, cadenceId: run.cadenceId, cadenceName, creditor: { name: creditor.name, document: creditor.document } };
}

export function fromHolder(holder: PortfolioHolder, since: string): Row<'portfolios'> {
  return {
    portfolio: holder.portfolio,
    cadence_id: holder.cadenceId,
    cadence_name: holder.cadenceName,
    creditor_name: holder.creditor.name,
    creditor_document: holder.creditor.document,
    since,
  };
}
