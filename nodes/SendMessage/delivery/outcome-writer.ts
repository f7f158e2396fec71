import type { ContactOutcome, Ledger } from '../../../ledger/ledger.ts';

const BATCH = 25;

/**
 * Writes outcomes soon and in few transactions: while one batch is being written the next one gathers. What a crash could leave
 * in doubt is at most what is under way and one batch.
 */
export class OutcomeWriter {
  readonly #ledger: Ledger;
  #waiting: ContactOutcome[] = [];
  #writing: Promise<void> = Promise.resolve();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  add(outcome: ContactOutcome): void {
    this.#waiting.push(outcome);
    if (this.#waiting.length >= BATCH) this.#write();
  }

  /** All that was added is in the ledger. @throws what the ledger threw */
  async flush(): Promise<void> {
    this.#write();
    await this.#writing;
  }

  #write(): void {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    this.#writing = this.#writing.then(() => this.#ledger.recordOutcomes(batch));
    // Reported by flush; here only kept from being taken for unhandled.
    this.#writing.catch(() => undefined);
  }
}
