import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { centsToDecimal } from '../../core/money.ts';
import { forEachCase } from '../shared/for-each-case.ts';

const defaults = { caseId: '', docket: '' };

/** A person filed what was prepared. */
export async function recordFiled(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 3, failureOutput: 2 }, async ({ subject, moment, parameters, ledger }) => {
    const filing = subject.filings.find((one) => one.status === 'prepared');
    if (!filing) return { output: 1, add: {}, why: ['Não há ação preparada para este caso.'] };
    const docket = String(parameters.docket).trim();
    const filed = { ...filing, status: 'filed' as const, filedOn: moment.today, ...(docket === '' ? {} : { docket }) };
    await ledger.saveFiling({ ...filed, caseId: subject.id, at: moment.now });
    for (const { id, key } of await ledger.tasks({ status: 'open', caseId: subject.id })) {
      if (key === `small-claims:${filing.id}`) await ledger.completeTask(id, moment.now);
    }
    return { output: 0, add: { smallClaims: { filingId: filing.id, status: filed.status, amount: centsToDecimal(filing.amount), docket: docket || null } } };
  });
}
