import type { StepRecord } from '../../core/case/index.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import type { Ending } from '../../core/run/index.ts';
import { stepAfter } from '../../core/run/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { CaseItem } from './item.ts';
import type { Moment } from './today.ts';

/** Is this block the one that ends the item's step? Without a word about it any block does. */
export function closes({ step }: CaseItem, blockId: string): boolean {
  return step?.closedBy === undefined || step.closedBy === blockId;
}

/**
 * What became of each case's step, written in one go: the step's record, and when the case is looked at again, which also ends
 * its lease. Items without a step (event branches, hand-made workflows) have nothing to record.
 */
export class StepJournal {
  readonly #ledger: Ledger;
  readonly #records: Parameters<Ledger['recordSteps']>[0][number][] = [];
  readonly #next = new Map<string, CivilDate | null>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /**
   * A block is done. The last one of the step ends it: on to the next step's day. One before it records nothing: should what follows never come to run,
   * the case is taken again when its lease ends, and the blocks that are done are not done again.
   */
  done(item: CaseItem, moment: Moment, blockId: string, reason?: string): void {
    if (!closes(item, blockId)) return;
    this.#record(item, moment, 'done', item.step?.nextActionOn ?? null, reason);
  }

  /** Comes back on `until`. */
  deferred(item: CaseItem, moment: Moment, until: CivilDate, reason: string): void {
    this.#record(item, moment, 'deferred', until, reason);
  }

  /** Refused for good: the cadence goes on without it. */
  skipped(item: CaseItem, moment: Moment, reason: string): void {
    this.#record(item, moment, 'skipped', item.step?.nextActionOn ?? null, reason);
  }

  /** What a block came to, as the machine says what it means for the step. */
  after(item: CaseItem, moment: Moment, blockId: string, ending: Ending): void {
    const end = stepAfter(item.step, blockId, ending);
    if (end) this.#record(item, moment, end.status, end.nextActionOn, end.reason);
  }

  entered(item: CaseItem, moment: Moment, nextActionOn?: CivilDate | null): void {
    this.#record(item, moment, 'entered', nextActionOn);
  }

  /** Looks at the case again without any step having been due. */
  schedule(caseId: string, nextActionOn: CivilDate | null): void {
    this.#next.set(caseId, nextActionOn);
  }

  async flush(): Promise<void> {
    const records = this.#records.splice(0);
    const next = [...this.#next].map(([caseId, nextActionOn]) => ({ caseId, nextActionOn }));
    this.#next.clear();
    if (records.length > 0) await this.#ledger.recordSteps(records);
    if (next.length > 0) await this.#ledger.schedule(next);
  }

  #record(item: CaseItem, moment: Moment, status: StepRecord['status'], nextActionOn: CivilDate | null | undefined, reason?: string): void {
    if (item.step === undefined || item.cadenceId === undefined) return;
    this.#records.push({
      caseId: item.caseId,
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
    if (nextActionOn !== undefined) this.#next.set(item.caseId, nextActionOn);
  }
}
