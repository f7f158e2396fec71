import type { CadenceDocument } from '../document.ts';
import { creditorFindings } from './creditor.ts';
import type { Check, Finding, Severity } from './finding.ts';
import { frequencyFindings } from './frequency.ts';
import { holidayFindings } from './holidays.ts';
import { legalFindings } from './legal.ts';
import { messageFindings } from './messages.ts';
import { portfolioFindings } from './portfolio.ts';
import { structureFindings } from './structure.ts';
import { tierFindings } from './tiers.ts';

export { sharedPortfolioFindings } from './portfolio.ts';
export type { CadenceFinding, Finding, FindingPlace, FindingValues, Severity } from './finding.ts';

const CHECKS: readonly Check[] = [
  creditorFindings,
  portfolioFindings,
  tierFindings,
  legalFindings,
  frequencyFindings,
  messageFindings,
  structureFindings,
  holidayFindings,
];
const ORDER: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** Everything worth saying about a cadence, most severe first, then in the order of the checks. */
export function findings(document: CadenceDocument): Finding[] {
  return bySeverity(CHECKS.flatMap((check) => [...check(document)]));
}

/** Most severe first; among equals the order stays. */
export function bySeverity(list: readonly Finding[]): Finding[] {
  return [...list].sort((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

export function hasErrors(list: readonly Finding[]): boolean {
  return list.some((finding) => finding.severity === 'error');
}
