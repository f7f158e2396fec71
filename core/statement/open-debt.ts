import type { Policies } from '../cadence/policies.ts';
import type { Case, Contact, Debt, Debtor } from '../case/index.ts';
import { agreementsInForce, balanceOf, openDebts } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { chargesFor } from '../payment/index.ts';
import { agreementCovering } from '../prescription/index.ts';

/** Something a debtor could pay with one transfer, and how such a transfer is known. */
export interface OpenDebt {
  readonly caseId: string;
  /** A title, an instalment of an agreement in force, or all that the case owes together. */
  readonly kind: 'debt' | 'installment' | 'everything';
  /** Of a title. */
  readonly debtId?: string;
  /** The title's number as the debtor knows it, or the instalment's; empty for everything. */
  readonly number: string;
  readonly dueDate?: CivilDate;
  /** CPF or CNPJ, normalised. */
  readonly document: string;
  readonly name: string;
  /** What somebody could pay for it, whatever the day: its value, what a message asked for, an instalment. Empty where it is paid in another way. */
  readonly amounts: readonly Cents[];
  /** What it costs on a day, with charges; asked only of debts that something else points to. */
  readonly costOn?: (day: CivilDate) => Cents;
}

/** What of a case tells who could pay what. */
export type OwingCase = Pick<Case, 'id' | 'debts' | 'agreements'> & {
  readonly debtor: Pick<Debtor, 'document' | 'name' | 'uf' | 'city'>;
  readonly contacts: readonly Pick<Contact, 'asked' | 'offered' | 'status'>[];
};

/** All that may be paid of a case: its open titles, the instalments of its agreements, and everything at once. */
export function openDebtsOf({ id, debtor, debts, agreements, contacts }: OwingCase, policies: Pick<Policies, 'contract' | 'cityHolidays'>): OpenDebt[] {
  const whose = { caseId: id, document: debtor.document, name: debtor.name };
  const place = { uf: debtor.uf, ...(debtor.city === undefined ? {} : { city: debtor.city }) };
  const open = openDebts({ debts });
  const asks = contacts.flatMap(({ asked, status }) => (asked && status !== 'failed' ? [asked] : []));
  /** What was offered for exactly these debts: the price, or what a plan begins with. */
  const offeredFor = (ids: ReadonlySet<string>): Cents[] =>
    contacts.flatMap(({ offered, status }) =>
      status === 'failed' || offered === undefined
        ? []
        : offered
            .filter(({ debtIds }) => debtIds.length === ids.size && debtIds.every((one) => ids.has(one)))
            .map(({ kind, total, entry, installments }) => (kind === 'cash' ? total : (entry ?? installments[0]?.amount ?? 0))),
    );
  const free = open.filter((debt) => agreementCovering({ agreements }, debt.id) === undefined);
  const costOf = (some: readonly Debt[]) => (day: CivilDate) => chargesFor(some, place, policies, day).total;

  const titles = open.map((debt): OpenDebt => {
    const one = { ...whose, kind: 'debt' as const, debtId: debt.id, number: debt.number, dueDate: debt.dueDate };
    if (!free.includes(debt)) return { ...one, amounts: [] };
    const asked = asks.flatMap((amounts) => amounts.flatMap(({ debtId, total }) => (debtId === debt.id ? [total] : [])));
    return { ...one, amounts: amountsOf(balanceOf(debt), ...asked, ...offeredFor(new Set([debt.id]))), costOn: costOf([debt]) };
  });
  const installments = agreementsInForce({ agreements }).flatMap((agreement) =>
    agreement.installments.flatMap(({ number, dueDate, amount, paidOn, paidAmount = 0, waived = 0 }): OpenDebt[] =>
      paidOn === undefined ? [{ ...whose, kind: 'installment', number: String(number), dueDate, amounts: amountsOf(amount - paidAmount - waived) }] : [],
    ),
  );
  if (free.length + installments.length < 2) return [...titles, ...installments];

  const agreed = installments.reduce((sum, { amounts }) => sum + (amounts[0] ?? 0), 0);
  const freeIds = new Set(free.map((debt) => debt.id));
  const askedTogether = asks.flatMap((amounts) =>
    amounts.length > 1 && amounts.every(({ debtId }) => freeIds.has(debtId)) ? [amounts.reduce((sum, { total }) => sum + total, 0)] : [],
  );
  const balance = free.reduce((sum, debt) => sum + balanceOf(debt), 0);
  const cost = costOf(free);
  const everything: OpenDebt = {
    ...whose,
    kind: 'everything',
    number: '',
    amounts: amountsOf(balance + agreed, ...askedTogether, ...offeredFor(freeIds)),
    costOn: (day) => cost(day) + agreed,
  };
  return [...titles, ...installments, everything];
}

const amountsOf = (...amounts: readonly Cents[]): readonly Cents[] => [...new Set(amounts)].filter((amount) => amount > 0);
