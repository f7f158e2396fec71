import { useMemo } from 'react';
import { anchorOf, type Case } from '../../../core/case/index.ts';
import { addDays, daysBetween, type CivilDate } from '../../../core/civil-date.ts';
import { previewCases } from '../portfolio/people.ts';
import { usePortfolio } from '../portfolio/store.ts';
import { today } from './today.ts';

/** The people to choose from are as many as a list can show; search finds the rest. */
const LISTED = 40;

export interface PreviewCase {
  readonly cases: readonly Case[];
  readonly subject: Case;
  /** The date on which the step would reach this case. */
  readonly on: CivilDate;
  readonly choose: (caseId: string) => void;
}

/** Whom the previews show, with dates moved so that today is the given day of the ruler for them. */
export function usePreviewCase(day: number): PreviewCase {
  const cases = usePortfolio((state) => state.cases);
  const shownId = usePortfolio((state) => state.shownId);
  return useMemo(() => {
    const on = today();
    const list = cases.length > 0 ? cases.slice(0, LISTED) : previewCases(addDays(on, -day));
    const chosen = list.find((subject) => subject.id === shownId) ?? cases.find((subject) => subject.id === shownId) ?? list[0]!;
    return { cases: list, subject: alignedTo(chosen, addDays(on, -day)), on, choose: (id) => usePortfolio.setState({ shownId: id }) };
  }, [cases, shownId, day]);
}

/** The same case with its debts moved in time, so that the oldest falls due on `dueDate`. */
function alignedTo(subject: Case, dueDate: CivilDate): Case {
  const anchor = anchorOf(subject);
  if (!anchor || anchor.dueDate === dueDate) return subject;
  const shift = daysBetween(anchor.dueDate, dueDate);
  return {
    ...subject,
    debts: subject.debts.map((debt) => ({
      ...debt,
      dueDate: addDays(debt.dueDate, shift),
      payments: debt.payments.map((payment) => ({ ...payment, date: addDays(payment.date, shift) })),
    })),
  };
}
