import { removalState } from '../../core/bureau/index.ts';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import type { Case } from '../../core/case/index.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { chunks } from '../shared/chunks.ts';
import { CASE_CHUNK } from '../shared/load-cases.ts';
import type { Moment } from '../shared/today.ts';

const RUNNING = new Set(['due', 'alarm', 'overdue']);

/**
 * The cases whose bureau entry has to be removed, with the reason. Looked at in every run and outside the cadence, because who has paid
 * or closed an agreement has no step any more while the five business days run (Súmula 548).
 */
export async function removalsDue(
  ledger: Ledger,
  portfolio: string,
  settings: CadenceSettings,
  moment: Moment,
): Promise<{ readonly subject: Case; readonly reasons: readonly string[] }[]> {
  const due = [];
  for (const ids of chunks(await ledger.registeredCases(portfolio), CASE_CHUNK)) {
    for (const subject of (await ledger.loadCases(ids)).values()) {
      const running = subject.bureauEntries
        .map((entry) => removalState(entry, subject, settings.policies, moment.today))
        .filter((state) => RUNNING.has(state.kind));
      if (running.length > 0) due.push({ subject, reasons: running.flatMap((state) => state.reasons) });
    }
  }
  return due;
}
