import type { RemovalState } from '../../core/bureau/index.ts';
import type { BureauEntry } from '../../core/case/index.ts';
import type { CaseContext } from '../shared/for-each-case.ts';

export const isAlarming = (state: RemovalState): boolean => state.kind === 'alarm' || state.kind === 'overdue';

/** One urgent task an entry, however often its clock is looked at. */
export async function raiseAlarm(
  { item, subject, moment, parameters, ledger }: CaseContext<{ caseId: string; team: string }>,
  entry: BureauEntry,
  state: RemovalState,
): Promise<void> {
  await ledger.openTask({
    caseId: subject.id,
    ...(item.runId === undefined ? {} : { runId: item.runId }),
    kind: 'bureau-removal',
    title: `URGENTE: retirar a negativação de ${subject.debtor.name}`,
    instructions: state.reasons.join(' '),
    team: parameters.team.trim() || 'cobrança',
    dueOn: moment.today,
    createdAt: moment.now,
    key: `bureau-alarm:${entry.id}`,
  });
}
