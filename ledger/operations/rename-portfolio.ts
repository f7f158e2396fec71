import { sql } from 'kysely';
import { ReguaError } from '../../core/errors.ts';
import { readPortfolioName } from '../../core/portfolio/index.ts';
import type { Session, Store } from '../engine.ts';
import { inList } from '../engine.ts';
import type { Ledger } from '../ledger.ts';
import type { Row, TableName } from '../schema/database.ts';
import { TABLES } from '../schema/database.ts';
import { appendEvents } from './events.ts';
import { holderRow, lockHolders } from './holders.ts';

/** Read from the schema, so that a table that comes later moves along. */
const TABLES_BY_PORTFOLIO = (Object.keys(TABLES) as TableName[]).filter((table) => table !== 'portfolios' && 'portfolio' in TABLES[table]);

/**
 * Gives a portfolio another name, with everybody and everything in it. A name under which its own cadence has run already, and found nobody, is taken over:
 * that is what happens when the name was changed in the designer first.
 * @throws ReguaError `portfolio.name`, `portfolio.unknown`, `portfolio.taken`; then nothing has changed
 */
export async function renamePortfolio(store: Store, input: Parameters<Ledger['renamePortfolio']>[0]): Promise<{ cases: number }> {
  const { from, at } = input;
  const to = readPortfolioName(input.to);
  if (to === undefined)
    throw new ReguaError('portfolio.name', 'Dê um novo nome à carteira, de 1 a 100 caracteres, numa linha só. Nada mudou.', { field: 'newName' });
  return store.write(async (session) => {
    await lockHolders(session);
    await lockImports(session, [from, to]);
    const held = await holderRow(session, from);
    const cases = await peopleIn(session, from);
    if (!held && cases === 0) throw await unknownPortfolio(session, from);
    if (to === from) return { cases };
    const taken = await holderRow(session, to);
    if ((await peopleIn(session, to)) > 0 || (taken && taken.cadence_id !== held?.cadence_id)) throw takenName(to, taken);
    for (const table of TABLES_BY_PORTFOLIO) {
      await sql`update ${sql.table(table)} set portfolio = ${to} where portfolio = ${from}`.execute(session.db);
    }
    if (held) {
      await session.db.deleteFrom('portfolios').where('portfolio', '=', to).execute();
      await session.db.updateTable('portfolios').set({ portfolio: to }).where('portfolio', '=', from).execute();
    }
    await appendEvents(session, [{ caseId: null, at, kind: 'portfolio.renamed', data: { from, to, cases } }]);
    return { cases };
  });
}

/** @throws by whoever asked for a portfolio that is not there; says which are */
export async function unknownPortfolio(session: Session, portfolio: string): Promise<ReguaError> {
  const names = await session.db.selectFrom('cases').select('portfolio').distinct().orderBy('portfolio').limit(20).execute();
  const known = names.length === 0 ? 'O registro ainda não tem nenhuma.' : `O registro tem: ${names.map((row) => `"${row.portfolio}"`).join(', ')}.`;
  return new ReguaError('portfolio.unknown', `Não há carteira "${portfolio}" no registro. ${known} Nada mudou.`, { field: 'portfolio' });
}

function takenName(to: string, holder: Row<'portfolios'> | undefined): ReguaError {
  const whose = holder ? `, da régua "${holder.cadence_name}"` : '';
  return new ReguaError('portfolio.taken', `Já existe uma carteira "${to}"${whose}. Escolha outro nome; juntar duas carteiras não é possível. Nada mudou.`, {
    field: 'newName',
  });
}

async function peopleIn({ db }: Session, portfolio: string): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select(sql<number>`count(*)`.as('count'))
    .where('portfolio', '=', portfolio)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The lock that an import holds on its portfolio: nobody comes in under the old name meanwhile. */
async function lockImports(session: Session, portfolios: readonly string[]): Promise<void> {
  if (session.engine !== 'postgres') return;
  for (const portfolio of [...new Set(portfolios)].sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${portfolio}, 0))`.execute(session.db);
  await session.db
    .selectFrom('cases')
    .select('id')
    .where(inList(session, 'portfolio', portfolios))
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}
