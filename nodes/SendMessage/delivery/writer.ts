import type { Ledger } from '../../../ledger/ledger.ts';
import { Settlement } from '../../shared/settlement.ts';

const BATCH = 25;

/**
 * Writes what became of messages soon and in few transactions: while one batch is being written the next one gathers. A message's outcome, its task and its
 * step are in one of them. A batch that the ledger refuses is written message by message, so that one that can't be written holds back no other.
 */
export class DeliveryWriter {
  readonly #ledger: Ledger;
  readonly #refused: (index: number, error: unknown) => void;
  #waiting: { readonly index: number; readonly write: (settlement: Settlement) => void }[] = [];
  #writing: Promise<void> = Promise.resolve();
  /** The ledger took nothing of a whole batch: it is gone, and nobody may be written to without it. */
  failure: unknown;

  constructor(ledger: Ledger, refused: (index: number, error: unknown) => void) {
    this.#ledger = ledger;
    this.#refused = refused;
  }

  add(index: number, write: (settlement: Settlement) => void): void {
    this.#waiting.push({ index, write });
    if (this.#waiting.length >= BATCH) this.#start();
  }

  /** All that was added is written, or was refused and said so. */
  async flush(): Promise<void> {
    this.#start();
    await this.#writing;
  }

  #start(): void {
    const batch = this.#waiting;
    if (batch.length === 0) return;
    this.#waiting = [];
    this.#writing = this.#writing.then(() => this.#write(batch));
  }

  async #write(batch: readonly { readonly index: number; readonly write: (settlement: Settlement) => void }[]): Promise<void> {
    const settlement = new Settlement();
    for (const { write } of batch) write(settlement);
    try {
      await settlement.flush(this.#ledger);
    } catch (error) {
      let written = 0;
      for (const { index, write } of batch) {
        const alone = new Settlement();
        write(alone);
        try {
          await alone.flush(this.#ledger);
          written += 1;
        } catch (own) {
          this.#refused(index, own);
        }
      }
      if (written === 0) this.failure ??= error;
    }
  }
}
