import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from '../../../ledger/ledger.ts';
import { Settlement } from '../../shared/settlement.ts';

/** A transaction has a price whatever is in it: at most so long is waited for more to go along. */
export const MOST_REST_MS = 20;

interface Entry {
  readonly index: number;
  readonly write: (settlement: Settlement) => void;
  readonly written: () => void;
}

/**
 * Writes what became of messages soon and in few transactions: what comes in one turn of the event loop, while one batch is being written, or for as long
 * again after it, goes together. A message's outcome, its task and its step are in one of them. A batch that the ledger refuses is written message by message, so that one that
 * can't be written holds back no other.
 */
export class DeliveryWriter {
  readonly #ledger: Ledger;
  readonly #refused: (index: number, error: unknown) => void;
  #waiting: Entry[] = [];
  #writing: Promise<void> | undefined;
  /** The ledger took nothing of a whole batch: it is gone, and nobody may be written to without it. */
  failure: unknown;

  constructor(ledger: Ledger, refused: (index: number, error: unknown) => void) {
    this.#ledger = ledger;
    this.#refused = refused;
  }

  /** Resolves when it is written, or was refused and said so. */
  add(index: number, write: (settlement: Settlement) => void): Promise<void> {
    const done = new Promise<void>((written) => this.#waiting.push({ index, write, written }));
    this.#writing ??= this.#work();
    return done;
  }

  /** All that was added is written, or was refused and said so. */
  async flush(): Promise<void> {
    while (this.#writing) await this.#writing;
  }

  /** The same, and not even a power cut undoes it. */
  async close(): Promise<void> {
    await this.flush();
    if (this.failure === undefined) await this.#ledger.sync();
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      // What else comes in this turn goes along.
      await new Promise(setImmediate);
      const batch = this.#waiting;
      this.#waiting = [];
      const began = performance.now();
      await this.#write(batch);
      for (const { written } of batch) written();
      await pause(Math.min(performance.now() - began, MOST_REST_MS));
    }
    this.#writing = undefined;
  }

  async #write(batch: readonly Entry[]): Promise<void> {
    const settlement = new Settlement();
    for (const { write } of batch) write(settlement);
    try {
      // The next claim takes it to the disk, and `flush` the last of it.
      await settlement.flush(this.#ledger, { durable: false });
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
