import { ReguaError } from '../../core/errors.ts';
import type { PortfolioHolder } from '../../core/portfolio/index.ts';
import { sameCreditor } from '../../core/portfolio/index.ts';
import { instant } from '../instants.ts';
import type { Store } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import { toHolder } from '../rows/portfolio-rows.ts';
import { appendEvents } from './events.ts';
import { holderRow, lockHolders } from './holders.ts';
import { unknownPortfolio } from './rename-portfolio.ts';

/**
 * Lets another cadence of the same creditor work a portfolio from now on; the one that did is refused from now on. That the creditor is the same is
 * asked again when the new cadence runs, which is when its creditor is known.
 * @throws ReguaError `portfolio.unknown`, `portfolio.other-creditor`; then nothing has changed
 */
export async function handOverPortfolio(store: Store, { portfolio, cadenceId, at }: Parameters<Ledger['handOverPortfolio']>[0]): Promise<PortfolioHolder> {
  return store.write(async (session) => {
    await lockHolders(session);
    const row = await holderRow(session, portfolio);
    if (!row) throw await unknownPortfolio(session, portfolio);
    const held = toHolder(row);
    if (row.cadence_id === cadenceId) return held;
    const elsewhere = (await session.db.selectFrom('portfolios').selectAll().where('cadence_id', '=', cadenceId).execute()).map(toHolder);
    const other = elsewhere.find((one) => !sameCreditor(one.creditor, held.creditor));
    if (other)
      throw new ReguaError(
        'portfolio.other-creditor',
        `A carteira "${portfolio}" é de ${held.creditor.name}, e a régua de código ${cadenceId} cobra por ${other.creditor.name}. Uma carteira só passa a outra régua do mesmo credor. Nada mudou.`,
        { field: 'cadenceId' },
      );
    const cadenceName = elsewhere[0]?.cadenceName ?? cadenceId;
    await session.db
      .updateTable('portfolios')
      .set({ cadence_id: cadenceId, cadence_name: cadenceName, since: instant(at) })
      .where('portfolio', '=', portfolio)
      .execute();
    await appendEvents(session, [{ caseId: null, at, kind: 'portfolio.handed-over', data: { portfolio, from: row.cadence_id, to: cadenceId } }]);
    return { ...held, cadenceId, cadenceName };
  });
}
