import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { agreementsInForce } from '../../core/case/index.ts';
import { ReguaError } from '../../core/errors.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { undoAgreements } from '../shared/undo-agreements.ts';

const defaults = { caseId: '', agreementId: '' };

/** Ends an agreement in force because the creditor or the debtor says so; the debts come back net of what was paid. */
export async function reinstateDebts(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async ({ subject, settings, moment, parameters, ledger }) => {
    const wanted = parameters.agreementId.trim();
    const inForce = agreementsInForce(subject).filter(({ id }) => wanted === '' || id === wanted);
    if (inForce.length === 0) return { output: 1, add: {}, why: ['Não há acordo em vigor.'] };
    if (inForce.length > 1) {
      const codes = inForce.map(({ id }) => id).join(', ');
      throw new ReguaError('agreement.which', `Há ${inForce.length} acordos em vigor neste caso. Diga qual no campo "Acordo": ${codes}.`, {
        field: 'agreementId',
      });
    }
    const { add } = await undoAgreements(subject, inForce, settings, moment, ledger);
    return { output: 0, add, why: ['O acordo foi desfeito e a dívida voltou à régua, descontado o que foi pago.'] };
  });
}
