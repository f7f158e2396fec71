import type { AgreementInstallment, Case, ContactPoint, Payment, Waiver } from '../../core/case/index.ts';
import type { Session, Store } from '../engine.ts';
import { dataVersion, inList } from '../engine.ts';
import { toAgreement, toInstallment, toPromise } from '../rows/arrangement-rows.ts';
import { toContact } from '../rows/contact-rows.ts';
import { toDebt } from '../rows/debt-rows.ts';
import { toContactPoint, toDebtor } from '../rows/debtor-rows.ts';
import { defined } from '../rows/defined.ts';
import { toBureauEntry, toFiling } from '../rows/formal-rows.ts';
import { toStepRecord } from '../rows/step-rows.ts';
import { elsewhereOf } from './same-person.ts';

/** Ids per round of queries: bounds the memory of rows waiting to be assembled. */
const CASES_PER_ROUND = 2000;

/** Whole cases by id, in the order of the ids; unknown ids are left out. Those are read that nobody remembers as they are. */
export async function loadCases({ remembered, ...store }: Store, ids: readonly string[]): Promise<Map<string, Case>> {
  const asked = [...new Set(ids)];
  return store.read(async (session) => {
    if (!remembered) return loadCasesIn(session, asked);
    remembered.keepUp(await dataVersion(session));
    const found = new Map(asked.map((id) => [id, remembered.get(id)]));
    const read = await loadCasesIn(
      session,
      asked.filter((id) => found.get(id) === undefined),
    );
    remembered.remember(read.values());
    return new Map(asked.flatMap((id) => ((found.get(id) ?? read.get(id)) ? [[id, (found.get(id) ?? read.get(id))!]] : [])));
  });
}

/** Whole cases by id, in the order of the ids; unknown ids are left out. A dozen queries per two thousand cases, put together here. */
export async function loadCasesIn(session: Session, ids: readonly string[]): Promise<Map<string, Case>> {
  const loaded = new Map<string, Case>();
  for (let from = 0; from < ids.length; from += CASES_PER_ROUND) await loadRound(session, ids.slice(from, from + CASES_PER_ROUND), loaded);
  return loaded;
}

async function loadRound(session: Session, ids: readonly string[], loaded: Map<string, Case>): Promise<void> {
  const { db } = session;
  const ofCase = inList(session, 'case_id', ids);
  const cases = await db
    .selectFrom('cases')
    .select(['id', 'debtor_id', 'previous_bureau_entry', 'tier_id'])
    .where(inList(session, 'id', ids))
    .execute();
  if (cases.length === 0) return;
  const debtorIds = cases.map((row) => row.debtor_id);
  const debtors = new Map(
    (
      await db
        .selectFrom('debtors')
        .selectAll()
        .where(inList(session, 'id', debtorIds))
        .execute()
    ).map((row) => [row.id, row]),
  );
  const points = group(
    await db
      .selectFrom('contact_points')
      .selectAll()
      .where(inList(session, 'debtor_id', debtorIds))
      .orderBy('id')
      .execute(),
    (row) => row.debtor_id,
    toContactPoint,
  );
  const payments = await paymentsByDebt(session, ids);
  const waivers = group(
    await db.selectFrom('waivers').selectAll().where(ofCase).orderBy('waived_on').execute(),
    (row) => row.debt_id,
    (row): Waiver => ({ date: row.waived_on, amount: row.amount, reason: row.reason }),
  );
  const debts = group(
    await db.selectFrom('debts').selectAll().where(ofCase).orderBy('due_date').orderBy('id').execute(),
    (row) => row.case_id,
    (row) => toDebt(row, payments.get(row.id) ?? [], waivers.get(row.id)),
  );
  const contacts = group(await db.selectFrom('contacts').selectAll().where(ofCase).orderBy('at').orderBy('id').execute(), (row) => row.case_id, toContact);
  const steps = group(
    await db.selectFrom('step_records').selectAll().where(ofCase).orderBy('recorded_on').orderBy('at').execute(),
    (row) => row.case_id,
    toStepRecord,
  );
  const promises = group(await db.selectFrom('promises').selectAll().where(ofCase).orderBy('id').execute(), (row) => row.case_id, toPromise);
  const agreementRows = await db.selectFrom('agreements').selectAll().where(ofCase).orderBy('made_on').orderBy('id').execute();
  const installments = await installmentsByAgreement(
    session,
    agreementRows.map((row) => row.id),
  );
  const agreements = group(
    agreementRows,
    (row) => row.case_id,
    (row) => toAgreement(row, installments.get(row.id) ?? []),
  );
  const bureauEntries = group(
    await db.selectFrom('bureau_entries').selectAll().where(ofCase).orderBy('requested_on').orderBy('id').execute(),
    (row) => row.case_id,
    toBureauEntry,
  );
  const filings = group(
    await db.selectFrom('filings').selectAll().where(ofCase).orderBy('prepared_on').orderBy('id').execute(),
    (row) => row.case_id,
    toFiling,
  );

  const elsewhere = await elsewhereOf(
    session,
    [...debtors.values()].map(({ id, document, portfolio }) => ({ debtorId: id, document, portfolio })),
  );

  const byId = new Map(cases.map((row) => [row.id, row]));
  for (const id of ids) {
    const row = byId.get(id);
    if (!row) continue;
    const other = elsewhere.get(row.debtor_id);
    loaded.set(
      id,
      defined<Case>({
        id,
        debtor: toDebtor(debtors.get(row.debtor_id)!, points.get(row.debtor_id) ?? NO_POINTS, other?.optedOut),
        debts: debts.get(id) ?? [],
        contacts: contacts.get(id) ?? [],
        contactsElsewhere: other && other.contacts.length > 0 ? other.contacts : null,
        steps: steps.get(id) ?? [],
        promises: promises.get(id) ?? [],
        agreements: agreements.get(id) ?? [],
        bureauEntries: bureauEntries.get(id) ?? [],
        filings: filings.get(id) ?? [],
        previousBureauEntry: row.previous_bureau_entry === null ? null : row.previous_bureau_entry === 1,
        tierId: row.tier_id,
      }),
    );
  }
}

const NO_POINTS: readonly ContactPoint[] = [];

export async function paymentsByDebt(session: Session, caseIds: readonly string[]): Promise<Map<string, Payment[]>> {
  const rows = await session.db
    .selectFrom('payment_allocations')
    .innerJoin('payments', 'payments.id', 'payment_allocations.payment_id')
    .select(['payment_allocations.debt_id', 'payment_allocations.amount', 'payments.paid_on', 'payments.reference'])
    .where(inList(session, 'payment_allocations.case_id', caseIds))
    .where('payment_allocations.debt_id', 'is not', null)
    .orderBy('payments.paid_on')
    .orderBy('payments.id')
    .orderBy('payment_allocations.position')
    .execute();
  return group(
    rows,
    (row) => row.debt_id!,
    (row) => defined<Payment>({ date: row.paid_on, amount: row.amount, reference: row.reference }),
  );
}

async function installmentsByAgreement(session: Session, agreementIds: readonly string[]): Promise<Map<string, AgreementInstallment[]>> {
  if (agreementIds.length === 0) return new Map();
  const rows = await session.db
    .selectFrom('agreement_installments')
    .selectAll()
    .where(inList(session, 'agreement_id', agreementIds))
    .orderBy('number')
    .execute();
  return group(rows, (row) => row.agreement_id, toInstallment);
}

function group<R, V>(rows: readonly R[], key: (row: R) => string, value: (row: R) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const row of rows) {
    const known = groups.get(key(row));
    if (known) known.push(value(row));
    else groups.set(key(row), [value(row)]);
  }
  return groups;
}
