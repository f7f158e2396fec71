import type { Case } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { TaskToOpen } from '../../core/run/index.ts';

/** What became of a case, in a form in which two engines can be compared: no ids that either makes up by itself. */
export interface Outcome {
  readonly contacts: readonly string[];
  readonly tasks: readonly string[];
  readonly entries: readonly string[];
  readonly filings: readonly string[];
  readonly steps: readonly string[];
  readonly agreements: readonly string[];
  readonly debts: readonly string[];
  readonly nextActionOn: CivilDate | null;
}

/** What providers leave to people is the messenger's, not the cadence's: a doubt or an account to be mended is told by run, not by case. */
const OF_PROVIDERS: ReadonlySet<TaskToOpen['kind']> = new Set(['reconcile', 'provider', 'attribution']);

export function outcomeOf(
  subject: Case,
  tasks: readonly Pick<TaskToOpen, 'kind' | 'key' | 'title' | 'dueOn' | 'team'>[],
  nextActionOn: CivilDate | null,
): Outcome {
  // A reaction's place is named by the event that started it.
  const cycleOf = (stepId: string, cycle: string): string => (stepId.startsWith('event-') ? '' : ` ${cycle}`);
  return {
    contacts: subject.contacts
      .map(
        ({ localDate, stepId, blockId, cycle, channel, status, purpose }) =>
          `${localDate} ${stepId} ${blockId} ${channel} ${purpose} ${status}${cycleOf(stepId, cycle)}`,
      )
      .sort(),
    tasks: tasks
      .filter(({ kind }) => !OF_PROVIDERS.has(kind))
      .map(({ kind, key, title, dueOn, team }) => `${dueOn} ${kind} ${team} ${title}${kind === 'hand-off' || kind === 'letter' ? '' : ` ${key}`}`)
      .sort(),
    entries: subject.bureauEntries
      .map(({ id, status, amount, requestedOn, registeredOn, removalRequestedOn, removedOn }) =>
        [id, status, amount, requestedOn, registeredOn, removalRequestedOn, removedOn].join(' '),
      )
      .sort(),
    filings: subject.filings.map(({ id, amount, status, preparedOn }) => `${id} ${amount} ${status} ${preparedOn}`).sort(),
    steps: subject.steps.map(({ stepId, cycle, status, on }) => `${on} ${stepId} ${status} ${cycle}`).sort(),
    agreements: subject.agreements
      .map(
        ({ id, status, installments }) =>
          `${id} ${status} ${installments.map(({ number, paidAmount = 0, paidOn = '-' }) => `${number}:${paidAmount}:${paidOn}`).join(' ')}`,
      )
      .sort(),
    debts: subject.debts.map(({ id, status, payments, waivers = [], contestedOn = '-' }) => {
      const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
      return `${id} ${status} ${paid} ${waivers.reduce((sum, { amount }) => sum + amount, 0)} ${contestedOn}`;
    }),
    nextActionOn,
  };
}

/** What differs in which case; empty when nothing does. */
export function differences(caseId: string, n8n: Outcome, simulated: Outcome): string[] {
  const found: string[] = [];
  for (const part of ['contacts', 'tasks', 'entries', 'filings', 'steps', 'agreements', 'debts'] as const) {
    const left = [...n8n[part]];
    const onlySimulated = simulated[part].filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
    found.push(...left.map((line) => `${caseId} ${part}: only n8n: ${line}`), ...onlySimulated.map((line) => `${caseId} ${part}: only simulated: ${line}`));
  }
  if (n8n.nextActionOn !== simulated.nextActionOn)
    found.push(`${caseId} next look: n8n ${n8n.nextActionOn ?? 'never'}, simulated ${simulated.nextActionOn ?? 'never'}`);
  return found;
}
