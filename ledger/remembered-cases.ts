import type { Case } from '../core/case/index.ts';

/** A run's batch several times over; some hundred megabytes at most. */
const MOST = 20_000;
const FORGOTTEN_AFTER_MS = 60_000;

/** Which cases a transaction may have changed. */
export type Touched = 'any' | 'none' | readonly string[];

/**
 * Cases as they were loaded, for the nodes of one run that look at the same ones one after the other: a case is read again only when something of it may have
 * changed. Every transaction of this process that writes says which (all of them, unless it knows better), and what another process writes changes SQLite's
 * `data_version`. Used inside transactions alone, of which one connection has one at a time.
 */
export class RememberedCases {
  readonly #cases = new Map<string, Case>();
  #version: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** @param version the file's `data_version`, asked in the transaction that then reads */
  keepUp(version: number): void {
    if (version !== this.#version) this.#cases.clear();
    this.#version = version;
  }

  get(id: string): Case | undefined {
    return this.#cases.get(id);
  }

  remember(cases: Iterable<Case>): void {
    for (const one of cases) {
      this.#cases.delete(one.id);
      this.#cases.set(one.id, one);
    }
    for (const id of this.#cases.keys()) {
      if (this.#cases.size <= MOST) break;
      this.#cases.delete(id);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#cases.clear(), FORGOTTEN_AFTER_MS).unref();
  }

  forget(touched: Touched): void {
    if (touched === 'none') return;
    if (touched === 'any') this.#cases.clear();
    else for (const id of touched) this.#cases.delete(id);
  }
}
