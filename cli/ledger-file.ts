import type { bureauFileOf, courtPackageOf, Ledger, lettersOf } from '../ledger/index.ts';

interface Papers {
  readonly lettersOf: typeof lettersOf;
  readonly courtPackageOf: typeof courtPackageOf;
  readonly bureauFileOf: typeof bureauFileOf;
}

/** Works on a ledger in a SQLite file; the ledger's code is loaded only then. */
export async function usingSqliteFile<T>(file: string, work: (ledger: Ledger, papers: Papers) => Promise<T>): Promise<T> {
  const ledgers = await import('../ledger/index.ts');
  const ledger = ledgers.openSqliteLedger({ file });
  try {
    await ledger.ping();
    return await work(ledger, ledgers);
  } finally {
    await ledger.close();
  }
}
