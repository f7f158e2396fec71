import type { CadenceDocument } from '../document.ts';
import { asItRuns } from '../switched-on.ts';
import { creditorFindings } from './creditor.ts';
import type { Check, Finding, Severity } from './finding.ts';
import { frequencyFindings } from './frequency.ts';
import { holidayFindings } from './holidays.ts';
import { legalFindings } from './legal.ts';
import { messageFindings } from './messages.ts';
import { n8nFindings } from './n8n.ts';
import { structureFindings } from './structure.ts';
import { tierFindings } from './tiers.ts';

export type { CadenceFinding, Finding, FindingPlace, FindingValues, Severity } from './finding.ts';

/** Of what runs: a block that is switched off in n8n neither needs nor gives anything. */
const CHECKS_OF_WHAT_RUNS: readonly Check[] = [creditorFindings, tierFindings, legalFindings, frequencyFindings, messageFindings];
/** Of everything that is written. */
const CHECKS: readonly Check[] = [structureFindings, holidayFindings, n8nFindings];
const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Everything worth saying about a cadence, most severe first, then in the order of the checks. */
export function findings(document: CadenceDocument): Finding[] {
  const running = asItRuns(document);
  return [...CHECKS_OF_WHAT_RUNS.flatMap((check) => [...check(running)]), ...CHECKS.flatMap((check) => [...check(document)])].sort(
    (a, b) => ORDER[a.severity] - ORDER[b.severity],
  );
}

export function hasErrors(list: readonly Finding[]): boolean {
  return list.some((finding) => finding.severity === 'error');
}
