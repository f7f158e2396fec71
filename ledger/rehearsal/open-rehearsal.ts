import { ReguaError } from '../../core/errors.ts';
import type { composeLedger } from '../compose-ledger.ts';
import { documentKey } from '../documents.ts';
import type { Store } from '../engine.ts';
import { inList, storeOf } from '../engine.ts';
import type { Ledger, Run } from '../ledger.ts';
import { casesFor } from '../operations/find-case.ts';
import { startRun } from '../operations/start-run.ts';
import { lookAtDue } from '../operations/take-due.ts';
import { acquireSqlite } from '../sqlite/shared-connections.ts';
import { CaseCopy } from './copy-cases.ts';

/**
 * The ledger of a rehearsal: SQLite in memory, filled from the real one case by case. The very operations of the ledger run on it, so that a rehearsal
 * answers what the real day would; figures of what really happened are read from the real one.
 * @param compose makes a ledger of a store
 */
export async function openRehearsal(source: Store, real: Ledger, compose: typeof composeLedger): Promise<Ledger> {
  const { db, release } = acquireSqlite(':memory:', 'create');
  const store = storeOf(db, 'sqlite');
  const copy = new CaseCopy(source, store);
  const scratch = compose(store, release);
  await scratch.migrate();

  /** Its terms count for its portfolio from now on, whatever day it is of. */
  async function standsFor(run: Run): Promise<void> {
    await store.write(({ db: trx }) => trx.deleteFrom('runs').where('portfolio', '=', run.portfolio).execute());
    const { rehearsal: _, ...own } = run;
    await scratch.startRun(own);
  }
  async function known(caseIds: readonly string[]): Promise<Ledger> {
    await copy.of(caseIds);
    return scratch;
  }
  const idsOf = (entries: readonly { readonly caseId: string }[]) => entries.map(({ caseId }) => caseId);

  return {
    migrate: () => Promise.resolve(),
    close: release,
    ping: real.ping,
    rehearsal: () => openRehearsal(source, real, compose),

    async importCases(cases, context) {
      const documents = cases.map(({ debtor }) => documentKey(debtor.document));
      const rows = await source.read((session) =>
        session.db
          .selectFrom('cases')
          .innerJoin('debtors', 'debtors.id', 'cases.debtor_id')
          .select('cases.id')
          .where(inList(session, 'debtors.document', documents))
          .execute(),
      );
      return (await known(rows.map(({ id }) => id))).importCases(cases, context);
    },
    // What the rehearsed import itself brought in is in the copy only, and was in the table: nothing of it is missing or must rest.
    openTitles: real.openTitles,
    closeTitles: async (input) => (await known(idsOf(input.titles))).closeTitles(input),
    async takeDue(query) {
      const ids = await lookAtDue(source, query);
      return [...(await (await known(ids)).loadCases(ids)).values()];
    },
    registeredCases: real.registeredCases,
    loadCases: async (ids) => (await known(ids)).loadCases(ids),
    async findCases(query) {
      const found = await source.read((session) => casesFor(session, query));
      return (await known(found.map(({ id }) => id))).findCases(query);
    },

    async startRun(run) {
      await startRun(source, { ...run, rehearsal: true });
      await standsFor(run);
    },
    async getRun(id) {
      const run = await real.getRun(id);
      if (run?.rehearsal) await standsFor(run);
      return run;
    },
    latestRun: real.latestRun,
    portfolios: real.portfolios,
    renamePortfolio: unsupported,
    handOverPortfolio: unsupported,

    recordSteps: async (records) => (await known(idsOf(records))).recordSteps(records),
    schedule: async (entries) => (await known(idsOf(entries))).schedule(entries),
    async settle(settled) {
      const { refusals = [], tasks = [], entries = [], filings = [], steps = [], looks = [] } = settled;
      return (await known(idsOf([...refusals, ...tasks, ...entries, ...filings, ...steps, ...looks]))).settle(settled);
    },
    sync: () => Promise.resolve(),
    setTiers: async (entries) => (await known(idsOf(entries))).setTiers(entries),

    claim: async (claims) => (await known(idsOf(claims))).claim(claims),
    claimNow: async (caseIds, decide) => (await known(caseIds)).claimNow(caseIds, decide),
    recordOutcomes: scratch.recordOutcomes,
    confirmContact: unsupported,
    releaseClaims: scratch.releaseClaims,
    recordRefusals: async (refusals) => (await known(idsOf(refusals))).recordRefusals(refusals),
    // What a crash left in doubt waits for a real run.
    reconcileStale: () => Promise.resolve(0),
    recordReceipts: unsupported,

    recordPayment: unsupported,
    reversePayment: unsupported,
    unmatchedPayments: real.unmatchedPayments,
    assignPayment: unsupported,
    openDebts: real.openDebts,
    bookedPayments: real.bookedPayments,
    silenceContactPoint: unsupported,
    keepEvent: unsupported,
    unattributedEvents: real.unattributedEvents,
    resolveEvent: unsupported,
    recordReply: async (input) => (await known([input.caseId])).recordReply(input),
    recordOptOut: async (input) => (await known([input.caseId])).recordOptOut(input),
    recordDispute: async (input) => (await known([input.caseId])).recordDispute(input),
    recordDefaultReason: async (input) => (await known([input.caseId])).recordDefaultReason(input),
    recordSurvey: async (input) => (await known([input.caseId])).recordSurvey(input),
    savePromise: async (input) => (await known([input.caseId])).savePromise(input),
    saveAgreement: async (input) => (await known([input.caseId])).saveAgreement(input),
    breakAgreement: async (input) => (await known([input.caseId])).breakAgreement(input),
    saveBureauEntry: async (input) => (await known([input.caseId])).saveBureauEntry(input),
    saveFiling: async (input) => (await known([input.caseId])).saveFiling(input),
    saveContactPoint: async (input) => (await known([input.caseId])).saveContactPoint(input),

    openTask: async (task) => (await known([task.caseId])).openTask(task),
    completeTask: scratch.completeTask,
    tasks: async (query) => (query.caseId === undefined ? real.tasks(query) : (await known([query.caseId])).tasks(query)),

    events: real.events,
    contents: async (caseId) => (await known([caseId])).contents(caseId),
    stepCounts: real.stepCounts,
    dayReport: real.dayReport,

    portfoliosOf: real.portfoliosOf,
    exportDebtor: real.exportDebtor,
    eraseDebtor: unsupported,
    eraseInactive: unsupported,
  };
}

/** Money is found, and people are forgotten, over the whole ledger, of which a rehearsal has only a part. */
function unsupported(): Promise<never> {
  return Promise.reject(
    new ReguaError('rehearsal.unsupported', 'Esta operação não se ensaia: nada foi gravado. Rode-a com a data de hoje, sem "Data de hoje" nem REGUA_TODAY.'),
  );
}
