import type { Policies } from '../cadence/policies.ts';
import type { Case, Debt } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, earliest, formatCivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import { chargesFor } from '../payment/charges-for.ts';
import { debtStandings, lastDayOfClaim } from '../prescription/index.ts';
import { pausingPromise } from '../step/promise.ts';
import { noticeState } from './notice.ts';

/** No record is kept for longer, whatever the contract or the prescription (CDC 43 §1; counted from the due date, REsp 1.316.117). */
export const MAX_RECORD_YEARS = 5;

export type BureauCode =
  | 'eligible'
  | 'paid'
  | 'agreement'
  | 'contested'
  | 'prescribed'
  | 'too-old'
  | 'not-overdue'
  | 'already-registered'
  | 'promise-open'
  | 'below-minimum'
  | 'notice-missing'
  | 'notice-not-proven'
  | 'notice-waiting';

export interface BureauEligibility {
  readonly eligible: boolean;
  readonly code: BureauCode;
  /** Portuguese, the deciding one first; notes for the person after it. */
  readonly reasons: readonly string[];
  /** When it becomes possible by time alone, if it does. */
  readonly earliestOn?: CivilDate;
  /** The debts that may be registered, and what they are worth; empty when refused. */
  readonly debtIds: readonly string[];
  readonly amount: Cents;
}

export type BureauPolicies = Pick<Policies, 'bureau' | 'prescription' | 'promise' | 'contract' | 'cityHolidays'>;

/**
 * May the case's debts be registered with a bureau on a day? Only debts that may be charged, are overdue, no older than five years, were
 * told of in a notice with proven delivery (CDC 43 §2, Súmula 359, Tema 1.315) in the anchor's cycle, and are not registered already.
 */
export function bureauEligibility(subject: Case, policies: BureauPolicies, on: CivilDate): BureauEligibility {
  const standings = debtStandings(subject, policies.prescription.years, on);
  const { chargeable } = standings;
  const anchor = chargeable[0];
  if (!anchor) {
    if (standings.agreed.length > 0) return refused('agreement', 'Há um acordo em vigor: a dívida não pode ser negativada.');
    if (standings.contested.length > 0) return refused('contested', 'A dívida está contestada: não pode ser negativada enquanto a contestação durar.');
    if (standings.prescribed.length > 0) return refused('prescribed', 'A dívida prescreveu: não pode ser negativada (CDC 43 §5).');
    return refused('paid', 'Não há dívida em aberto.');
  }
  const young = chargeable.filter((debt) => on <= lastDayOfClaim(debt.dueDate, MAX_RECORD_YEARS));
  if (young.length === 0) return refused('too-old', `A dívida venceu há mais de ${MAX_RECORD_YEARS} anos: nenhum cadastro pode guardá-la (CDC 43 §1).`);
  const overdue = young.filter((debt) => debt.dueDate < on);
  if (overdue.length === 0) return refused('not-overdue', `A dívida só vence em ${formatCivilDate(young[0]!.dueDate)}.`, addDays(young[0]!.dueDate, 1));
  const registered = registeredDebts(subject);
  const fresh = overdue.filter((debt) => !registered.has(debt.id));
  if (fresh.length === 0) return refused('already-registered', 'As dívidas já estão negativadas ou o pedido está em andamento.');
  const promise = pausingPromise(subject, policies, on);
  if (promise) return refused('promise-open', `O devedor prometeu pagar; espere até ${formatCivilDate(promise.pausedUntil)}.`, addDays(promise.pausedUntil, 1));

  const notice = noticeState(subject, anchor.id, policies, on);
  if (notice.kind === 'none') return refused('notice-missing', 'Falta o aviso prévio por escrito ao devedor (CDC 43 §2).');
  if (notice.kind === 'unproven') return refused('notice-not-proven', 'A entrega do aviso prévio não está comprovada (Tema 1.315).');
  // A debt that fell due after the notice left was not told of in it.
  const noticed = fresh.filter((debt) => debt.dueDate < notice.contact.localDate);
  if (noticed.length === 0)
    return refused('notice-missing', 'O aviso prévio saiu antes do vencimento destas dívidas: elas precisam de um aviso próprio (CDC 43 §2).');
  if (notice.kind === 'waiting')
    return refused(
      'notice-waiting',
      `O aviso chegou em ${formatCivilDate(notice.deliveredOn)}; o pedido pode ser feito a partir de ${formatCivilDate(notice.readyOn)}.`,
      notice.readyOn,
    );
  const amount = chargesFor(noticed, subject.debtor, policies, on).total;
  if (amount <= 0) return refused('paid', 'Não há valor em aberto.');
  if (amount < policies.bureau.minAmountCents)
    return refused('below-minimum', `O valor de ${formatMoney(amount)} é menor que o mínimo de ${formatMoney(policies.bureau.minAmountCents)} para negativar.`);
  return {
    eligible: true,
    code: 'eligible',
    reasons: [
      `Aviso entregue em ${formatCivilDate(notice.deliveredOn)} e prazo cumprido: pode ser negativada por ${formatMoney(amount)}.`,
      ...notes(subject, noticed, standings.contested.length),
    ],
    debtIds: noticed.map((debt) => debt.id),
    amount,
  };
}

function registeredDebts(subject: Pick<Case, 'bureauEntries'>): Set<string> {
  return new Set(subject.bureauEntries.filter((entry) => entry.status !== 'removed' && entry.status !== 'refused').flatMap((entry) => entry.debtIds));
}

function notes(subject: Case, debts: readonly Debt[], contested: number): string[] {
  const notes: string[] = [];
  if (subject.previousBureauEntry === true)
    notes.push('Há negativação anterior de outro credor: não impede o pedido, e pesa numa eventual ação por dano moral (Súmula 385).');
  if (contested > 0) notes.push(`${contested} ${contested === 1 ? 'dívida contestada fica' : 'dívidas contestadas ficam'} de fora.`);
  const leaves = debts.map((debt) => lastDayOfClaim(debt.dueDate, MAX_RECORD_YEARS)).reduce(earliest);
  notes.push(`O registro precisa sair até ${formatCivilDate(leaves)} (cinco anos do vencimento).`);
  return notes;
}

function refused(code: Exclude<BureauCode, 'eligible'>, reason: string, earliestOn?: CivilDate): BureauEligibility {
  return { eligible: false, code, reasons: [reason], ...(earliestOn === undefined ? {} : { earliestOn }), debtIds: [], amount: 0 };
}
