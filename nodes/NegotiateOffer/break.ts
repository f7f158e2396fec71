import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { debtorPlace } from '../../core/calendar/index.ts';
import { agreementsInForce } from '../../core/case/index.ts';
import { breachOf } from '../../core/offer/index.ts';
import { forEachCase } from '../shared/for-each-case.ts';
import { undoAgreements } from '../shared/undo-agreements.ts';

const defaults = { caseId: '' };

/** Breaks the agreements whose delay passed the tolerance; a case without one leaves by the second output with how things stand. */
export async function breakAgreements(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async ({ subject, settings, moment, ledger }) => {
    const { policies } = settings;
    const looked = agreementsInForce(subject).map((agreement) => ({
      agreement,
      breach: breachOf(agreement, moment.today, policies, debtorPlace(subject.debtor, policies)),
    }));
    const [first] = looked;
    if (!first) return { output: 1, add: {}, why: ['Não há acordo em vigor.'] };
    const breached = looked.filter(({ breach }) => breach.breached);
    if (breached.length === 0) {
      const states = looked.map(({ agreement, breach }) => ({ id: agreement.id, status: agreement.status, daysLate: breach.daysLate }));
      return { output: 1, add: { agreement: states[0], agreements: states }, why: looked.flatMap(({ breach }) => breach.reasons) };
    }
    const { add } = await undoAgreements(
      subject,
      breached.map(({ agreement }) => agreement),
      settings,
      moment,
      ledger,
    );
    return { output: 0, add, why: breached.flatMap(({ breach }) => breach.reasons) };
  });
}
