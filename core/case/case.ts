import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { Channel } from './channel.ts';

/** An instant in UTC, ISO 8601 with `Z`. */
export type Instant = string;

export type DebtorKind = 'person' | 'company';

/** A telephone, e-mail or address of a debtor. */
export interface ContactPoint {
  readonly id: string;
  readonly kind: 'mobile' | 'landline' | 'email' | 'address';
  /** Normalised: `+5511987654321`, `ana@exemplo.example`, or the address on one line. */
  readonly value: string;
  /** False when the format is wrong or the provider said it does not exist. */
  readonly valid: boolean;
  /** The debtor confirmed that this point is theirs; itemised values go only to verified or creditor-registered points. */
  readonly verified: boolean;
  /** Channels for which the debtor said yes (true) or no (false) on this point; absent = never asked. */
  readonly consent: Readonly<Partial<Record<Channel, boolean>>>;
}

export interface Payment {
  readonly date: CivilDate;
  readonly amount: Cents;
  /** Provider's identification, for idempotency of the payment event. */
  readonly reference?: string;
}

/** A rest of a debt that the creditor let go beside a payment (Código Civil 385): no money came for it, and the reason is kept. */
export interface Waiver {
  readonly date: CivilDate;
  readonly amount: Cents;
  /** Portuguese, for the debtor's table. */
  readonly reason: string;
}

/** One título. */
export interface Debt {
  readonly id: string;
  /** What the debtor knows it by: invoice or title number. */
  readonly number: string;
  readonly description?: string;
  readonly principal: Cents;
  readonly issuedOn?: CivilDate;
  readonly dueDate: CivilDate;
  readonly payments: readonly Payment[];
  /** Agreed reduction of the principal, in cents. */
  readonly abatement: Cents;
  /** Rests let go after the charges; absent = none. */
  readonly waivers?: readonly Waiver[];
  readonly status: 'open' | 'paid' | 'cancelled';
  /** Set while the debtor contests this debt (CDC 54-G). */
  readonly contestedOn?: CivilDate;
  /** Pix copia-e-cola or boleto line the creditor already issued for it. */
  readonly paymentCode?: string;
}

/** Why the debtor fell behind, as they told it. */
export const DEFAULT_REASONS = ['unemployment', 'illness', 'forgot', 'disputed', 'income-drop', 'bereavement', 'other'] as const;
export type DefaultReason = (typeof DEFAULT_REASONS)[number];

export interface Debtor {
  readonly id: string;
  readonly name: string;
  /** CPF or CNPJ, normalised and unmasked; mask wherever it is shown or logged. */
  readonly document: string;
  readonly kind: DebtorKind;
  /** Two-letter state; decides time zone, holidays and contact windows. */
  readonly uf: string;
  readonly city?: string;
  readonly address?: string;
  readonly contactPoints: readonly ContactPoint[];
  readonly preferredChannel?: Channel;
  /** Everything this client ever bought, in cents. */
  readonly lifetimeValue: Cents;
  readonly customerSince?: CivilDate;
  readonly invoicesPaid: number;
  readonly invoicesPaidOnTime: number;
  readonly defaultReason?: DefaultReason;
  /** Channels the debtor asked this creditor not to use, in whichever portfolio; `all` closes every channel. */
  readonly optedOut: readonly (Channel | 'all')[];
}

export type ContactStatus =
  /** Claimed before the provider was called; the outcome is not known yet. */
  | 'claimed'
  | 'composed'
  | 'sent'
  | 'delivered'
  | 'read'
  | 'answered'
  /** The provider refused or could not deliver it. */
  | 'failed'
  /** A crash between claim and outcome: settled by receipt or by a person, never sent again blindly. */
  | 'unknown';

export const MESSAGE_PURPOSES = ['reminder', 'charge', 'formal', 'offer', 'bureau-notice', 'legal-notice', 'thanks', 'survey', 'agreement', 'other'] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/** What a message said that an overdue debt costs. */
export interface AskedAmount {
  readonly debtId: string;
  readonly total: Cents;
}

/** A way to settle that a message told of: paying it by its date settles the debts, or starts the plan (CDC 30). */
export interface OfferedTerms {
  readonly id: string;
  readonly kind: 'cash' | 'installments';
  /** The debts it is about. */
  readonly debtIds: readonly string[];
  /** Owed that day with charges. */
  readonly original: Cents;
  readonly total: Cents;
  /** Payable by `validUntil`; null when there is none. */
  readonly entry: Cents | null;
  /** Without the entry. */
  readonly installments: readonly { readonly number: number; readonly dueDate: CivilDate; readonly amount: Cents }[];
  readonly validUntil: CivilDate;
}

/** One attempt on one channel. */
export interface Contact {
  readonly id: string;
  readonly cadenceId: string;
  readonly trackId?: string;
  readonly stepId: string;
  readonly blockId: string;
  /** The anchor's debt id when it was made. */
  readonly cycle: string;
  readonly channel: Channel;
  readonly contactPointId?: string;
  readonly purpose: MessagePurpose;
  readonly status: ContactStatus;
  readonly at: Instant;
  /** The date of `at` where the debtor is. */
  readonly localDate: CivilDate;
  /** When delivery was proven by a receipt (Tema 1.315). */
  readonly deliveredAt?: Instant;
  readonly answeredAt?: Instant;
  readonly costCents?: Cents;
  /** What it asked for; absent when it asked for nothing that was overdue. */
  readonly asked?: readonly AskedAmount[];
  /** What it offered; absent when it offered nothing. */
  readonly offered?: readonly OfferedTerms[];
}

/** A step's record in one cycle; what `chooseStep` reads to know what was done. */
export interface StepRecord {
  readonly cadenceId: string;
  readonly stepId: string;
  readonly cycle: string;
  /** `done` counts as executed; `deferred` comes back; `skipped` was refused for good; `entered` was handed on, outcome not recorded. */
  readonly status: 'entered' | 'done' | 'deferred' | 'skipped';
  readonly on: CivilDate;
  readonly reason?: string;
}

export interface PromiseToPay {
  readonly id: string;
  readonly madeOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly amount: Cents;
  readonly status: 'open' | 'kept' | 'broken';
}

export interface AgreementInstallment {
  readonly number: number;
  readonly dueDate: CivilDate;
  readonly amount: Cents;
  readonly paidOn?: CivilDate;
  readonly paidAmount?: Cents;
  /** A rest that is not asked for any more. */
  readonly waived?: Cents;
}

export interface Agreement {
  readonly id: string;
  readonly madeOn: CivilDate;
  readonly debtIds: readonly string[];
  readonly originalTotal: Cents;
  readonly total: Cents;
  readonly installments: readonly AgreementInstallment[];
  readonly status: 'active' | 'completed' | 'broken';
  readonly brokenOn?: CivilDate;
}

/** Negativação of the case's debts in one bureau. */
export interface BureauEntry {
  readonly id: string;
  readonly provider: string;
  readonly debtIds: readonly string[];
  readonly amount: Cents;
  readonly status: 'requested' | 'registered' | 'refused' | 'removal-requested' | 'removed';
  readonly requestedOn: CivilDate;
  readonly registeredOn?: CivilDate;
  readonly removalRequestedOn?: CivilDate;
  readonly removedOn?: CivilDate;
}

export interface Filing {
  readonly id: string;
  readonly preparedOn: CivilDate;
  readonly amount: Cents;
  readonly status: 'prepared' | 'filed' | 'closed';
  readonly filedOn?: CivilDate;
  readonly docket?: string;
}

/** One debtor with all open debts to one creditor, and everything that was done about them: what every decision reads. */
export interface Case {
  readonly id: string;
  readonly debtor: Debtor;
  readonly debts: readonly Debt[];
  readonly contacts: readonly Contact[];
  /** Contacts with the same person about debts in other portfolios: they count against the caps. Absent = none. */
  readonly contactsElsewhere?: readonly Contact[];
  readonly steps: readonly StepRecord[];
  readonly promises: readonly PromiseToPay[];
  readonly agreements: readonly Agreement[];
  readonly bureauEntries: readonly BureauEntry[];
  readonly filings: readonly Filing[];
  /** The tier it was given last, for what happens outside a run: an offer accepted by the debtor, the text of a thank-you. */
  readonly tierId?: string;
  /** A bureau entry by somebody else that existed before ours (Súmula 385), when known. */
  readonly previousBureauEntry?: boolean;
}

/** Debts that are still to be paid, oldest due date first (ties by id). */
export function openDebts(subject: Pick<Case, 'debts'>): Debt[] {
  return subject.debts.filter((debt) => debt.status === 'open').sort((a, b) => (a.dueDate < b.dueDate ? -1 : a.dueDate > b.dueDate ? 1 : a.id < b.id ? -1 : 1));
}

/** What is left of a debt without charges: its value less what was taken off and paid. */
export function balanceOf({ principal, abatement, payments }: Pick<Debt, 'principal' | 'abatement' | 'payments'>): Cents {
  return principal - abatement - payments.reduce((sum, { amount }) => sum + amount, 0);
}

/** The anchor: the case's oldest open debt that is not contested; steps count their days from its due date. */
export function anchorOf(subject: Pick<Case, 'debts'>): Debt | undefined {
  return openDebts(subject).find((debt) => debt.contestedOn === undefined);
}

/** The agreements in force: several when each covers other debts. */
export function agreementsInForce(subject: Pick<Case, 'agreements'>): Agreement[] {
  return subject.agreements.filter((agreement) => agreement.status === 'active');
}
