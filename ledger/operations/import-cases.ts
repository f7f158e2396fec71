import type { Debt, Payment } from '../../core/case/index.ts';
import type { DebtWaiver, PaymentPolicies } from '../../core/payment/index.ts';
import { newPayments, settlementOf, settlementRules, tellsOf, waiveRests } from '../../core/payment/index.ts';
import { ReguaError } from '../../core/errors.ts';
import type { ImportedCase } from '../../core/portfolio/index.ts';
import { numberKey } from '../../core/portfolio/index.ts';
import { insertRows, updateRows } from '../bulk.ts';
import { documentKey } from '../documents.ts';
import type { Session, Store } from '../engine.ts';
import { newId } from '../ids.ts';
import { instant } from '../instants.ts';
import type { ContactChange, ImportOutcome } from '../ledger.ts';
import { toDebt } from '../rows/debt-rows.ts';
import type { Row } from '../schema/database.ts';
import type { NewEvent } from './events.ts';
import { appendEvents } from './events.ts';
import type { KnownDebtor } from './import-state.ts';
import { loadKnown, pointKey } from './import-state.ts';
import { keepPromises } from './keep-promises.ts';
import { applyWhatWasAsked } from './newly-known.ts';
import { policiesOfPortfolio } from './portfolio-policies.ts';
import { wake } from './schedule.ts';
import type { OwnedPoint } from './silence-contact-point.ts';

export interface ImportContext {
  readonly portfolio: string;
  readonly on: string;
  readonly at: string;
  readonly contactChanges?: 'show' | 'accept';
}

/**
 * Brings the creditor's table in. Repeating it changes nothing. What the ledger learned since is kept: a debt that was paid here is not reopened
 * by an older file, a "no" to a channel is not turned into a "yes", an address the provider called invalid stays invalid, and a zero or empty cell
 * doesn't erase what was known. Debts that are missing in a file are left alone. Whoever can hand in a file could otherwise lead a debtor's messages to a
 * telephone of their own: new ways to reach somebody who is known already are held until they are accepted.
 */
export async function importCases(store: Store, cases: readonly ImportedCase[], context: ImportContext): Promise<ImportOutcome[]> {
  if (cases.length === 0) return [];
  return store.write(async (session) => {
    const policies = await policiesOfPortfolio(session, context.portfolio);
    const known = await loadKnown(session, context.portfolio, [...new Set(cases.map((one) => documentKey(one.debtor.document)))]);
    const work = new ImportWork({ ...context, at: instant(context.at) }, policies, known);
    const outcomes = cases.map((one) => work.take(one));
    await work.write(session);
    const values = [...new Set(cases.flatMap(({ debtor }) => debtor.contactPoints.filter(isReachable).map(({ value }) => value)))];
    const points = await applyWhatWasAsked(session, { ...context, at: instant(context.at), values, newDebtors: work.newDebtors() });
    const othersOf = countOwners(points);
    return outcomes.map((outcome, index) => ({ ...outcome, sharedContacts: sharedOf(cases[index]!, othersOf) }));
  });
}

const isReachable = ({ kind }: { readonly kind: string }): boolean => kind !== 'address';

/** How many people have each telephone and e-mail: one person in two portfolios is one. */
function countOwners(points: readonly OwnedPoint[]): Map<string, number> {
  const owners = new Map<string, Set<string>>();
  for (const { value, document } of points) owners.set(value, (owners.get(value) ?? new Set()).add(document));
  return new Map([...owners].map(([value, documents]) => [value, documents.size]));
}

function sharedOf({ debtor }: ImportedCase, owners: ReadonlyMap<string, number>): ImportOutcome['sharedContacts'] {
  const shared = debtor.contactPoints.filter((point) => isReachable(point) && (owners.get(point.value) ?? 1) > 1);
  return shared.map(({ value }) => ({ value, others: owners.get(value)! - 1 }));
}

/** Compares in memory and collects the rows to write, so that ten thousand debtors cost a dozen statements. */
class ImportWork {
  readonly #context: ImportContext;
  readonly #policies: PaymentPolicies;
  readonly #known: Map<string, KnownDebtor>;
  readonly #newDebtors = new Map<string, Row<'debtors'>>();
  readonly #changedDebtors = new Map<string, Row<'debtors'>>();
  readonly #newCases: Row<'cases'>[] = [];
  readonly #newPoints = new Map<string, Row<'contact_points'>>();
  readonly #changedPoints = new Map<string, Row<'contact_points'>>();
  readonly #newDebts = new Map<string, Row<'debts'>>();
  readonly #changedDebts = new Map<string, Row<'debts'>>();
  readonly #payments: Row<'payments'>[] = [];
  readonly #allocations: Row<'payment_allocations'>[] = [];
  readonly #waivers: Row<'waivers'>[] = [];
  readonly #events: NewEvent[] = [];
  readonly #wake = new Set<string>();
  readonly #paidInto = new Set<string>();

  constructor(context: ImportContext, policies: PaymentPolicies, known: Map<string, KnownDebtor>) {
    this.#context = context;
    this.#policies = policies;
    this.#known = known;
  }

  /** Case ids by document. */
  newDebtors(): Map<string, string> {
    const created = [...this.#known].filter(([, { debtor }]) => this.#newDebtors.has(debtor.id));
    return new Map(created.map(([document, { caseRow }]) => [document, caseRow.id]));
  }

  take(imported: ImportedCase): Omit<ImportOutcome, 'sharedContacts'> {
    const document = documentKey(imported.debtor.document);
    if (document === '')
      throw new ReguaError('ledger.document-missing', 'Um dos devedores está sem CPF ou CNPJ. Preencha o documento antes de importar.', { field: 'document' });
    const existing = this.#known.get(document);
    const entry = existing ?? this.#create(imported, document);
    // A debtor this very table brought is not somebody whose messages could be led astray.
    const held = existing !== undefined && !this.#newDebtors.has(entry.debtor.id) && this.#context.contactChanges !== 'accept';
    const debtorChanged = existing ? this.#updateDebtor(entry, imported, held) : false;
    const { changed: pointsChanged, changes } = this.#mergePoints(entry, imported, held);
    let debtsCreated = 0;
    let debtsUpdated = 0;
    for (const debt of imported.debts) {
      const result = this.#mergeDebt(entry, debt);
      if (result === 'created') debtsCreated += 1;
      if (result === 'updated') debtsUpdated += 1;
    }
    if (!existing) {
      // Somebody who owes nothing is known, and left in peace.
      const owes = [...entry.debts.values()].some((debt) => debt.row.status === 'open');
      this.#newCases.push({ ...entry.caseRow, next_action_on: owes ? this.#context.on : null });
    } else if (debtorChanged || pointsChanged || debtsCreated > 0 || debtsUpdated > 0) {
      this.#wake.add(entry.caseRow.id);
    }
    const debtor = !existing ? 'created' : debtorChanged || pointsChanged ? 'updated' : 'unchanged';
    if (debtor !== 'unchanged')
      this.#events.push({ caseId: entry.caseRow.id, at: this.#context.at, kind: `debtor.${debtor}`, data: { portfolio: this.#context.portfolio } });
    return { caseId: entry.caseRow.id, debtor, debtsCreated, debtsUpdated, contactChanges: changes };
  }

  #create(imported: ImportedCase, document: string): KnownDebtor {
    const { at, portfolio } = this.#context;
    const { debtor } = imported;
    const row: Row<'debtors'> = {
      id: newId(at),
      portfolio,
      external_id: imported.externalId ?? null,
      name: debtor.name,
      document,
      kind: debtor.kind,
      uf: debtor.uf,
      city: debtor.city ?? null,
      address: debtor.address ?? null,
      preferred_channel: debtor.preferredChannel ?? null,
      lifetime_value: debtor.lifetimeValue,
      customer_since: debtor.customerSince ?? null,
      invoices_paid: debtor.invoicesPaid,
      invoices_paid_on_time: debtor.invoicesPaidOnTime,
      default_reason: null,
      opted_out: '[]',
      erased_at: null,
    };
    const caseRow: Row<'cases'> = {
      id: newId(at),
      debtor_id: row.id,
      portfolio,
      next_action_on: null,
      wake_on: null,
      leased_until: null,
      lease_owner: null,
      tier_id: null,
      wait_code: null,
      wait_reason: null,
      waited_on: null,
      previous_bureau_entry: null,
      created_at: at,
    };
    const entry: KnownDebtor = { debtor: row, caseRow, points: new Map(), debts: new Map(), offers: [] };
    this.#known.set(document, entry);
    this.#newDebtors.set(row.id, row);
    return entry;
  }

  #updateDebtor(entry: KnownDebtor, imported: ImportedCase, held: boolean): boolean {
    const { debtor } = imported;
    const before = entry.debtor;
    const after: Row<'debtors'> = {
      ...before,
      external_id: imported.externalId ?? before.external_id,
      name: debtor.name || before.name,
      kind: debtor.kind,
      uf: debtor.uf || before.uf,
      city: debtor.city ?? before.city,
      // Held with the point of the same address: petitions and notices go there, too.
      address: held ? before.address : (debtor.address ?? before.address),
      preferred_channel: debtor.preferredChannel ?? before.preferred_channel,
      lifetime_value: debtor.lifetimeValue || before.lifetime_value,
      customer_since: debtor.customerSince ?? before.customer_since,
      invoices_paid: debtor.invoicesPaid || before.invoices_paid,
      invoices_paid_on_time: debtor.invoicesPaid === 0 ? before.invoices_paid_on_time : debtor.invoicesPaidOnTime,
    };
    if (same(before, after)) return false;
    entry.debtor = after;
    (this.#newDebtors.has(after.id) ? this.#newDebtors : this.#changedDebtors).set(after.id, after);
    return true;
  }

  /** @returns whether anything was written, and what is held until it is accepted */
  #mergePoints(entry: KnownDebtor, imported: ImportedCase, held: boolean): { readonly changed: boolean; readonly changes: ContactChange[] } {
    let changed = false;
    const changes: ContactChange[] = [];
    for (const point of imported.debtor.contactPoints) {
      const before = entry.points.get(pointKey(point));
      const known = before ? (JSON.parse(before.consent) as Record<string, boolean>) : {};
      // A "no" was said by the debtor; only a new "yes" given to us, not a column of a table, takes it back.
      const refused = Object.fromEntries(Object.entries(known).filter(([, yes]) => !yes));
      // Repeating the table verifies nothing either.
      const verified = before?.verified === 1 || (point.verified && !held);
      if (point.verified && !verified) changes.push({ kind: point.kind, value: point.value });
      const row: Row<'contact_points'> = {
        id: before?.id ?? newId(this.#context.at),
        debtor_id: entry.debtor.id,
        kind: point.kind,
        value: point.value,
        valid: point.valid && before?.valid !== 0 ? 1 : 0,
        verified: verified ? 1 : 0,
        consent: JSON.stringify({ ...known, ...point.consent, ...refused }),
      };
      if (before && same(before, row)) continue;
      changed = true;
      entry.points.set(pointKey(point), row);
      (before && !this.#newPoints.has(row.id) ? this.#changedPoints : this.#newPoints).set(row.id, row);
    }
    return { changed, changes };
  }

  #mergeDebt(entry: KnownDebtor, debt: Omit<Debt, 'id'>): 'created' | 'updated' | 'unchanged' {
    const known = entry.debts.get(debt.number) ?? alike(entry, debt);
    const before = known?.row;
    const stated: Row<'debts'> = {
      id: before?.id ?? newId(this.#context.at),
      case_id: entry.caseRow.id,
      number: known?.row.number ?? debt.number,
      description: debt.description ?? before?.description ?? null,
      principal: debt.principal,
      issued_on: debt.issuedOn ?? before?.issued_on ?? null,
      due_date: debt.dueDate,
      abatement: debt.abatement || (before?.abatement ?? 0),
      status: before?.status === 'paid' ? 'paid' : debt.status,
      contested_on: before?.contested_on ?? debt.contestedOn ?? null,
      payment_code: debt.paymentCode ?? before?.payment_code ?? null,
      created_at: before?.created_at ?? this.#context.at,
    };
    const returned = known?.returned ?? [];
    const news = newPayments(known?.payments ?? [], debt.payments, returned);
    const payments = [...(known?.payments ?? []), ...news];
    // A file that still shows the money that went back knows nothing newer than we do.
    const stale = before?.status === 'open' && news.length === 0 && tellsOf(debt.payments, returned);
    const settlement = stale || stated.status !== 'open' || news.length === 0 ? undefined : this.#settle(entry, stated, payments, news);
    const row = stale ? { ...stated, status: 'open' } : settlement ? { ...stated, status: 'paid' } : stated;
    const ids = news.map((payment) => this.#addPayment(row, payment));
    for (const { debtId, amount, date, reason } of settlement ?? [])
      this.#waivers.push({ payment_id: ids.at(-1)!, debt_id: debtId, case_id: row.case_id, amount, waived_on: date, reason });
    if (before && news.length === 0 && same(before, row)) return 'unchanged';
    entry.debts.set(row.number, { row, payments, returned });
    (before && !this.#newDebts.has(row.id) ? this.#changedDebts : this.#newDebts).set(row.id, row);
    this.#events.push({
      caseId: row.case_id,
      at: this.#context.at,
      kind: before ? 'debt.updated' : 'debt.created',
      data: {
        debtId: row.id,
        principal: row.principal,
        dueDate: row.due_date,
        status: row.status,
        ...(before && before.principal !== row.principal ? { principalBefore: before.principal } : {}),
      },
    });
    if (row.status === 'paid' && before && before.status !== 'paid')
      this.#events.push({ caseId: row.case_id, at: this.#context.at, kind: 'debt.paid', data: { debtId: row.id } });
    return before ? 'updated' : 'created';
  }

  /** The rests let go so that the debt counts as paid; undefined when it is not. */
  #settle(entry: KnownDebtor, row: Row<'debts'>, payments: readonly Payment[], news: readonly Payment[]): DebtWaiver[] | undefined {
    const debtor = { uf: entry.debtor.uf, ...(entry.debtor.city === null ? {} : { city: entry.debtor.city }) };
    const { settled, owed, on } = settlementOf(toDebt(row, payments), payments, settlementRules(this.#policies, debtor));
    if (settled) return [];
    const share = news.reduce((sum, { amount }) => sum + amount, 0);
    // A table says what was paid, and nothing of the message that may have asked for it; what was offered binds, whichever way the money came.
    const debts = [...entry.debts.values()].map((debt) => ({ id: debt.row.id, payments: debt.payments }));
    const waived = waiveRests(
      { contacts: entry.offers, debtor, debts },
      [{ debtId: row.id, share, owed, on: on! }],
      new Map([[row.id, share]]),
      this.#policies,
      on!,
    );
    return waived.length > 0 ? waived : undefined;
  }

  #addPayment(debt: Row<'debts'>, payment: Payment): string {
    const id = newId(this.#context.at);
    this.#payments.push({
      id,
      case_id: debt.case_id,
      reference: payment.reference ?? null,
      amount: payment.amount,
      excess: 0,
      reversed: 0,
      paid_on: payment.date,
      source: 'import',
      at: this.#context.at,
    });
    this.#allocations.push({
      payment_id: id,
      position: 1,
      case_id: debt.case_id,
      debt_id: debt.id,
      agreement_id: null,
      installment: null,
      amount: payment.amount,
    });
    this.#events.push({
      caseId: debt.case_id,
      at: this.#context.at,
      kind: 'payment.imported',
      data: { debtId: debt.id, amount: payment.amount, paidOn: payment.date },
    });
    this.#paidInto.add(debt.case_id);
    return id;
  }

  async write(session: Session): Promise<void> {
    await insertRows(session, 'debtors', [...this.#newDebtors.values()]);
    await updateRows(
      session,
      'debtors',
      ['id'],
      [
        'external_id',
        'name',
        'kind',
        'uf',
        'city',
        'address',
        'preferred_channel',
        'lifetime_value',
        'customer_since',
        'invoices_paid',
        'invoices_paid_on_time',
      ],
      [...this.#changedDebtors.values()],
    );
    await insertRows(session, 'cases', this.#newCases);
    await insertRows(session, 'contact_points', [...this.#newPoints.values()]);
    await updateRows(session, 'contact_points', ['id'], ['valid', 'verified', 'consent'], [...this.#changedPoints.values()]);
    await insertRows(session, 'debts', [...this.#newDebts.values()]);
    await updateRows(
      session,
      'debts',
      ['id'],
      ['description', 'principal', 'issued_on', 'due_date', 'abatement', 'status', 'contested_on', 'payment_code'],
      [...this.#changedDebts.values()],
    );
    await insertRows(session, 'payments', this.#payments);
    await insertRows(session, 'payment_allocations', this.#allocations);
    await insertRows(session, 'waivers', this.#waivers);
    await appendEvents(session, this.#events);
    if (this.#wake.size > 0) await wake(session, [...this.#wake], this.#context.on);
    if (this.#paidInto.size > 0) await keepPromises(session, [...this.#paidInto], this.#context.at);
  }
}

function same<R extends object>(before: R, after: R): boolean {
  return (Object.keys(after) as (keyof R)[]).every((key) => before[key] === after[key]);
}

/** The same title under a number that begins with other zeros, as one export writes them and the next doesn't. */
function alike(entry: KnownDebtor, debt: Omit<Debt, 'id'>) {
  const key = numberKey(debt.number);
  return [...entry.debts.values()].find(({ row }) => numberKey(row.number) === key && row.due_date === debt.dueDate);
}
