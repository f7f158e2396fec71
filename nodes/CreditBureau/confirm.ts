import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { advanceEntry } from '../../core/bureau/index.ts';
import type { BureauEntry } from '../../core/case/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { entryOnItem } from './entry-on-item.ts';

const defaults = { caseId: '' };

/** The bureau registered what was asked for. */
export async function confirmRegistered(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return confirm(this, 'registered', ['requested'], ['bureau-request']);
}

/** The bureau took the record out; it may have done so without having been asked. */
export async function confirmRemoved(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return confirm(this, 'removed', ['removal-requested', 'registered', 'requested'], ['bureau-request', 'bureau-removal', 'bureau-alarm']);
}

async function confirm(
  context: IExecuteFunctions,
  event: 'registered' | 'removed',
  from: readonly BureauEntry['status'][],
  tasks: readonly string[],
): Promise<INodeExecutionData[][]> {
  return forEachCase(context, { defaults, outputs: 3, failureOutput: 2 }, async ({ subject, moment, ledger }) => {
    // The one furthest on its way is the one that is meant.
    const entry = from.map((status) => subject.bureauEntries.find((one) => one.status === status)).find((one) => one !== undefined);
    if (!entry) return { output: 1, add: {}, why: ['Não há negativação deste caso esperando esta confirmação.'] };
    const confirmed = advanceEntry(entry, event, moment.today);
    await ledger.saveBureauEntry({ ...confirmed, caseId: subject.id, at: moment.now });
    const settled = new Set(tasks.map((task) => `${task}:${entry.id}`));
    for (const { id, key } of await ledger.tasks({ status: 'open', caseId: subject.id })) {
      if (key !== undefined && settled.has(key)) await ledger.completeTask(id, moment.now);
    }
    return { output: 0, add: { bureau: entryOnItem(confirmed) } };
  });
}
