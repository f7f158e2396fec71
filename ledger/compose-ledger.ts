import type { Store } from './engine.ts';
import type { Ledger } from './ledger.ts';
import { migrateToLatest, refuseNewer } from './migrations/index.ts';
import { bookedPayments } from './operations/booked-payments.ts';
import { breakAgreement } from './operations/break-agreement.ts';
import { claim, claimNow } from './operations/claim.ts';
import { confirmContact } from './operations/confirm-contact.ts';
import { contentsIn } from './operations/contents.ts';
import { recordDefaultReason, recordDispute, recordOptOut, recordSurvey } from './operations/debtor-wishes.ts';
import { eraseDebtor } from './operations/erase-debtor.ts';
import { eraseInactive } from './operations/erase-inactive.ts';
import { eventsIn } from './operations/events.ts';
import { exportDebtor } from './operations/export-debtor.ts';
import { findCases } from './operations/find-case.ts';
import { importCases } from './operations/import-cases.ts';
import { loadCases } from './operations/load-cases.ts';
import { openDebts } from './operations/open-debts.ts';
import { recordOutcomes } from './operations/outcomes.ts';
import { portfoliosOf } from './operations/portfolios-of.ts';
import { recordReceipts } from './operations/receipts.ts';
import { reconcileStale } from './operations/reconcile.ts';
import { releaseClaims } from './operations/release-claims.ts';
import { recordPayment } from './operations/record-payment.ts';
import { recordSteps } from './operations/record-steps.ts';
import { recordRefusals } from './operations/refusals.ts';
import { recordReply } from './operations/reply.ts';
import { reversePayment } from './operations/reverse-payment.ts';
import { registeredCases } from './operations/registered-cases.ts';
import { dayReport, stepCounts } from './operations/reports.ts';
import { handOverPortfolio } from './operations/hand-over-portfolio.ts';
import { knownPortfolios } from './operations/known-portfolios.ts';
import { renamePortfolio } from './operations/rename-portfolio.ts';
import { getRun, latestRun } from './operations/runs.ts';
import { startRun } from './operations/start-run.ts';
import { saveAgreement, savePromise } from './operations/save-arrangements.ts';
import { saveContactPoint } from './operations/save-contact-point.ts';
import { saveBureauEntry, saveFiling } from './operations/save-formal-steps.ts';
import { schedule, setTiers } from './operations/schedule.ts';
import { settle, sync } from './operations/settle.ts';
import { silenceContactPoint } from './operations/silence-contact-point.ts';
import { takeDue } from './operations/take-due.ts';
import { openRehearsal } from './rehearsal/open-rehearsal.ts';
import { closeTitles, openTitles } from './operations/titles.ts';
import { completeTask, openTask, tasks } from './operations/tasks.ts';
import { keepEvent, resolveEvent, unattributedEvents } from './operations/unattributed-events.ts';
import { assignPayment, unmatchedPayments } from './operations/unmatched-payments.ts';

/** The ledger over an open store: one line per operation, each a file of its own. */
export function composeLedger(store: Store, release: () => Promise<void>): Ledger {
  const ledger: Ledger = {
    migrate: () => migrateToLatest(store.db, store.engine),
    close: release,
    ping: () => refuseNewer(store.db, store.engine),
    rehearsal: () => openRehearsal(store, ledger, composeLedger),

    importCases: (cases, context) => importCases(store, cases, context),
    openTitles: (query) => openTitles(store, query),
    closeTitles: (input) => closeTitles(store, input),
    takeDue: (query) => takeDue(store, query),
    loadCases: (ids) => loadCases(store, ids),
    findCases: (query) => findCases(store, query),

    startRun: (run) => startRun(store, run),
    portfolios: () => knownPortfolios(store),
    renamePortfolio: (input) => renamePortfolio(store, input),
    handOverPortfolio: (input) => handOverPortfolio(store, input),

    getRun: (id) => getRun(store, id),
    latestRun: (cadenceId, portfolio) => latestRun(store, cadenceId, portfolio),

    recordSteps: (records) => recordSteps(store, records),
    schedule: (entries) => schedule(store, entries),
    settle: (settled, how) => settle(store, settled, how),
    sync: () => sync(store),
    setTiers: (entries) => setTiers(store, entries),

    claim: (claims) => claim(store, claims),
    claimNow: (caseIds, decide) => claimNow(store, caseIds, decide),
    recordOutcomes: (outcomes) => recordOutcomes(store, outcomes),
    confirmContact: (input) => confirmContact(store, input),
    releaseClaims: (releases) => releaseClaims(store, releases),
    recordRefusals: (refusals) => recordRefusals(store, refusals),
    reconcileStale: (before, at) => reconcileStale(store, before, at),
    recordReceipts: (input) => recordReceipts(store, input),

    recordPayment: (payment) => recordPayment(store, payment),
    reversePayment: (input) => reversePayment(store, input),
    unmatchedPayments: (query) => unmatchedPayments(store, query),
    assignPayment: (input) => assignPayment(store, input),
    openDebts: (query) => openDebts(store, query),
    bookedPayments: (query) => bookedPayments(store, query),
    recordReply: (reply) => recordReply(store, reply),
    recordOptOut: (input) => recordOptOut(store, input),
    silenceContactPoint: (input) => silenceContactPoint(store, input),
    keepEvent: (event) => keepEvent(store, event),
    unattributedEvents: (query) => unattributedEvents(store, query),
    resolveEvent: (input) => resolveEvent(store, input),
    recordDispute: (input) => recordDispute(store, input),
    recordDefaultReason: (input) => recordDefaultReason(store, input),
    recordSurvey: (input) => recordSurvey(store, input),
    savePromise: (input) => savePromise(store, input),
    saveAgreement: (input) => saveAgreement(store, input),
    breakAgreement: (input) => breakAgreement(store, input),
    saveBureauEntry: (input) => saveBureauEntry(store, input),
    saveFiling: (input) => saveFiling(store, input),
    saveContactPoint: (input) => saveContactPoint(store, input),

    openTask: (task) => openTask(store, task),
    completeTask: (id, at) => completeTask(store, id, at),
    tasks: (query) => tasks(store, query),

    events: (caseId) => store.read((session) => eventsIn(session, [caseId])),
    contents: (caseId) => store.read((session) => contentsIn(session, [caseId])),
    registeredCases: (portfolio) => registeredCases(store, portfolio),
    stepCounts: (cadenceId, portfolio) => stepCounts(store, cadenceId, portfolio),
    dayReport: (query) => dayReport(store, query),

    portfoliosOf: (document) => portfoliosOf(store, document),
    exportDebtor: (document, portfolio) => exportDebtor(store, document, portfolio),
    eraseDebtor: (document, portfolio, at) => eraseDebtor(store, document, portfolio, at),
    eraseInactive: (before, at) => eraseInactive(store, before, at),
  };
  return ledger;
}
