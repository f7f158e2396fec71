import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { agreementInForce } from '../../core/case/index.ts';
import { breachOf } from '../../core/offer/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { undoAgreement } from '../shared/undo-agreement.ts';

const defaults = { caseId: '' };

/** Breaks agreements whose delay passed the tolerance; the others leave by the second output with how things stand. */
export async function breakAgreements(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async (one) => {
    const agreement = agreementInForce(one.subject);
    if (!agreement) return { output: 1, add: {}, why: ['Não há acordo em vigor.'] };
    const breach = breachOf(agreement, one.moment.today, one.settings.policies, { uf: one.subject.debtor.uf });
    if (!breach.breached)
      return { output: 1, add: { agreement: { id: agreement.id, status: agreement.status, daysLate: breach.daysLate } }, why: breach.reasons };
    return { output: 0, add: await undoAgreement(one.subject, agreement, one.settings, one.moment, one.ledger), why: breach.reasons };
  });
}
