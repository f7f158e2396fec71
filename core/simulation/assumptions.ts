import type { Channel, MessagePurpose } from '../case/index.ts';
import type { StepTaskKind } from '../run/tasks.ts';

/**
 * How debtors are assumed to respond. Not measured and not evidence: round figures to start from, that whoever knows the portfolio
 * replaces by its own. Percentages 0–100; factors multiply a chance, 1 changes nothing.
 */
export interface Assumptions {
  /** Chance a day that an overdue debtor pays without having been asked. */
  readonly spontaneousDailyPercent: number;
  /** Chance that a debt not yet due is paid by its due date anyway. */
  readonly paysOnTimePercent: number;
  readonly channels: Readonly<Record<Channel, ChannelAssumptions>>;
  /** Factor on the chance of an answer, by what the message is for. */
  readonly purposes: Readonly<Record<MessagePurpose, number>>;
  /** Factor by tier id; a tier that is absent has 1. */
  readonly tiers: Readonly<Record<string, number>>;
  /** The chance of an answer halves after so many days overdue; 0 = age changes nothing. */
  readonly ageHalvesEveryDays: number;
  /** Factor for each contact beyond the third in thirty days: insistence tires. */
  readonly insistenceFactor: number;
  /** What an answer turns out to be, in shares that are weighed against each other; the rest to 100 is an answer without consequence. */
  readonly answers: {
    readonly pays: number;
    readonly promises: number;
    /** Counts only where the step carried an offer; otherwise it becomes a payment. */
    readonly agrees: number;
    readonly disputes: number;
    readonly optsOut: number;
  };
  /** How an offer moves people. Nothing that was published fits every portfolio: these are assumptions to be replaced by one's own experience. */
  readonly offers: {
    /** Factor on the chance of an answer, for each 10% off what is owed. */
    readonly answerPerTenPercent: number;
    /** Factor on the chance of an answer when it may be paid in instalments. */
    readonly answerWithInstallments: number;
    /** Factor on the share of answers that close an agreement, for each 10% off. */
    readonly agreesPerTenPercent: number;
  };
  /** What each kind of task, and each answer, takes of a person, minutes. */
  readonly minutes: Readonly<Record<StepTaskKind | 'reply', number>>;
  /** Days between the answer and the money. */
  readonly paymentLagDays: { readonly min: number; readonly max: number };
  /** Of those who pay: only the oldest debt, when there are several. */
  readonly paysOnlyOldestPercent: number;
  /** Of those who pay: half of it only. */
  readonly paysPartPercent: number;
  readonly promiseKeptPercent: number;
  /** Of those who agree: in instalments, when the policy has them. */
  readonly choosesInstallmentsPercent: number;
  readonly installmentPaidPercent: number;
  /** Chance to pay within thirty days of being registered, and of being sued. */
  readonly paysAfterRegistrationPercent: number;
  readonly paysAfterFilingPercent: number;
}

export interface ChannelAssumptions {
  readonly deliveredPercent: number;
  /** Of what is delivered: with a proof of delivery. */
  readonly provenPercent: number;
  /** Of what is delivered. */
  readonly answeredPercent: number;
}

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  spontaneousDailyPercent: 0.15,
  paysOnTimePercent: 60,
  channels: {
    email: { deliveredPercent: 92, provenPercent: 30, answeredPercent: 4 },
    sms: { deliveredPercent: 90, provenPercent: 95, answeredPercent: 5 },
    whatsapp: { deliveredPercent: 88, provenPercent: 100, answeredPercent: 12 },
    voice: { deliveredPercent: 55, provenPercent: 100, answeredPercent: 10 },
    letter: { deliveredPercent: 90, provenPercent: 70, answeredPercent: 6 },
  },
  purposes: { reminder: 1, charge: 1, formal: 1.1, offer: 1.6, 'bureau-notice': 1.8, 'legal-notice': 1.5, thanks: 0, survey: 0, agreement: 1, other: 0.5 },
  tiers: {},
  ageHalvesEveryDays: 120,
  insistenceFactor: 0.85,
  answers: { pays: 45, promises: 20, agrees: 20, disputes: 3, optsOut: 2 },
  offers: { answerPerTenPercent: 1.15, answerWithInstallments: 1.1, agreesPerTenPercent: 1.2 },
  minutes: { 'hand-off': 12, 'bureau-request': 5, 'bureau-removal': 5, 'small-claims': 60, letter: 4, reply: 3 },
  paymentLagDays: { min: 0, max: 4 },
  paysOnlyOldestPercent: 30,
  paysPartPercent: 8,
  promiseKeptPercent: 60,
  choosesInstallmentsPercent: 55,
  installmentPaidPercent: 88,
  paysAfterRegistrationPercent: 18,
  paysAfterFilingPercent: 25,
};
