import type {
  Agreement,
  AskedAmount,
  BureauEntry,
  Case,
  Channel,
  Contact,
  ContactPoint,
  ContactStatus,
  DefaultReason,
  Filing,
  Instant,
  MessagePurpose,
  OfferedTerms,
  PromiseToPay,
  StepRecord,
} from '../core/case/index.ts';
import type { CadenceSettings } from '../core/cadence/settings.ts';
import type { CivilDate } from '../core/civil-date.ts';
import type { Cents } from '../core/money.ts';
import type { ReversalKind } from '../core/payment/index.ts';
import type { ImportedCase, KnownPortfolio, KnownTitle, PortfolioHolder } from '../core/portfolio/index.ts';
import type { DayReport } from '../core/report/index.ts';
import type { TaskKind } from '../core/run/index.ts';
import type { BookedPayment, OpenDebt } from '../core/statement/index.ts';
import type { PortfolioScope } from './portfolio-scope.ts';

/** What one import did with one debtor. */
export interface ImportOutcome {
  readonly caseId: string;
  readonly debtor: 'created' | 'updated' | 'unchanged';
  readonly debtsCreated: number;
  readonly debtsUpdated: number;
  /** Ways to reach a debtor that was known already which the table would change: they are held until they are accepted. */
  readonly contactChanges: readonly ContactChange[];
  /** Its telephones and e-mails that other debtors of the same creditor have, too. */
  readonly sharedContacts: readonly { readonly value: string; readonly others: number }[];
}

export interface ContactChange {
  readonly kind: ContactPoint['kind'];
  readonly value: string;
}

/** One dated pass over a portfolio with the settings it ran under, so that a later node, a report or an audit finds the same rules. */
export interface Run {
  readonly id: string;
  readonly cadenceId: string;
  readonly portfolio: string;
  readonly on: CivilDate;
  readonly startedAt: Instant;
  readonly settings: CadenceSettings;
  /** It was only rehearsed; kept so that later nodes find its settings. */
  readonly rehearsal?: true;
}

export interface ClaimInput {
  readonly caseId: string;
  readonly runId?: string;
  readonly cadenceId: string;
  readonly trackId?: string;
  readonly stepId: string;
  readonly blockId: string;
  /** The anchor's debt id: a new anchor opens the step again. */
  readonly cycle: string;
  readonly channel: Channel;
  readonly contactPointId?: string;
  readonly purpose: MessagePurpose;
  readonly at: Instant;
  /** By the clock itself, when `at` is of another day: how long it has been in flight. */
  readonly claimedAt?: Instant;
  readonly localDate: CivilDate;
  readonly costCents?: Cents;
  /** What it says that overdue debts cost: a payment of it soon after settles them. */
  readonly asked?: readonly AskedAmount[];
  /** What it offers: paid by its date, it settles the debts or starts its plan. */
  readonly offered?: readonly OfferedTerms[];
  /** Exact content as it leaves, for the evidence file. */
  readonly content: { readonly subject?: string; readonly text: string; readonly variant?: string };
  /** Refused when another contact of the same debtor would break these caps; checked in the same transaction as the claim. */
  readonly caps?: { readonly perDay: number; readonly perSevenDays: number };
}

export type ClaimResult =
  | { readonly kind: 'claimed'; readonly contactId: string }
  /** Somebody has it: what became of it stands in `contact`. */
  | { readonly kind: 'already'; readonly contact: Contact }
  /** The debtor's caps were reached by a claim made meanwhile. */
  | { readonly kind: 'capped' };

export interface ContactOutcome {
  readonly contactId: string;
  readonly status: ContactStatus;
  readonly at: Instant;
  /** Provider's id of the message; receipts come back with it. */
  readonly providerMessageId?: string;
  /** Already free of secrets. */
  readonly error?: string;
}

export interface Refusal {
  readonly caseId: string;
  readonly runId?: string;
  readonly cadenceId: string;
  readonly stepId: string;
  readonly blockId?: string;
  readonly cycle: string;
  readonly on: CivilDate;
  readonly at: Instant;
  readonly code: string;
  readonly reason: string;
  /** Set when it was only postponed. */
  readonly deferredUntil?: CivilDate;
}

export interface HumanTask {
  readonly id: string;
  readonly caseId: string;
  readonly runId?: string;
  readonly kind: TaskKind;
  readonly title: string;
  readonly instructions: string;
  readonly team: string;
  readonly dueOn: CivilDate;
  readonly status: 'open' | 'done';
  readonly createdAt: Instant;
  /** Unique together with the case: the same task is never opened twice. */
  readonly key: string;
}

export interface PaymentInput {
  /** Where its debt is looked for, and where its reference is unique. */
  readonly portfolio: PortfolioScope;
  /** Provider's id of the payment: the same one twice is applied once. */
  readonly reference: string;
  readonly amount: Cents;
  readonly paidOn: CivilDate;
  readonly at: Instant;
  /** Any one of these finds the debt; the most specific wins. */
  readonly debtId?: string;
  readonly debtNumber?: string;
  readonly caseId?: string;
  readonly document?: string;
}

export type PaymentResult =
  /** `settled`: the case has no open debt left. `debtIds`: debts that got money or were settled. `excess`: nothing was owed for it. */
  | { readonly kind: 'applied'; readonly caseId: string; readonly debtIds: readonly string[]; readonly settled: boolean; readonly excess: Cents }
  | { readonly kind: 'duplicate'; readonly caseId: string }
  /** Kept in `unmatched_payments` for a person; nothing is lost. */
  | { readonly kind: 'unmatched'; readonly reason: string };

/** Money that found no debt and waits for a person. */
export interface UnmatchedPayment {
  /** By whose door it came; '' = no portfolio was named. */
  readonly portfolio: string;
  readonly reference: string;
  readonly amount: Cents;
  readonly paidOn: CivilDate;
  readonly at: Instant;
  /** Portuguese: why it found none. */
  readonly reason: string;
  /** What it said of itself. */
  readonly debtNumber?: string;
  readonly caseId?: string;
  readonly document?: string;
  /** Set once it was placed or went back. */
  readonly resolvedAt?: Instant;
}

export interface ReversalInput {
  /** Where its payment is looked for. */
  readonly portfolio: PortfolioScope;
  /** The reversal's own id at the provider: the same one twice is applied once. */
  readonly reference: string;
  readonly paymentReference: string;
  readonly reversalKind: ReversalKind;
  /** A part of the payment; absent = all that is left of it. */
  readonly amount?: Cents;
  readonly on: CivilDate;
  readonly at: Instant;
  readonly note?: string;
}

export type ReversalResult =
  /** `debtIds` are owed again, `agreementIds` in force again. */
  | {
      readonly kind: 'reversed';
      readonly caseId: string;
      readonly amount: Cents;
      readonly debtIds: readonly string[];
      readonly agreementIds: readonly string[];
    }
  | { readonly kind: 'duplicate'; readonly caseId: string }
  | { readonly kind: 'refused'; readonly caseId: string; readonly reason: string }
  /** The payment had found no debt. */
  | { readonly kind: 'set-aside'; readonly reason: string }
  | { readonly kind: 'not-found'; readonly reason: string };

export interface LedgerEvent {
  readonly id: number;
  readonly caseId: string | null;
  readonly at: Instant;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface CaseQuery {
  readonly portfolio: PortfolioScope;
  readonly caseId?: string;
  readonly document?: string;
  readonly debtNumber?: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface FoundCase {
  readonly portfolio: string;
  readonly subject: Case;
  /** When the cadence looks at it again; null: only something that happens brings it back. */
  readonly nextActionOn: CivilDate | null;
  /** Why it was left in peace when the cadence looked: the last few times, newest first. */
  readonly leftInPeace: readonly LeftInPeace[];
}

/** A wait (nothing was due) or a refusal (something was, and the guard or a decision held it back). */
export interface LeftInPeace {
  readonly on: CivilDate;
  readonly code: string;
  /** Portuguese. */
  readonly reason: string;
  /** Until when it was put off, where that is known. */
  readonly until?: CivilDate;
}

/** Why nothing was due for a case when the cadence looked at it. */
export interface Wait {
  readonly code: string;
  /** Portuguese. */
  readonly reason: string;
  readonly on: CivilDate;
}

/** When a case is looked at again; null = when something happens. */
export interface NextLook {
  readonly caseId: string;
  readonly nextActionOn: CivilDate | null;
  /** Set when nothing was due: kept until the next look. */
  readonly wait?: Wait;
}

type StepToRecord = StepRecord & { readonly caseId: string; readonly runId?: string; readonly trackId?: string; readonly at: Instant };

/** What is written together of some cases. */
export interface Settled {
  readonly outcomes?: readonly ContactOutcome[];
  /** Claims by which surely nothing left. */
  readonly releases?: readonly { readonly contactId: string; readonly at: Instant; readonly error: string }[];
  readonly refusals?: readonly Refusal[];
  readonly tasks?: readonly Omit<HumanTask, 'id' | 'status'>[];
  readonly entries?: readonly (BureauEntry & { readonly caseId: string; readonly at: Instant })[];
  readonly filings?: readonly (Filing & { readonly caseId: string; readonly at: Instant })[];
  readonly steps?: readonly StepToRecord[];
  readonly looks?: readonly NextLook[];
}

/** What a provider tells of a message, by our id of the contact or its own of the message. */
export interface Receipt {
  readonly contactId?: string;
  readonly providerMessageId?: string;
  readonly status: 'delivered' | 'read' | 'failed';
  readonly at: Instant;
  readonly error?: string;
}
export type ReceiptResult = (Contact & { readonly caseId: string }) | undefined;

/** An event that came by a portfolio's door and belongs to nobody known. */
export interface UnattributedEvent {
  readonly id: string;
  /** '' = the cadence behind the door had not run yet and names none. */
  readonly portfolio: string;
  /** The cadence whose trigger it came by. */
  readonly door: string;
  readonly kind: string;
  readonly at: Instant;
  /** Portuguese: why it is nobody's. */
  readonly reason: string;
  /** The event as it was read. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly resolvedAt?: Instant;
  /** Whose it turned out to be. */
  readonly caseId?: string;
}

export interface EventToKeep {
  readonly portfolio: string;
  readonly door: string;
  /** The same key at the same door again changes nothing. */
  readonly key: string;
  readonly kind: string;
  readonly at: Instant;
  readonly reason: string;
  readonly body: object;
  /** Whom it is about, when nobody is known by that yet. */
  readonly subject?: { readonly by: 'document' | 'phone' | 'email'; readonly value: string };
  /** It asks to stop, on this channel or on all. */
  readonly stops?: Channel | 'all';
  /** Several fit: one of their cases gets the task to find out who it was. */
  readonly candidates?: readonly string[];
}

/**
 * The one durable record of what happened. Every method is a transaction; lists are taken whole or not at all.
 * The same interface and test suite serve SQLite and PostgreSQL. No method reads a clock: instants and dates are arguments.
 */
export interface Ledger {
  migrate(): Promise<void>;
  close(): Promise<void>;
  ping(): Promise<void>;
  /**
   * A ledger in memory that begins as a copy of this one, case by case as they are asked for: all that is done there answers as it would here, and nothing
   * of it comes here but the settings of the runs, marked as rehearsed. What can't be done there is refused with `rehearsal.unsupported`. To be closed.
   */
  rehearsal(): Promise<Ledger>;

  /**
   * One case per document and portfolio; debts by number. Repeating an import changes nothing; what is new makes the case due on `on`. What the ledger
   * learned is kept: paid debts stay paid, a "no" stays a "no", payments are never counted twice (the rules: `newPayments`).
   */
  importCases(
    cases: readonly ImportedCase[],
    context: {
      readonly portfolio: string;
      readonly on: CivilDate;
      readonly at: Instant;
      /**
       * What becomes of telephones, e-mails and addresses that a debtor who is known already did not have. `show` (the default): they come in unverified,
       * nothing personal goes there, and the outcome names them. `accept`: they count as the table says.
       */
      readonly contactChanges?: 'show' | 'accept';
    },
  ): Promise<ImportOutcome[]>;

  /** Every title the portfolio has open and in no agreement in force, or those of some people, by document. */
  openTitles(query: { readonly portfolio: string; readonly documents?: readonly string[] }): Promise<KnownTitle[]>;

  /**
   * Titles that the creditor's own table says are not to be charged any more: `paid` for good, `cancelled` until a table has them open again. What is
   * no longer open stays as it is; the cases are due on `on`, to end what was under way. @returns how many were open
   */
  closeTitles(input: {
    readonly titles: readonly { readonly caseId: string; readonly debtId: string; readonly because: string }[];
    readonly as: 'paid' | 'cancelled';
    readonly on: CivilDate;
    readonly at: Instant;
  }): Promise<number>;

  /**
   * Takes up to `limit` cases whose next action has come, longest due first, and leases them to this execution until `now + leaseMs` or
   * `schedule`; parallel executions get disjoint batches.
   */
  takeDue(query: {
    readonly portfolio: string;
    readonly on: CivilDate;
    readonly now: Instant;
    readonly limit: number;
    readonly leaseMs: number;
    readonly owner: string;
  }): Promise<Case[]>;
  /** Cases of a portfolio with a bureau entry that stands or is being asked for or removed. */
  registeredCases(portfolio: string): Promise<string[]>;
  /** Unknown ids are left out. Load again right before the guard: a payment may have come since `takeDue`. */
  loadCases(ids: readonly string[]): Promise<Map<string, Case>>;
  /** The most specific of what is given decides. All that fit within the portfolio, those with open debts first, of those the newest. Documents in any spelling. */
  findCases(query: CaseQuery): Promise<FoundCase[]>;

  /**
   * The same id again changes nothing. A portfolio has one cadence and one creditor: another's run is refused, and so is a cadence that ran for another
   * creditor. The first run on a portfolio takes it.
   * @throws ReguaError `portfolio.other-creditor`, `portfolio.other-cadence`, `portfolio.cadence-of-other-creditor`
   */
  startRun(run: Run): Promise<void>;
  /** By name, with who works it; those that nobody has run yet are among them. */
  portfolios(): Promise<KnownPortfolio[]>;
  /**
   * Gives a portfolio another name, with everybody and everything in it.
   * @throws ReguaError `portfolio.name`, `portfolio.unknown`, `portfolio.taken`
   */
  renamePortfolio(input: { readonly from: string; readonly to: string; readonly at: Instant }): Promise<{ readonly cases: number }>;
  /**
   * Lets another cadence of the same creditor work a portfolio from now on.
   * @throws ReguaError `portfolio.unknown`, `portfolio.other-creditor`
   */
  handOverPortfolio(input: { readonly portfolio: string; readonly cadenceId: string; readonly at: Instant }): Promise<PortfolioHolder>;
  /** Rehearsed ones too. */
  getRun(id: string): Promise<Run | undefined>;
  /** The newest run of a cadence, never a rehearsed one, over the portfolio if one is named; event branches work under its settings. */
  latestRun(cadenceId: string, portfolio?: string): Promise<Run | undefined>;

  /** One record per case, cadence, step and cycle; `done` is never taken back, nor `skipped` save by `done`. */
  recordSteps(records: readonly StepToRecord[]): Promise<void>;
  /**
   * `nextActionOn: null` = nothing more to do until an event. Ends the lease. An event that came during the lease (a payment, a dispute, a promise, an
   * agreement, an import) keeps the case due all the same.
   */
  schedule(entries: readonly NextLook[]): Promise<void>;
  /**
   * What became of some cases, in one transaction: outcomes and claims given back, refusals, tasks (each once by its key), entries, filings, steps, next
   * looks. @returns the tasks, in the order they were given
   * @param how.durable false: a power cut may undo it until the next claim or `sync`; what was sent is then in doubt, never sent again. A crash of the
   * process undoes nothing.
   * @throws ReguaError `ledger.case-unknown`, `ledger.contact-unknown`
   */
  settle(settled: Settled, how?: { readonly durable?: boolean }): Promise<{ readonly task: HumanTask; readonly created: boolean }[]>;
  /** From here on not even a power cut undoes what was written. */
  sync(): Promise<void>;
  setTiers(entries: readonly { readonly caseId: string; readonly tierId: string }[]): Promise<void>;

  /**
   * Claims before sending, one result per input in the same order. A block of a step in a cycle is claimed once, whatever the channel; only when all
   * earlier attempts are `failed` may another channel be claimed, never one that was tried. Failed attempts don't count against the caps; every other
   * contact with the same document does, in any portfolio.
   * @throws ReguaError `ledger.case-unknown`; then nothing of the list was claimed
   */
  claim(claims: readonly ClaimInput[]): Promise<ClaimResult[]>;
  /**
   * The same for cases as they stand in the very transaction that claims: `decide` sees everything that was recorded before, and nothing can be recorded
   * about these cases between what it saw and the claim. It may be asked again when two transactions met.
   */
  claimNow(caseIds: readonly string[], decide: (cases: ReadonlyMap<string, Case>) => readonly ClaimInput[]): Promise<ClaimResult[]>;
  /**
   * Statuses only move forward: claimed → unknown → composed → sent → failed → delivered → read → answered.
   * @throws ReguaError `ledger.contact-unknown`
   */
  recordOutcomes(outcomes: readonly ContactOutcome[]): Promise<void>;
  /** Takes back claims by which surely nothing left (the provider was not reached), so that the channel may be used later. */
  releaseClaims(releases: readonly { readonly contactId: string; readonly at: Instant; readonly error: string }[]): Promise<void>;
  /**
   * What a person found out about a message: that it left or arrived, or that it did not. What did not leave is given back, its step is open again and the
   * case due on `on`; the task that asked is done. @returns whose it is, and which block's
   * @throws ReguaError `ledger.contact-unknown`
   */
  confirmContact(input: {
    readonly contactId: string;
    readonly status: 'sent' | 'delivered' | 'failed';
    readonly on: CivilDate;
    readonly at: Instant;
    readonly providerMessageId?: string;
    readonly error?: string;
  }): Promise<{ readonly caseId: string; readonly blockId: string }>;
  recordRefusals(refusals: readonly Refusal[]): Promise<void>;
  /** Claims made before `before`, by the clock, that never got an outcome become `unknown` and open a task to reconcile. */
  reconcileStale(before: Instant, at: Instant): Promise<number>;
  /**
   * What providers tell of messages, in one transaction; one result each. A receipt that overtakes its outcome is kept, applied later, and gives undefined.
   */
  recordReceipts(input: { readonly portfolio: string; readonly receipts: readonly Receipt[] }): Promise<ReceiptResult[]>;

  /**
   * Finds the debt, imputes the amount by the contract terms of the portfolio's newest run (a named debt, an agreement's instalments, then the oldest
   * debts), settles what is covered, keeps promises, and makes the case due the same day.
   * @throws ReguaError `ledger.payment`
   */
  recordPayment(payment: PaymentInput): Promise<PaymentResult>;
  /**
   * Takes a payment back, whole or in part (estorno, chargeback, Pix MED): debts, instalments and promises stand as if that money had not come, and the
   * case is due the same day. What was sent and done in the cycle stays done.
   * @throws ReguaError `ledger.reversal`
   */
  reversePayment(input: ReversalInput): Promise<ReversalResult>;
  /** Payments that found no debt, oldest first; those still to be placed unless `all` is asked for. */
  unmatchedPayments(query: { readonly portfolio: PortfolioScope; readonly status?: 'open' | 'all' }): Promise<UnmatchedPayment[]>;
  /**
   * Places one of them on what a person names, within the portfolio by whose door it came.
   * @throws ReguaError `ledger.unmatched-unknown`, `ledger.unmatched-which`, `ledger.unmatched-target`
   */
  assignPayment(input: {
    readonly reference: string;
    readonly portfolio: PortfolioScope;
    readonly at: Instant;
    readonly debtId?: string;
    readonly debtNumber?: string;
    readonly caseId?: string;
    readonly document?: string;
  }): Promise<PaymentResult>;
  /** All that waits to be paid: open titles, instalments, everything a case owes at once, each with the sums somebody could pay for it. */
  openDebts(query: { readonly portfolio: PortfolioScope }): Promise<OpenDebt[]>;
  /** Payments that were booked by one of these references, or paid within these days. */
  bookedPayments(query: {
    readonly portfolio: PortfolioScope;
    readonly references: readonly string[];
    readonly from: CivilDate;
    readonly to: CivilDate;
  }): Promise<BookedPayment[]>;
  recordReply(reply: { readonly caseId: string; readonly channel: Channel; readonly text: string; readonly at: Instant }): Promise<void>;
  recordOptOut(input: { readonly caseId: string; readonly channel: Channel | 'all'; readonly at: Instant }): Promise<void>;
  /**
   * Nothing more goes to this telephone or e-mail on that channel, to none of the debtors of the portfolio's creditor who have it, now or by a later import.
   */
  silenceContactPoint(input: { readonly portfolio: string; readonly value: string; readonly channel: Channel | 'all'; readonly at: Instant }): Promise<void>;
  /** Keeps an event that belongs to nobody known. An import that brings who it is from applies what it asks for. */
  keepEvent(event: EventToKeep): Promise<void>;
  /** Oldest first; those still to be placed unless `all` is asked for. */
  unattributedEvents(query: { readonly portfolio: PortfolioScope; readonly status?: 'open' | 'all' }): Promise<UnattributedEvent[]>;
  /**
   * A person said whose it was, or that it is nobody's; the task that asked is done. Its effects are recorded by their own operations.
   * @throws ReguaError `ledger.event-unknown`
   */
  resolveEvent(input: { readonly id: string; readonly caseId?: string; readonly at: Instant }): Promise<void>;
  recordDispute(input: {
    readonly caseId: string;
    readonly debtIds?: readonly string[];
    readonly on: CivilDate;
    readonly at: Instant;
    readonly resolved?: boolean;
    readonly text?: string;
  }): Promise<void>;
  recordDefaultReason(input: { readonly caseId: string; readonly reason: DefaultReason; readonly at: Instant }): Promise<void>;
  recordSurvey(input: { readonly caseId: string; readonly score: number; readonly comment?: string; readonly at: Instant }): Promise<void>;
  savePromise(input: PromiseToPay & { readonly caseId: string; readonly at: Instant }): Promise<void>;
  /**
   * The same id again changes nothing: payments and breaches are recorded by their own operations.
   * @throws ReguaError `ledger.agreement-overlap` when an agreement in force covers one of its debts
   */
  saveAgreement(input: Agreement & { readonly caseId: string; readonly at: Instant }): Promise<void>;
  /**
   * Ends an agreement in force: what was paid under it goes to its debts, each payment on its own date, charges first (Código Civil 354). Gives the case
   * as it stands then; an agreement that is not in force is left as it is.
   * @throws ReguaError `ledger.agreement-unknown`
   */
  breakAgreement(input: {
    readonly caseId: string;
    readonly agreementId: string;
    readonly on: CivilDate;
    readonly at: Instant;
    /** The caller has the case in a run and goes on with it; otherwise it becomes due. */
    readonly inRun?: boolean;
  }): Promise<Case>;
  saveBureauEntry(input: BureauEntry & { readonly caseId: string; readonly at: Instant }): Promise<void>;
  saveFiling(input: Filing & { readonly caseId: string; readonly at: Instant }): Promise<void>;
  saveContactPoint(input: ContactPoint & { readonly caseId: string; readonly at: Instant }): Promise<void>;

  openTask(task: Omit<HumanTask, 'id' | 'status'>): Promise<{ readonly task: HumanTask; readonly created: boolean }>;
  completeTask(id: string, at: Instant): Promise<void>;
  tasks(query: { readonly status?: 'open' | 'done'; readonly caseId?: string }): Promise<HumanTask[]>;

  events(caseId: string): Promise<LedgerEvent[]>;
  /** Messages as they were written, for the evidence file. */
  contents(
    caseId: string,
  ): Promise<{ readonly contact: Contact; readonly subject?: string; readonly text: string; readonly providerMessageId?: string; readonly error?: string }[]>;
  /** Cases by the last step entered, for the designer's live counts; of one portfolio if it is named. */
  stepCounts(cadenceId: string, portfolio?: string): Promise<{ readonly stepId: string; readonly cases: number }[]>;
  /** What a day did to a portfolio: contacts, who was left in peace and why, what waits for a person. */
  dayReport(query: { readonly portfolio: string; readonly on: CivilDate }): Promise<DayReport>;

  /** The portfolios that hold a CPF or CNPJ, by name, each with how many debts are open there. */
  portfoliosOf(document: string): Promise<{ readonly portfolio: string; readonly openDebts: number }[]>;
  /** Everything held about one CPF or CNPJ in the portfolios asked for; each case names its own. */
  exportDebtor(document: string, portfolio: PortfolioScope): Promise<Record<string, unknown> | undefined>;
  /** Erases personal data in the portfolios asked for, keeps the anonymous figures; returns how many cases were touched. */
  eraseDebtor(document: string, portfolio: PortfolioScope, at: Instant): Promise<number>;
  /**
   * Erases likewise every debtor with no open debt, no agreement in force, no bureau entry requested or standing, no filing prepared or in court, and
   * nothing recorded since `before` (that day not included, Brasília); an import that changes the debtor counts as something recorded. Returns how many
   * cases were touched. Early receipts and events of nobody from before that day go with them.
   */
  eraseInactive(before: CivilDate, at: Instant): Promise<number>;
}
