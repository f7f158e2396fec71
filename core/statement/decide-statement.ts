import type { CivilDate } from '../civil-date.ts';
import { daysBetween } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import type { EntryMatch } from './match-entry.ts';
import { matchEntry, OpenDebtIndex } from './match-entry.ts';
import type { OpenDebt } from './open-debt.ts';
import { statementReferences } from './read-statement.ts';
import type { Statement, StatementEntry } from './statement.ts';

/** A payment that is booked already. */
export interface BookedPayment {
  readonly caseId: string;
  /** Absent when it came with a creditor's table. */
  readonly reference?: string;
  readonly amount: Cents;
  readonly paidOn: CivilDate;
}

export type EntryDecision = { readonly entry: StatementEntry; readonly reference: string } & (
  | EntryMatch
  /** Booked before, by this statement or another door. */
  | { readonly kind: 'known'; readonly caseId: string }
);

/** Between the day a debtor pays and the day a bank shows it: a boleto over a long holiday. */
export const DAYS_TO_CLEAR = 5;

/**
 * What becomes of each credit of a statement: known already, certainly somebody's, or for a person. What one credit pays another doesn't pay again, and a
 * payment of the same case with the same amount in the same days, told by another door, is never booked a second time without a person.
 * @param booked payments by these references, and those of the days of the statement (`DAYS_TO_CLEAR` more on both sides)
 */
export function decideStatement(
  statement: Pick<Statement, 'format' | 'entries'>,
  { openDebts, booked }: { readonly openDebts: readonly OpenDebt[]; readonly booked: readonly BookedPayment[] },
): EntryDecision[] {
  const references = statementReferences(statement);
  const known = new Map(booked.flatMap(({ reference, caseId }) => (reference === undefined ? [] : [[reference, caseId] as const])));
  const own = new Set(references.values());
  const index = new OpenDebtIndex(openDebts);
  const taken = new Set<OpenDebt>();
  const done = new Set<string>();
  const decisions: EntryDecision[] = [];
  for (const [entry, reference] of references) {
    // The same Pix twice in one file is one.
    if (done.has(reference)) continue;
    done.add(reference);
    const caseId = known.get(reference);
    if (caseId !== undefined) {
      decisions.push({ entry, reference, kind: 'known', caseId });
      continue;
    }
    const match = matchEntry(entry, index, taken);
    if (match.kind === 'match' && booked.some((payment) => isTwin(payment, match.debt, entry, own))) {
      const { debt, reasons } = match;
      const why = 'Já há um pagamento deste valor, nestes dias, lançado neste caso por outro caminho: confira se é o mesmo.';
      decisions.push({ entry, reference, kind: 'candidates', candidates: [{ debt, reasons }], more: 0, why });
      continue;
    }
    if (match.kind === 'match') for (const debt of index.byDocument.get(match.debt.document) ?? []) if (isPaidWith(debt, match.debt)) taken.add(debt);
    decisions.push({ entry, reference, ...match });
  }
  return decisions;
}

function isTwin({ caseId, reference, amount, paidOn }: BookedPayment, debt: OpenDebt, entry: StatementEntry, own: ReadonlySet<string>): boolean {
  if (caseId !== debt.caseId || amount !== entry.amount || (reference !== undefined && own.has(reference))) return false;
  return Math.abs(daysBetween(paidOn, entry.date)) <= DAYS_TO_CLEAR;
}

/** Itself; everything when a part is paid, and every part when everything is. */
const isPaidWith = (debt: OpenDebt, paid: OpenDebt): boolean =>
  debt === paid || (debt.caseId === paid.caseId && (debt.kind === 'everything' || paid.kind === 'everything'));
