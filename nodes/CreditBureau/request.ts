import { createHash } from 'node:crypto';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { bureauEligibility, requestEntry } from '../../core/bureau/index.ts';
import type { BureauCode } from '../../core/bureau/index.ts';
import { addBusinessDays } from '../../core/calendar/index.ts';
import type { BureauEntry } from '../../core/case/index.ts';
import { addDays } from '../../core/civil-date.ts';
import { formatMoney } from '../../core/money.ts';
import type { CaseContext, CaseOutcome } from '../shared/for-each-case.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { closes } from '../shared/step-journal.ts';
import { refusalOf } from '../shared/refusal.ts';
import { bureauOf, linesOf } from './bureau-files.ts';
import { entryOnItem } from './entry-on-item.ts';

const defaults = { caseId: '', blockId: '', provider: 'manual', team: 'cobrança' };
type Parameters = typeof defaults;

/** Why the next choice of a step, and not this node, says what comes: the case itself changed. */
const ABOUT_THE_CASE: ReadonlySet<BureauCode> = new Set([
  'paid',
  'agreement',
  'contested',
  'prescribed',
  'promise-open',
  'notice-missing',
  'notice-not-proven',
  'notice-waiting',
  'not-overdue',
]);

/** Asks for the registration of what may be registered today: the ledger first, then the batch file, then a person's task. */
export async function requestEntries(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const nodeId = this.getNode().id;
  return forEachCase(this, { defaults, outputs: 3, failureOutput: 2 }, async (one) => {
    const { item, subject, settings, moment, parameters, ledger, journal } = one;
    const eligibility = bureauEligibility(subject, settings.policies, moment.today);
    if (!eligibility.eligible) {
      const unfinished = eligibility.code === 'already-registered' ? subject.bureauEntries.find((entry) => entry.status === 'requested') : undefined;
      // A crash may have come between the ledger and the task.
      if (unfinished) await openRequestTask(one, unfinished, null);
      const blockId = parameters.blockId || nodeId;
      // Asked for by an execution that did not come to the blocks after this one: they have their turn now.
      if (unfinished && !closes(item, blockId)) return { output: 0, add: { bureau: entryOnItem(unfinished) }, why: eligibility.reasons };
      return refuse(one, eligibility.code, eligibility.reasons, eligibility.earliestOn, blockId);
    }
    const id = `neg-${createHash('sha256')
      .update([subject.id, ...eligibility.debtIds].join())
      .digest('hex')
      .slice(0, 16)}-${moment.today.replaceAll('-', '')}`;
    const entry = requestEntry(eligibility, { id, provider: parameters.provider, on: moment.today });
    await ledger.saveBureauEntry({ ...entry, caseId: subject.id, at: moment.now });
    const { file } = await bureauOf(this, moment).submit(linesOf('include', entry, subject, settings, moment.today));
    await openRequestTask(one, entry, file);
    journal.done(item, moment, parameters.blockId || nodeId);
    return { output: 0, add: { bureau: { ...entryOnItem(entry), file } }, why: eligibility.reasons };
  });
}

async function refuse(
  one: CaseContext<Parameters>,
  code: BureauCode,
  reasons: readonly string[],
  earliestOn: string | undefined,
  blockId: string,
): Promise<CaseOutcome> {
  const { item, moment, ledger, journal } = one;
  const reason = reasons[0] ?? 'A dívida não pode ser negativada.';
  if (code === 'already-registered' && closes(item, blockId)) journal.done(item, moment, blockId, reason);
  else if (ABOUT_THE_CASE.has(code)) journal.deferred(item, moment, earliestOn ?? addDays(moment.today, 1), reason);
  else journal.skipped(item, moment, reason);
  await ledger.recordRefusals([
    refusalOf(item, moment, blockId, { code: `bureau-${code}`, reason, ...(earliestOn === undefined ? {} : { deferredUntil: earliestOn }) }),
  ]);
  return { output: 1, add: { bureau: { status: 'not-eligible', code, earliestOn: earliestOn ?? null } }, why: reasons };
}

async function openRequestTask({ item, subject, moment, parameters, ledger }: CaseContext<Parameters>, entry: BureauEntry, file: string | null): Promise<void> {
  await ledger.openTask({
    caseId: subject.id,
    ...(item.runId === undefined ? {} : { runId: item.runId }),
    kind: 'bureau-request',
    title: `Pedir a negativação de ${subject.debtor.name} (${formatMoney(entry.amount)})`,
    instructions: `${file === null ? 'Refaça a planilha deste pedido se ela não existir.' : `Envie ao órgão a planilha ${file}.`} Quando o órgão confirmar, use a operação "Confirmar registro" com este caso. Se a dívida for paga antes, não envie.`,
    team: parameters.team.trim() || 'cobrança',
    dueOn: addBusinessDays(moment.today, 1, { uf: subject.debtor.uf }),
    createdAt: moment.now,
    key: `bureau-request:${entry.id}`,
  });
}
