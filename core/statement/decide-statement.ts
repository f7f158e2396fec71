import type { CivilDate } from '../civil-date.ts';
import { addDays, daysBetween, earliest, latest } from '../civil-date.ts';
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
const DAYS_TO_CLEAR = 5;

/** In which payments may be the same as credits of a statement; undefined when nothing came in. */
export function daysToLookAt({ entries }: Pick<Statement, 'entries'>): { readonly from: CivilDate; readonly to: CivilDate } | undefined {
  const [first, ...others] = entries.map(({ date }) => date);
  if (first === undefined) return undefined;
  return { from: addDays(others.reduce(earliest, first), -DAYS_TO_CLEAR), to: addDays(others.reduce(latest, first), DAYS_TO_CLEAR) };
}

/**
 * What becomes of each credit of a statement: known already, certainly somebody's, or for a person. What one credit pays another doesn't pay again, and a
 * payment of the same case with the same amount in the same days, told by another door, is never booked a second time without a person.
 * @param booked payments by these references, and those of its days (`daysToLookAt`)
 */
export function decideStatement(
  statement: Pick<Statement, 'format' | 'entries'>,
  { openDebts, booked, today }: { readonly openDebts: readonly OpenDebt[]; readonly booked: readonly BookedPayment[]; readonly today: CivilDate },
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
    const doubt = match.kind === 'match' ? doubtAbout(entry, match.debt, { booked, own, today }) : undefined;
    if (match.kind === 'match' && doubt !== undefined) {
      const { debt, reasons } = match;
      decisions.push({ entry, reference, kind: 'candidates', candidates: [{ debt, reasons }], more: 0, why: doubt });
      continue;
    }
    if (match.kind === 'match') for (const debt of index.byDocument.get(match.debt.document) ?? []) if (isPaidWith(debt, match.debt)) taken.add(debt);
    decisions.push({ entry, reference, ...match });
  }
  return decisions;
}

/** Why what is certainly somebody's is not booked all the same. */
function doubtAbout(
  entry: StatementEntry,
  debt: OpenDebt,
  { booked, own, today }: { readonly booked: readonly BookedPayment[]; readonly own: ReadonlySet<string>; readonly today: CivilDate },
): string | undefined {
  if (entry.date > today) return 'É de um dia que ainda não chegou: lance-o quando o dinheiro estiver na conta.';
  if (booked.some((payment) => isTwin(payment, debt, entry, own)))
    return 'Já há um pagamento deste valor, nestes dias, lançado neste caso por outro caminho: confira se é o mesmo.';
  return undefined;
}

function isTwin({ caseId, reference, amount, paidOn }: BookedPayment, debt: OpenDebt, entry: StatementEntry, own: ReadonlySet<string>): boolean {
  if (caseId !== debt.caseId || amount !== entry.amount || (reference !== undefined && own.has(reference))) return false;
  return Math.abs(daysBetween(paidOn, entry.date)) <= DAYS_TO_CLEAR;
}

/** Itself; everything when a part is paid, and every part when everything is. */
const isPaidWith = (debt: OpenDebt, paid: OpenDebt): boolean =>
  debt === paid || (debt.caseId === paid.caseId && (debt.kind === 'everything' || paid.kind === 'everything'));
