import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachCase } from '../shared/for-each-case.ts';
import { claimOf } from '../../core/run/index.ts';
import { claimOnItem } from './claim-on-item.ts';

const defaults = { caseId: '' };

/** Asks only; nothing is recorded. */
export async function checkFilings(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 3, failureOutput: 2 }, async ({ subject, settings, moment }) => {
    const claim = claimOf(subject, settings, moment.today);
    if (!claim) return { output: 1, add: {}, why: ['Não há dívida em aberto.'] };
    return { output: claim.eligibility.eligible ? 0 : 1, add: { smallClaims: claimOnItem(claim) }, why: claim.eligibility.reasons };
  });
}
