import type { StepRecord } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { BlockEnd, Ending, TaskToOpen } from '../../core/run/index.ts';
import { stepAfter } from '../../core/run/index.ts';
import type { ContactOutcome, HumanTask, Ledger, NextLook, Settled, Wait } from '../../ledger/ledger.ts';
import type { CaseItem } from './item.ts';
import { placeOf } from './run-setting.ts';
import type { Moment } from './today.ts';

export interface OpenedTask {
  readonly task: HumanTask;
  readonly created: boolean;
}

/**
 * What became of some cases, gathered and written in one transaction: what a block leaves behind, the step's record, and when the case is looked at again,
 * which also ends its lease. Items without a step (event branches, workflows made by hand) have no step to record.
 */
export class Settlement {
  #outcomes: ContactOutcome[] = [];
  #releases: NonNullable<Settled['releases']>[number][] = [];
  #refusals: NonNullable<Settled['refusals']>[number][] = [];
  #tasks: NonNullable<Settled['tasks']>[number][] = [];
  #entries: NonNullable<Settled['entries']>[number][] = [];
  #filings: NonNullable<Settled['filings']>[number][] = [];
  #steps: NonNullable<Settled['steps']>[number][] = [];
  readonly #looks = new Map<string, NextLook>();

  get size(): number {
    return this.#outcomes.length + this.#releases.length + this.#refusals.length + this.#tasks.length + this.#steps.length + this.#looks.size;
  }

  /** What a block came to, as the machine says what it means. */
  ended(item: CaseItem, moment: Moment, blockId: string, { ending, notDone, tasks = [], entries = [], filing }: BlockEnd): void {
    const { caseId } = item;
    const { today: on, now: at } = moment;
    const runId = item.runId === undefined ? {} : { runId: item.runId };
    if (notDone) {
      const { cadenceId, stepId, cycle } = placeOf(item, on);
      this.#refusals.push({ caseId, ...runId, cadenceId, stepId, cycle, blockId, on, at, ...notDone });
    }
    for (const task of tasks) this.task(item, moment, task);
    for (const entry of entries) this.#entries.push({ ...entry, caseId, at });
    if (filing) this.#filings.push({ ...filing, caseId, at });
    this.after(item, moment, blockId, ending);
  }

  after(item: CaseItem, moment: Moment, blockId: string, ending: Ending): void {
    const end = stepAfter(item.step, blockId, ending);
    if (end) this.#record(item, moment, end.status, end.nextActionOn, end.reason);
  }

  /** The step was handed on; with a date where nobody else closes it. */
  entered(item: CaseItem, moment: Moment, nextActionOn?: CivilDate | null): void {
    this.#record(item, moment, 'entered', nextActionOn);
  }

  /** Nothing was due. */
  waits(caseId: string, nextActionOn: CivilDate | null, wait: Wait): void {
    this.#looks.set(caseId, { caseId, nextActionOn, wait });
  }

  task({ caseId, runId }: CaseItem, { now: createdAt }: Moment, task: TaskToOpen): void {
    this.#tasks.push({ caseId, ...(runId === undefined ? {} : { runId }), ...task, createdAt });
  }

  outcome(outcome: ContactOutcome): void {
    this.#outcomes.push(outcome);
  }

  /** Nothing left by this claim. */
  release(contactId: string, at: string, error: string): void {
    this.#releases.push({ contactId, at, error });
  }

  /** @returns the tasks, by case and key. @throws what the ledger throws; then nothing was written */
  async flush(ledger: Pick<Ledger, 'settle'>, how?: { readonly durable?: boolean }): Promise<(caseId: string, key: string) => OpenedTask | undefined> {
    const settled = this.#take();
    const opened = await ledger.settle(settled, how);
    const byKey = new Map(opened.map((one) => [keyOf(one.task.caseId, one.task.key), one]));
    return (caseId, key) => byKey.get(keyOf(caseId, key));
  }

  #take(): Settled {
    const settled: Settled = {
      outcomes: this.#outcomes,
      releases: this.#releases,
      refusals: this.#refusals,
      tasks: this.#tasks,
      entries: this.#entries,
      filings: this.#filings,
      steps: this.#steps,
      looks: [...this.#looks.values()],
    };
    this.#outcomes = [];
    this.#releases = [];
    this.#refusals = [];
    this.#tasks = [];
    this.#entries = [];
    this.#filings = [];
    this.#steps = [];
    this.#looks.clear();
    return settled;
  }

  #record(item: CaseItem, moment: Moment, status: StepRecord['status'], nextActionOn: CivilDate | null | undefined, reason?: string): void {
    if (item.step === undefined || item.cadenceId === undefined) return;
    const { caseId } = item;
    this.#steps.push({
      caseId,
      ...(item.runId === undefined ? {} : { runId: item.runId }),
      cadenceId: item.cadenceId,
      trackId: item.step.trackId,
      stepId: item.step.id,
      cycle: item.step.cycle,
      status,
      on: moment.today,
      at: moment.now,
      ...(reason === undefined ? {} : { reason }),
    });
    if (nextActionOn !== undefined) this.#looks.set(caseId, { caseId, nextActionOn });
  }
}

const keyOf = (caseId: string, key: string): string => JSON.stringify([caseId, key]);
