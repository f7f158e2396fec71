import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { advanceEntry, removalState } from '../../core/bureau/index.ts';
import type { RemovalState } from '../../core/bureau/index.ts';
import { addBusinessDays } from '../../core/calendar/index.ts';
import type { BureauEntry } from '../../core/case/index.ts';
import type { CaseContext } from '../shared/for-each-case.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { closes } from '../shared/step-journal.ts';
import { isAlarming, raiseAlarm } from './alarm.ts';
import { bureauOf, linesOf } from './bureau-files.ts';
import { entryOnItem } from './entry-on-item.ts';

const defaults = { caseId: '', blockId: '', provider: 'manual', team: 'cobrança' };

/**
 * Asks for the removal of every entry that has a ground for it, once, and raises the alarm while one that is near its deadline was not
 * confirmed; without a ground nothing is done, and the reason is said.
 */
export async function requestRemovals(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 3, failureOutput: 2 }, async (one) => {
    const { item, subject, settings, moment, parameters, ledger, journal } = one;
    const states = subject.bureauEntries.map((entry) => ({ entry, state: removalState(entry, subject, settings.policies, moment.today) }));
    for (const { entry, state } of states) if (isAlarming(state)) await raiseAlarm(one, entry, state);
    const due = states.filter(({ entry, state }) => entry.status !== 'removal-requested' && (state.kind === 'due' || isAlarming(state)));
    const removed = [];
    for (const { entry, state } of due) {
      const asked = advanceEntry(entry, 'removal-requested', moment.today);
      await openRemovalTask(one, entry, state);
      const { file } = await bureauOf(this, moment).submit(linesOf('remove', entry, subject, settings, moment.today));
      await ledger.saveBureauEntry({ ...asked, caseId: subject.id, at: moment.now });
      removed.push({ ...entryOnItem(asked), deadline: state.deadline ?? null, file });
    }
    const blockId = parameters.blockId || nodeId;
    // Asked for already, by an execution that did not come to the blocks after this one.
    const goesOn = removed.length > 0 || (!closes(item, blockId) && states.some(({ entry }) => entry.status === 'removal-requested'));
    if (goesOn || closes(item, blockId)) journal.done(item, moment, blockId);
    else journal.skipped(item, moment, 'Não há negativação a retirar.');
    if (goesOn) return { output: 0, add: { bureau: { removals: removed } }, why: due.flatMap(({ state }) => state.reasons) };
    return { output: 1, add: {}, why: states.length === 0 ? ['Não há negativação deste caso.'] : states.flatMap(({ state }) => state.reasons) };
  });
}

async function openRemovalTask(
  { item, subject, moment, parameters, ledger }: CaseContext<typeof defaults>,
  entry: BureauEntry,
  state: RemovalState,
): Promise<void> {
  await ledger.openTask({
    caseId: subject.id,
    ...(item.runId === undefined ? {} : { runId: item.runId }),
    kind: 'bureau-removal',
    title: `Retirar a negativação de ${subject.debtor.name}`,
    instructions: `${state.reasons.join(' ')} Quando o órgão confirmar, use a operação "Confirmar retirada" com este caso.`,
    team: parameters.team.trim() || 'cobrança',
    // The law gives five business days; a person is given two, so that the alarm still finds time.
    dueOn: [addBusinessDays(moment.today, 2), ...(state.deadline === undefined ? [] : [state.deadline])].sort()[0]!,
    createdAt: moment.now,
    key: `bureau-removal:${entry.id}`,
  });
}
