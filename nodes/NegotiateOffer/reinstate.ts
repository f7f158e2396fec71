import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { agreementInForce } from '../../core/case/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { undoAgreement } from '../shared/undo-agreement.ts';

const defaults = { caseId: '' };

/** Ends the agreement in force because the creditor or the debtor says so; the debts come back net of what was paid. */
export async function reinstateDebts(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async (one) => {
    const agreement = agreementInForce(one.subject);
    if (!agreement) return { output: 1, add: {}, why: ['Não há acordo em vigor.'] };
    return {
      output: 0,
      add: await undoAgreement(one.subject, agreement, one.settings, one.moment, one.ledger),
      why: ['O acordo foi desfeito e a dívida voltou à régua, descontado o que foi pago.'],
    };
  });
}
