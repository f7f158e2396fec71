import { Migrator } from 'kysely/migration';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { composeLedger } from '../compose-ledger.ts';
import { storeOf } from '../engine.ts';
import { ALL_PORTFOLIOS } from '../portfolio-scope.ts';
import { openSqlite } from '../sqlite/shared-connections.ts';
import { firstTables } from './0001-first-tables.ts';
import { moneyGoesBack } from './0002-money-goes-back.ts';

const AT = '2026-03-10T12:00:00.000Z';

test('a ledger with money in it comes through: what waited, what went back and what came early is all there, and works on', async () => {
  const { db, close } = openSqlite(':memory:');
  const earlier = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ '0001-first-tables': firstTables('sqlite'), '0002-money-goes-back': moneyGoesBack('sqlite') }) },
    migrationTableName: 'regua_migrations',
    migrationLockTableName: 'regua_migrations_lock',
  });
  expect((await earlier.migrateToLatest()).error).toBeUndefined();
  for (const statement of [
    `insert into debtors values ('d', 'loja', null, 'Ana', '52998224725', 'person', 'SP', null, null, null, 0, null, 0, 0, null, '[]', null)`,
    `insert into cases values ('c', 'd', 'loja', null, null, null, null, null, null, '${AT}')`,
    `insert into debts values ('t', 'c', 'NF-1', null, 10000, null, '2026-03-02', 0, 'open', null, null, '${AT}')`,
    `insert into payments (id, case_id, reference, amount, excess, reversed, paid_on, source, at) values ('p', 'c', 'pix-1', 500, 0, 500, '2026-03-03', 'event', '${AT}')`,
    `insert into payment_reversals values ('r', 'p', 'c', 'med-1', 'med', 500, '2026-03-04', '[]', '${AT}')`,
    `insert into unmatched_payments values ('u', 'pix-2', 700, '2026-03-05', '${AT}', null, 'NF-9', null, '52998224725', 'Nenhum título.', null)`,
    `insert into contacts (id, case_id, cadence_id, step_id, block_id, cycle, attempt, channel, purpose, status, at, local_date)
      values ('k', 'c', 'regua', 's', 'b', 't', 1, 'sms', 'charge', 'claimed', '${AT}', '2026-03-10')`,
    `insert into early_receipts values ('e', 'm1', 'read', '${AT}', null)`,
  ])
    await sql.raw(statement).execute(db);

  const ledger = composeLedger(storeOf(db, 'sqlite'), close);
  await ledger.migrate();
  expect(await ledger.unmatchedPayments({ portfolio: ALL_PORTFOLIOS })).toMatchObject([
    { portfolio: '', reference: 'pix-2', amount: 700, document: '52998224725' },
  ]);
  expect((await ledger.dayReport({ portfolio: 'loja', on: '2026-03-10' })).unmatchedPayments).toEqual({ count: 1, amount: 700 });
  const again = { portfolio: 'loja', reference: 'med-1', paymentReference: 'pix-1', reversalKind: 'med', on: '2026-03-04', at: AT } as const;
  expect(await ledger.reversePayment(again)).toEqual({ kind: 'duplicate', caseId: 'c' });
  const payment = { portfolio: 'loja', reference: 'pix-1', amount: 500, paidOn: '2026-03-03', at: AT, caseId: 'c' };
  expect(await ledger.recordPayment(payment)).toEqual({ kind: 'duplicate', caseId: 'c' });
  await ledger.recordOutcomes([{ contactId: 'k', status: 'sent', at: AT, providerMessageId: 'm1' }]);
  expect((await ledger.loadCases(['c'])).get('c')!.contacts).toMatchObject([{ status: 'read' }]);
  expect(await ledger.assignPayment({ portfolio: ALL_PORTFOLIOS, reference: 'pix-2', caseId: 'c', at: AT })).toMatchObject({ kind: 'applied', caseId: 'c' });
  expect(await ledger.unmatchedPayments({ portfolio: ALL_PORTFOLIOS })).toEqual([]);
  await ledger.close();
});
