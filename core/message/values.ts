import type { CadenceSettings } from '../cadence/settings.ts';
import type { Agreement, AgreementInstallment, Case, Channel, Debt, Payment } from '../case/index.ts';
import { agreementsInForce, openDebts } from '../case/index.ts';
import type { DebtCharges, DebtsCharges } from '../charges/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, daysBetween, formatCivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { maskDocument } from '../identity/index.ts';
import { formatMoney } from '../money.ts';
import { chargeableDebts } from '../prescription/index.ts';
import { breakdown, breakdownShort } from './breakdown.ts';
import { displayDocument, displayName, displayPhone, greetingName } from './display.ts';
import { optOutInstructions } from './opt-out.ts';
import { pixCodeFor } from './pix-code.ts';

/** The part of an offer (core/offer) that messages speak of. Amounts in cents. */
export interface MessageOffer {
  readonly kind: 'cash' | 'installments';
  readonly total: Cents;
  readonly entry?: Cents | null | undefined;
  readonly installments: readonly { readonly number: number; readonly dueDate: CivilDate; readonly amount: Cents }[];
  readonly savings: Cents;
  readonly validUntil: CivilDate;
  readonly description: string;
}

export interface PaymentWays {
  /** Page where this case sees and pays its debts. */
  readonly link?: string | undefined;
  /** Pix copia-e-cola, or a boleto's line. */
  readonly pix?: string | undefined;
}

/** A payment that an event told of. */
export interface ReceivedPayment {
  readonly amount: Cents;
  /** What nothing was owed for. */
  readonly excess: Cents;
}

export interface ValuesInput {
  readonly subject: Case;
  readonly settings: CadenceSettings;
  /** `chargeDebts` of the open, uncontested debts, oldest first. */
  readonly charges: DebtsCharges;
  readonly channel: Channel;
  readonly offers?: readonly MessageOffer[] | undefined;
  readonly payment?: PaymentWays | undefined;
  /** The payment it answers; without it, the latest one of the debts. */
  readonly received?: ReceivedPayment | undefined;
  /** The agreement it speaks of; without it, the one in force whose instalment is due first. */
  readonly agreementId?: string | undefined;
  readonly on: CivilDate;
}

/** A template's values: the tree that MESSAGE_VARIABLES describes. A value that the case or creditor lacks is absent. */
export type MessageValues = Readonly<Record<string, unknown>>;

/**
 * Debts a message may speak of on a day, oldest first; what `charges` has to be about: open, not contested (CDC 54-G), in no agreement in
 * force, not prescribed. Where none is left, the open uncontested ones, so that an answer about an agreement can still name them: the
 * guard lets no charge out then.
 */
export function collectibleDebts(subject: Pick<Case, 'debts' | 'agreements'>, on: CivilDate, prescriptionYears = 5): Debt[] {
  const chargeable = chargeableDebts(subject, prescriptionYears, on);
  return chargeable.length > 0 ? [...chargeable] : openDebts(subject).filter((debt) => debt.contestedOn === undefined);
}

/** Fills the catalogue for one case. */
export function messageValues(input: ValuesInput): MessageValues {
  const { subject, settings, charges, channel, on } = input;
  const debts = collectibleDebts(subject, on, settings.policies.prescription.years);
  const anchor = debts[0];
  const offers = input.offers ?? [];
  const agreement = agreementSpokenOf(subject, input.agreementId);
  const nextInstallment = agreement && nextOf(agreement);
  const lines =
    debts.length === charges.debts.length
      ? debts.map((debt, index) => debtLine(debt, charges.debts[index]!, on))
      : debts.map((debt) => debtLine(debt, undefined, on));

  return {
    debtor: debtorValues(subject),
    debt: {
      number: anchor?.number,
      description: anchor?.description || undefined,
      dueDate: anchor && formatCivilDate(anchor.dueDate),
      daysOverdue: anchor ? Math.max(0, daysBetween(anchor.dueDate, on)) : 0,
      daysUntilDue: anchor ? Math.max(0, daysBetween(on, anchor.dueDate)) : 0,
      count: debts.length,
      list:
        lines.length > 0
          ? lines.map((line) => `${line.number}, ${line.overdue ? 'vencido' : 'com vencimento'} em ${line.dueDate}, ${line.total}`).join('; ')
          : undefined,
    },
    debts: lines,
    amount: {
      total: formatMoney(charges.total),
      principal: formatMoney(charges.principal),
      fine: formatMoney(charges.fine),
      interest: formatMoney(charges.interest),
      correction: formatMoney(charges.correction),
      charges: formatMoney(charges.fine + charges.interest + charges.correction),
      paid: formatMoney(charges.paid),
      breakdown: breakdown(charges),
      breakdownShort: breakdownShort(charges),
    },
    payment: paymentValues(input, debts),
    creditor: {
      name: settings.creditor.name || undefined,
      document: settings.creditor.document ? displayDocument(settings.creditor.document) : undefined,
      address: creditorAddress(settings) || undefined,
    },
    contact: contactValues(settings, channel),
    optOut: { instructions: optOutInstructions(channel, settings) },
    offer: offerValues(offers),
    offers: offers.map(offerLine),
    agreement: agreement && {
      total: formatMoney(agreement.total),
      count: agreement.installments.length,
      remaining: formatMoney(agreement.installments.reduce((sum, one) => sum + (one.paidOn === undefined ? one.amount - (one.paidAmount ?? 0) : 0), 0)),
      installment: nextInstallment && installmentValues(nextInstallment),
    },
    lastPayment: lastPaymentValues(input),
    notice: { waitDays: settings.policies.bureau.noticeWaitDays, answerBy: formatCivilDate(addDays(on, settings.policies.bureau.noticeWaitDays)) },
    benefits: {
      paying: offers.some((offer) => offer.savings > 0)
        ? 'você paga menos do que deve hoje e os juros param de contar'
        : 'os juros param de contar e tudo fica em dia',
    },
    today: formatCivilDate(on),
  };
}

const nextOf = (agreement: Agreement): AgreementInstallment | undefined => agreement.installments.find(({ paidOn }) => paidOn === undefined);

function agreementSpokenOf(subject: Case, id: string | undefined): Agreement | undefined {
  const inForce = agreementsInForce(subject);
  const dueOn = (agreement: Agreement): CivilDate => nextOf(agreement)?.dueDate ?? '9999-12-31';
  return inForce.find((agreement) => agreement.id === id) ?? inForce.sort((a, b) => (dueOn(a) < dueOn(b) ? -1 : 1))[0];
}

function debtorValues({ debtor }: Case): Record<string, unknown> {
  const name = displayName(debtor.name);
  return {
    name: name || undefined,
    firstName: greetingName(debtor) || undefined,
    // Read by few templates and dear to make: made when asked for.
    get documentMasked() {
      return maskDocument(debtor.document);
    },
  };
}

interface DebtLine {
  readonly number: string;
  readonly description: string | undefined;
  readonly dueDate: string;
  readonly overdue: boolean;
  readonly daysOverdue: number;
  readonly principal: string;
  readonly total: string;
  readonly [field: string]: unknown;
}

function debtLine(debt: Debt, charges: DebtCharges | undefined, on: CivilDate): DebtLine {
  return {
    number: debt.number,
    description: debt.description || undefined,
    dueDate: formatCivilDate(debt.dueDate),
    overdue: debt.dueDate < on,
    daysOverdue: Math.max(0, daysBetween(debt.dueDate, on)),
    principal: formatMoney(debt.principal),
    fine: formatMoney(charges?.fine ?? 0),
    interest: formatMoney(charges?.interest ?? 0),
    correction: formatMoney(charges?.correction ?? 0),
    total: formatMoney(charges?.total ?? debt.principal),
    breakdown: charges ? breakdown(charges) : formatMoney(debt.principal),
  };
}

function paymentValues({ subject, settings, payment, channel, charges }: ValuesInput, debts: readonly Debt[]): Record<string, unknown> {
  const template = settings.creditor.paymentUrl;
  const link = payment?.link ?? (template ? template.replace(/\{\{\s*caseId\s*\}\}/g, encodeURIComponent(subject.id)) : undefined);
  // One debt's own code pays only that debt: with several it would look like the whole amount.
  const issued = payment?.pix ?? (debts.length === 1 ? debts[0]!.paymentCode : undefined);
  const copied = channel === 'whatsapp' || channel === 'email' || channel === 'letter';
  const pix = (): string | undefined => issued || (copied ? pixCodeFor(settings.creditor, subject.id, charges.total) : undefined);
  const pixKey = settings.creditor.pixKey || undefined;
  return {
    link: link || undefined,
    get pix() {
      return pix();
    },
    pixKey,
    short: link || (pixKey && `Pix ${pixKey}`) || undefined,
    instructions: paymentInstructions(link, link ? issued : pix(), pixKey),
  };
}

/** A code that we made ourselves stays out when there is a page: the page shows the value of the day it is opened. Page and copy-and-paste code each on a line of its own, so that a thumb can select the code; the key only when there is neither. */
export function paymentInstructions(link: string | undefined, pix: string | undefined, pixKey: string | undefined): string | undefined {
  const ways = [
    link && `Para ver e pagar: ${link}`,
    pix && `${pix.startsWith('000201') ? 'Pix copia e cola' : 'Código para pagar'}:\n${pix}`,
    !link && !pix && pixKey && `Chave Pix: ${pixKey}`,
  ];
  return ways.filter((way) => way !== undefined && way !== '' && way !== false).join('\n') || undefined;
}

/** Who is on the phone wants one number, not three addresses. */
function contactValues({ creditor }: CadenceSettings, channel: Channel): Record<string, unknown> {
  const phone = creditor.phone ? displayPhone(creditor.phone) : undefined;
  const whatsapp = creditor.whatsapp ? displayPhone(creditor.whatsapp) : undefined;
  const email = creditor.email || undefined;
  const ways = [phone && `ligue para ${phone}`, whatsapp && `chame no WhatsApp ${whatsapp}`, email && `escreva para ${email}`].filter(
    (way) => way !== undefined,
  );
  if (channel === 'voice' && ways.length > 1) ways.length = 1;
  return { phone, whatsapp, email, short: whatsapp ?? phone ?? email, person: ways.length > 0 ? joinOr(ways) : undefined };
}

function joinOr(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ou ${parts.at(-1)!}`;
}

function creditorAddress({ creditor }: CadenceSettings): string {
  const has = (part: string) => part !== '' && !creditor.address.toLowerCase().includes(part.toLowerCase());
  return [creditor.address, has(creditor.city) ? creditor.city : '', creditor.city && has(creditor.city) ? creditor.uf : '']
    .filter((part) => part !== '')
    .join(', ');
}

function offerValues(offers: readonly MessageOffer[]): Record<string, unknown> | undefined {
  if (offers.length === 0) return undefined;
  const cash = offers.find((offer) => offer.kind === 'cash');
  // The longest plan is the one whose instalment is smallest: what somebody short of money asks first.
  const plans = offers.filter((offer) => offer.kind === 'installments');
  const plan = plans.reduce<MessageOffer | undefined>(
    (longest, offer) => (longest && longest.installments.length >= offer.installments.length ? longest : offer),
    undefined,
  );
  const savings = Math.max(...offers.map((offer) => offer.savings));
  const planLine = plan && offerLine(plan);
  return {
    cash: cash && { total: formatMoney(cash.total), savings: positive(cash.savings), validUntil: formatCivilDate(cash.validUntil) },
    installments: planLine && { ...planLine, summary: installmentsSummary(plan) },
    savings: positive(savings),
    validUntil: formatCivilDate(offers.reduce((first, offer) => (offer.validUntil < first ? offer.validUntil : first), offers[0]!.validUntil)),
    summary: offers.map((offer) => `- ${offerSentence(offer)}`).join('\n'),
  };
}

const positive = (cents: Cents): string | undefined => (cents > 0 ? formatMoney(cents) : undefined);

function offerLine(offer: MessageOffer): Record<string, unknown> {
  const [first] = offer.installments;
  return {
    kind: offer.kind,
    description: offerSentence(offer),
    total: formatMoney(offer.total),
    savings: positive(offer.savings),
    entry: offer.entry ? formatMoney(offer.entry) : undefined,
    count: offer.installments.length,
    amount: first && formatMoney(first.amount),
    firstDueDate: first && formatCivilDate(first.dueDate),
    validUntil: formatCivilDate(offer.validUntil),
  };
}

function offerSentence(offer: MessageOffer): string {
  const saving = offer.savings > 0 ? ` (você economiza ${formatMoney(offer.savings)})` : '';
  return offer.kind === 'cash' ? `À vista: ${formatMoney(offer.total)}${saving}` : `${installmentsSummary(offer)}${saving}`;
}

function installmentsSummary({ entry, installments, total }: MessageOffer): string {
  const [first] = installments;
  if (!first) return formatMoney(total);
  const count = installments.length;
  const amounts =
    count === 1
      ? `1 parcela de ${formatMoney(first.amount)} em ${formatCivilDate(first.dueDate)}`
      : `${count} parcelas de ${formatMoney(first.amount)}, a primeira em ${formatCivilDate(first.dueDate)}`;
  return entry ? `Entrada de ${formatMoney(entry)} e ${amounts}` : amounts;
}

const installmentValues = (installment: AgreementInstallment): Record<string, unknown> => ({
  number: installment.number,
  amount: formatMoney(installment.amount),
  dueDate: formatCivilDate(installment.dueDate),
});

function lastPaymentValues({ subject, received, on }: ValuesInput): Record<string, unknown> | undefined {
  const last = latestPayment(subject);
  const amount = received?.amount ?? last?.amount;
  if (amount === undefined) return undefined;
  return {
    amount: formatMoney(amount),
    excess: received && received.excess > 0 ? formatMoney(received.excess) : undefined,
    date: formatCivilDate(last?.date ?? on),
  };
}

/** The latest act of paying: one payment that went to several debts is one sum, told by its reference. */
function latestPayment(subject: Case): Payment | undefined {
  const payments = subject.debts.flatMap((debt) => debt.payments);
  let last: Payment | undefined;
  for (const payment of payments) if (!last || payment.date >= last.date) last = payment;
  if (last?.reference === undefined) return last;
  const { reference } = last;
  return { ...last, amount: payments.filter((payment) => payment.reference === reference).reduce((sum, payment) => sum + payment.amount, 0) };
}
