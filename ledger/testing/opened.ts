import { afterAll, afterEach, beforeEach, vi } from 'vitest';
import type { Ledger } from '../ledger.ts';

/** How a suite gets an empty, migrated ledger for each test, whatever the engine. */
export interface Engines {
  /** A ledger over a database of its own. */
  readonly open: () => Promise<Ledger>;
  /** A second ledger over the same database as the last one that `open` gave: another process's, as far as locks go. */
  readonly another: () => Promise<Ledger>;
  /** Every row of every table of that database, in an order of its own. */
  readonly dump: () => Promise<Dump>;
  readonly stop: () => Promise<void>;
}

export type Dump = Readonly<Record<string, readonly string[]>>;

/** An accessor to the current test's ledger; it and its twins are closed after each test. */
export function useLedger(engines: Engines): { readonly current: () => Ledger; readonly another: () => Promise<Ledger>; readonly dump: Engines['dump'] } {
  // Every test writes to a disk that other suites use too.
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });
  let ledger: Ledger;
  let twins: Ledger[] = [];
  beforeEach(async () => {
    ledger = await engines.open();
  });
  afterEach(async () => {
    for (const one of [...twins, ledger]) await one.close();
    twins = [];
  });
  afterAll(() => engines.stop());
  return {
    current: () => ledger,
    dump: engines.dump,
    another: async () => {
      const twin = await engines.another();
      twins.push(twin);
      return twin;
    },
  };
}
