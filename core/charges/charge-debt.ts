import type { CivilDate } from '../civil-date.ts';
import { addDays, daysBetween, formatCivilDate, toDayNumber } from '../civil-date.ts';
import { ReguaError } from '../errors.ts';
import type { Cents } from '../money.ts';
import { formatMoney, percentOf, productOf, roundCents } from '../money.ts';
import type { ContractTerms, EarlyDiscount } from './contract-terms.ts';
import type { RateStep } from './correction.ts';
import { correctionFactor } from './correction.ts';
import { correctedPeriod } from './corrected-period.ts';
import { Exact } from './exact.ts';
import type { WorkedPeriod } from './formula.ts';
import { fineFormula, formatPercent, legalInterestFormula, simpleInterestFormula, workingOf } from './formula.ts';
import type { IndexSeries, IndexTables } from './index-tables.ts';
import { SERIES_NAMES, SHIPPED_TABLES } from './index-tables.ts';
import { TAXA_LEGAL_START } from './legal-limits.ts';
import { legalRate } from './taxa-legal.ts';
import type { YearMonth } from './year-month.ts';
import { formatMonth } from './year-month.ts';

export interface Payment {
  readonly date: CivilDate;
  /** Positive cents. */
  readonly amount: Cents;
}

export interface DebtInput {
  /** Face value, cents, zero or more. */
  readonly principal: Cents;
  readonly dueDate: CivilDate;
  readonly payments?: readonly Payment[] | undefined;
  /** Taken off the principal before any charge (abatimento); at most the principal. */
  readonly abatement?: Cents | undefined;
  /** Rests let go on a day, after the charges; what exceeds the debt counts for nothing. */
  readonly waivers?: readonly WaivedRest[] | undefined;
}

export interface WaivedRest extends Payment {
  /** Portuguese, shown beside the amount. */
  readonly reason: string;
}

export interface ChargeOptions {
  /**
   * The first business day on or after a date, where the debt is payable. When given, a due date on a holiday or weekend moves
   * to it and arrears count from there (Código Civil 132 §1).
   */
  readonly nextBusinessDay?: ((date: CivilDate) => CivilDate) | undefined;
}

export type ChargeItemName = 'principal' | 'fine' | 'interest' | 'correction' | 'discount' | 'abatement' | 'payment' | 'credit';

/** A line of the "memória de cálculo". The amounts of all lines add up to the total; what is taken off is negative. */
export interface ChargeItem {
  readonly name: ChargeItemName;
  /** Portuguese, for a debtor. */
  readonly label: string;
  readonly amount: Cents;
  /** Portuguese notation, for a judge. */
  readonly formula: string;
  /** Month by month, where an index or the Taxa Legal was used. */
  readonly steps?: readonly RateStep[];
}

export interface ChargeWarning {
  readonly code: 'index.missing-months' | 'taxa-legal.before-start' | 'payment.after-date';
  /** Portuguese sentence. */
  readonly message: string;
  /** Months that lack a value, for `index.missing-months`. */
  readonly months?: readonly YearMonth[];
}

export interface DebtCharges {
  readonly principal: Cents;
  readonly fine: Cents;
  readonly interest: Cents;
  readonly correction: Cents;
  readonly discount: Cents;
  /** What was taken off the principal, and the rests let go later. */
  readonly abatement: Cents;
  /** Payments up to `asOf`. */
  readonly paid: Cents;
  /** Paid beyond what was owed; to be given back or used on another debt. */
  readonly credit: Cents;
  /** Owed on `asOf`: principal + fine + interest + correction − discount − abatement − paid + credit. Never negative. */
  readonly total: Cents;
  /** What `total` is made of, after imputation. */
  readonly outstanding: { readonly principal: Cents; readonly correction: Cents; readonly interest: Cents; readonly fine: Cents };
  /** Days since the (effective) due date while something is owed; 0 before it and once settled. */
  readonly daysOverdue: number;
  readonly asOf: CivilDate;
  /** The day of the payment that settled the debt. */
  readonly settledOn?: CivilDate;
  readonly items: readonly ChargeItem[];
  readonly warnings: readonly ChargeWarning[];
}

/**
 * What a debt is worth on a day, with the working shown.
 *
 * Order and rounding: fine once, on what was unpaid at the due date; correction on the principal; interest, simple, on the corrected
 * principal. A late payment goes to interest, then fine, then correction and principal (Código Civil 354), and interest runs on
 * what is left; interest never earns interest. Each item is rounded half up once per period between payments, so once when there is none.
 * Deflation counts month by month, and what is owed never falls under its nominal value (STJ, REsp 1.361.191).
 *
 * @throws ReguaError `charges.principal`, `charges.abatement`, `charges.payment`, `date.unreadable`
 */
export function chargeDebt(
  input: DebtInput,
  terms: ContractTerms,
  on: CivilDate,
  tables: IndexTables = SHIPPED_TABLES,
  options: ChargeOptions = {},
): DebtCharges {
  const abatement = input.abatement ?? 0;
  checkInput(input, abatement, on);
  const due = options.nextBusinessDay ? options.nextBusinessDay(input.dueDate) : input.dueDate;
  const lastTimelyDay = addDays(due, terms.graceDays);
  const payments = (input.payments ?? []).filter((payment) => payment.date <= on).sort((a, b) => daysBetween(b.date, a.date));
  const base = input.principal - abatement;
  const early = terms.earlyDiscount ? discountOn(terms.earlyDiscount, base, due, payments, on) : undefined;
  const discount = early?.amount ?? 0;

  const account = new Account(base - discount, due, terms, tables);
  const receipts = inOrder(payments, input.waivers, on);
  for (const receipt of receipts) if (receipt.date <= lastTimelyDay) account.take(receipt);
  if (on > lastTimelyDay && account.owes()) {
    account.fallOverdue();
    for (const receipt of receipts) {
      if (receipt.date <= lastTimelyDay) continue;
      account.accrueTo(receipt.date);
      account.take(receipt);
    }
    account.accrueTo(on);
  } else {
    for (const receipt of receipts) if (receipt.date > lastTimelyDay) account.take(receipt);
  }

  const { fine, interest, correction, credit } = account;
  const total = account.total();
  const itemised = (): ChargeItem[] => {
    const items: ChargeItem[] = [
      {
        name: 'principal',
        label: 'Valor original',
        amount: input.principal,
        formula: `Vencimento em ${formatCivilDate(input.dueDate)}${due === input.dueDate ? '' : `, prorrogado para ${formatCivilDate(due)} (dia útil)`}`,
      },
    ];
    if (abatement > 0) items.push({ name: 'abatement', label: 'Abatimento', amount: -abatement, formula: 'Concedido pelo credor, antes dos encargos' });
    if (early !== undefined && discount > 0)
      items.push({ name: 'discount', label: 'Desconto por pagamento antecipado', amount: -discount, formula: early.formula });
    if (account.corrections.length > 0) {
      items.push({
        name: 'correction',
        label: `Correção monetária (${SERIES_NAMES[terms.correctionIndex as IndexSeries]})`,
        amount: correction,
        formula: workingOf(account.corrections),
        steps: account.correctionSteps,
      });
    }
    if (fine > 0) items.push({ name: 'fine', label: `Multa de ${formatPercent(terms.finePercent)}`, amount: fine, formula: account.fineFormula() });
    if (account.interestPeriods.length > 0) {
      items.push({
        name: 'interest',
        label: terms.legalInterest ? 'Juros pela Taxa Legal' : `Juros de ${formatPercent(terms.interestMonthlyPercent)} ao mês`,
        amount: interest,
        formula: workingOf(account.interestPeriods),
        ...(account.legalSteps.length > 0 ? { steps: account.legalSteps } : {}),
      });
    }
    for (const payment of payments)
      items.push({
        name: 'payment',
        label: `Pagamento em ${formatCivilDate(payment.date)}`,
        amount: -payment.amount,
        formula: `Recebido: ${formatMoney(payment.amount)}`,
      });
    for (const { date, amount, reason } of account.waived)
      items.push({ name: 'abatement', label: `Abatimento do resto em ${formatCivilDate(date)}`, amount: -amount, formula: reason });
    if (credit > 0) items.push({ name: 'credit', label: 'Crédito a devolver', amount: credit, formula: 'Pago além do devido' });
    return items;
  };
  let items: readonly ChargeItem[] | undefined;
  const paid = payments.reduce((sum, payment) => sum + payment.amount, 0);
  return {
    principal: input.principal,
    fine,
    interest,
    correction,
    discount,
    abatement: abatement + account.waived.reduce((sum, rest) => sum + rest.amount, 0),
    paid,
    credit,
    total,
    outstanding: { principal: account.openPrincipal, correction: account.openCorrection, interest: account.openInterest, fine: account.openFine },
    daysOverdue: total > 0 ? Math.max(0, daysBetween(due, on)) : 0,
    asOf: on,
    ...(account.settledOn === undefined ? {} : { settledOn: account.settledOn }),
    // Written when they are read: most counts are asked for their sum only.
    get items() {
      return (items ??= itemised());
    },
    warnings: [...account.warnings(), ...laterPayments(input, payments.length, on)],
  };
}

type Receipt = (Payment & { readonly reason?: undefined }) | WaivedRest;

/** By date; on one day money comes before what is let go. */
function inOrder(payments: readonly Payment[], waivers: readonly WaivedRest[] | undefined, on: CivilDate): readonly Receipt[] {
  if (waivers === undefined) return payments;
  const waived = waivers.filter((waiver) => waiver.date <= on);
  return [...payments, ...waived].sort((a, b) => daysBetween(b.date, a.date));
}

/** The running balance between payments. Mutable and private to this file. */
class Account {
  fine: Cents = 0;
  interest: Cents = 0;
  correction: Cents = 0;
  credit: Cents = 0;
  openPrincipal: Cents;
  openCorrection: Cents = 0;
  openInterest: Cents = 0;
  openFine: Cents = 0;
  settledOn: CivilDate | undefined;
  readonly waived: WaivedRest[] = [];
  fineFormula = (): string => '';
  readonly interestPeriods: WorkedPeriod[] = [];
  readonly corrections: WorkedPeriod[] = [];
  readonly correctionSteps: RateStep[] = [];
  readonly legalSteps: RateStep[] = [];
  readonly #terms: ContractTerms;
  readonly #tables: IndexTables;
  readonly #missing = new Map<IndexSeries, Set<YearMonth>>();
  #cursor: CivilDate;
  /** Below 1 while the value corrected so far is under the nominal one: later inflation makes up for it first. */
  #carried = new Exact(1);
  #daysBeforeTaxaLegal = 0;

  constructor(principal: Cents, due: CivilDate, terms: ContractTerms, tables: IndexTables) {
    this.openPrincipal = principal;
    this.#cursor = due;
    this.#terms = terms;
    this.#tables = tables;
  }

  total(): Cents {
    return this.openPrincipal + this.openCorrection + this.openInterest + this.openFine;
  }

  owes(): boolean {
    return this.total() > 0;
  }

  take(receipt: Receipt): void {
    const owed = this.owes();
    let left = receipt.amount;
    const settle = (open: Cents): Cents => {
      const part = Math.min(open, left);
      left -= part;
      return open - part;
    };
    this.openInterest = settle(this.openInterest);
    this.openFine = settle(this.openFine);
    this.openCorrection = settle(this.openCorrection);
    this.openPrincipal = settle(this.openPrincipal);
    if (receipt.reason === undefined) this.credit += left;
    else if (receipt.amount > left) this.waived.push({ ...receipt, amount: receipt.amount - left });
    if (owed && !this.owes()) this.settledOn = receipt.date;
  }

  fallOverdue(): void {
    this.fine = percentOf(this.openPrincipal, this.#terms.finePercent);
    this.openFine = this.fine;
    const base = this.openPrincipal;
    this.fineFormula = () => fineFormula(base, this.#terms.finePercent);
  }

  accrueTo(date: CivilDate): void {
    const from = this.#cursor;
    this.#cursor = date;
    if (date === from || !this.owes()) return;
    this.#correct(from, date);
    if (this.#terms.legalInterest) this.#addLegalInterest(from, date);
    else this.#addContractedInterest(from, date);
  }

  #correct(from: CivilDate, to: CivilDate): void {
    const index = this.#terms.correctionIndex;
    if (index === 'none') return;
    const { factor, steps, missing } = correctionFactor(this.#tables, index, from, to, this.#terms.correctionMethod);
    this.#note(index, missing);
    if (steps.length === 0) return;
    const period = correctedPeriod({
      principal: this.openPrincipal,
      openCorrection: this.openCorrection,
      carried: this.#carried,
      factor,
      steps,
      seriesName: SERIES_NAMES[index],
    });
    this.#carried = period.carried;
    this.correction += period.change;
    this.openCorrection += period.change;
    this.corrections.push(period);
    this.correctionSteps.push(...steps);
  }

  #addContractedInterest(from: CivilDate, to: CivilDate): void {
    const percent = this.#terms.interestMonthlyPercent;
    if (Number(percent) === 0) return;
    const base = this.openPrincipal + this.openCorrection;
    const days = daysBetween(from, to);
    this.#addInterest(productOf(base, percent, days, 3000), () => simpleInterestFormula(base, percent, days));
  }

  #addLegalInterest(from: CivilDate, to: CivilDate): void {
    const base = this.openPrincipal + this.openCorrection;
    const { percent, steps, missing, daysBeforeStart } = legalRate(this.#tables, from, to);
    this.#note('taxa-legal', missing);
    this.#daysBeforeTaxaLegal += daysBeforeStart;
    const before = this.#terms.interestBeforeTaxaLegalPercent;
    const rateBefore = new Exact(before).times(daysBeforeStart).div(30);
    if (steps.length === 0 && rateBefore.eq(0)) return;
    const formula = (): string => legalInterestFormula(base, steps, rateBefore.gt(0) ? { percent: before, days: daysBeforeStart } : undefined);
    this.#addInterest(roundCents(percent.plus(rateBefore).times(base).div(100)), formula);
    this.legalSteps.push(...steps);
  }

  #addInterest(amount: Cents, formula: () => string): void {
    this.interest += amount;
    this.openInterest += amount;
    this.interestPeriods.push({
      change: amount,
      get formula() {
        return formula();
      },
    });
  }

  #note(series: IndexSeries, months: readonly YearMonth[]): void {
    if (months.length === 0) return;
    const known = this.#missing.get(series) ?? new Set();
    for (const month of months) known.add(month);
    this.#missing.set(series, known);
  }

  warnings(): ChargeWarning[] {
    const warnings: ChargeWarning[] = [];
    for (const [series, months] of this.#missing) warnings.push(missingMonths(series, [...months].sort()));
    if (this.#daysBeforeTaxaLegal > 0) warnings.push(beforeTaxaLegal(this.#daysBeforeTaxaLegal, this.#terms.interestBeforeTaxaLegalPercent));
    return warnings;
  }
}

interface GrantedDiscount {
  readonly amount: Cents;
  readonly formula: string;
}

/** The discount counts on a day inside its term, and stays when what was paid inside the term, with it, settles the debt. */
function discountOn(discount: EarlyDiscount, base: Cents, due: CivilDate, payments: readonly Payment[], on: CivilDate): GrantedDiscount | undefined {
  const lastDay = addDays(due, -discount.untilDaysBeforeDue);
  const offered = Math.min(base, 'percent' in discount ? percentOf(base, discount.percent) : discount.amount);
  const paidInTerm = payments.reduce((sum, payment) => (payment.date <= lastDay ? sum + payment.amount : sum), 0);
  // Who already paid the full face value inside the term is not owed the discount as a credit.
  const amount = Math.min(offered, Math.max(0, base - paidInTerm));
  // A discount is for paying: where it is worth the whole debt, time passing alone does not earn it.
  if (on > lastDay && (paidInTerm === 0 || paidInTerm + offered < base)) return undefined;
  const rule = 'percent' in discount ? `${formatMoney(base)} × ${formatPercent(discount.percent)}` : formatMoney(discount.amount);
  const full = 'percent' in discount ? percentOf(base, discount.percent) : discount.amount;
  const until = `para pagamento até ${formatCivilDate(lastDay)}`;
  return { amount, formula: amount === full ? `${rule}, ${until}` : `${formatMoney(amount)}, o que faltava pagar (${rule}, ${until})` };
}

function checkInput(input: DebtInput, abatement: Cents, on: CivilDate): void {
  toDayNumber(on);
  toDayNumber(input.dueDate);
  if (!Number.isSafeInteger(input.principal) || input.principal < 0) {
    throw new ReguaError('charges.principal', 'O valor da dívida precisa ser zero ou mais, em centavos inteiros.', { field: 'principal' });
  }
  if (!Number.isSafeInteger(abatement) || abatement < 0 || abatement > input.principal) {
    throw new ReguaError('charges.abatement', 'O abatimento precisa ficar entre zero e o valor da dívida.', { field: 'abatement' });
  }
  for (const payment of input.payments ?? []) {
    toDayNumber(payment.date);
    if (!Number.isSafeInteger(payment.amount) || payment.amount <= 0) {
      throw new ReguaError('charges.payment', 'Cada pagamento precisa de um valor maior que zero, em centavos inteiros.', { field: 'payments' });
    }
  }
}

function laterPayments(input: DebtInput, counted: number, on: CivilDate): ChargeWarning[] {
  const later = (input.payments?.length ?? 0) - counted;
  if (later === 0) return [];
  const what = later === 1 ? '1 pagamento posterior' : `${later} pagamentos posteriores`;
  return [{ code: 'payment.after-date', message: `Há ${what} a ${formatCivilDate(on)}, fora desta conta.` }];
}

function missingMonths(series: IndexSeries, months: readonly YearMonth[]): ChargeWarning {
  const names = months.length > 6 ? `${formatMonth(months[0]!)} a ${formatMonth(months.at(-1)!)} (${months.length} meses)` : months.map(formatMonth).join(', ');
  const what = months.length === 1 ? `Falta o valor de ${names}` : `Faltam os valores de ${names}`;
  return {
    code: 'index.missing-months',
    message: `${what} na tabela ${series === 'taxa-legal' ? 'da Taxa Legal' : `do ${SERIES_NAMES[series]}`}: esse período ficou fora da conta. Atualize a tabela de índices e calcule de novo.`,
    months,
  };
}

function beforeTaxaLegal(days: number, percent: string): ChargeWarning {
  const start = formatCivilDate(TAXA_LEGAL_START);
  const how =
    Number(percent) === 0
      ? 'não foram cobrados juros por eles'
      : `foram cobrados juros simples de ${formatPercent(percent)} ao mês por eles, como você definiu`;
  return {
    code: 'taxa-legal.before-start',
    message: `A Taxa Legal começou em ${start}. Há ${days} ${days === 1 ? 'dia de atraso anterior' : 'dias de atraso anteriores'} a essa data: ${how}. Confira com um advogado qual taxa vale para esse período.`,
  };
}
