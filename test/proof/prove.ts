import type { CadenceDocument } from '../../core/cadence/document.ts';
import type { ProvingN8n } from './in-n8n.ts';
import { differences } from './outcome.ts';
import { FIRST_DAY, sampleDebtors } from './portfolio.ts';
import { scriptOf } from './script.ts';
import { simulated } from './simulated.ts';

export interface Proof {
  readonly debtors: number;
  readonly contacts: number;
  readonly tasks: number;
  readonly entries: number;
  readonly filings: number;
  readonly differences: readonly string[];
}

/** Lives a cadence in the real n8n and in the simulation, over the same debtors, the same providers and the same events. */
export async function prove(
  n8n: ProvingN8n,
  document: CadenceDocument,
  options: { readonly seed: number; readonly days: number; readonly debtors: number },
): Promise<Proof> {
  const { seed, days } = options;
  const cadence = await n8n.open(document, sampleDebtors(options.debtors, (seed * 37) % 150), FIRST_DAY, seed);
  try {
    const script = scriptOf(cadence.cases, document, seed, FIRST_DAY, days);
    const expected = simulated(document, cadence.cases, script, seed);
    await cadence.live(script);
    const real = await cadence.outcomes();
    const sum = (part: 'contacts' | 'tasks' | 'entries' | 'filings'): number => [...real.values()].reduce((total, outcome) => total + outcome[part].length, 0);
    return {
      debtors: real.size,
      contacts: sum('contacts'),
      tasks: sum('tasks'),
      entries: sum('entries'),
      filings: sum('filings'),
      differences: [...real].flatMap(([id, outcome]) => differences(id, outcome, expected.get(id)!)),
    };
  } finally {
    await cadence.close();
  }
}
