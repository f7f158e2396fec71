import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addDays, formatCivilDate, parseCivilDate } from '../../core/civil-date.ts';
import { centsToDecimal, parseMoney } from '../../core/money.ts';
import { chargesOf } from '../shared/case-summary.ts';
import { forEachCase } from '../shared/for-each-case.ts';

const defaults = { caseId: '', dueOn: '', amount: 0 };

/** Records a promise to pay within the policy; the cadence waits for it. */
export async function recordPromises(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachCase(this, { defaults, outputs: 2, failureOutput: 1 }, async ({ subject, settings, moment, parameters, ledger }) => {
    const dueOn = parseCivilDate(parameters.dueOn);
    const latest = addDays(moment.today, settings.policies.promise.maxDays);
    if (dueOn < moment.today || dueOn > latest)
      return { output: 1, add: {}, why: [`A promessa precisa ser para um dia entre hoje e ${formatCivilDate(latest)}.`] };
    const owed = chargesOf(subject, settings.policies, moment.today).total;
    if (owed === 0) return { output: 1, add: {}, why: ['Não há dívida em aberto.'] };
    const amount = parameters.amount > 0 ? parseMoney(parameters.amount) : owed;
    await ledger.savePromise({
      id: `${subject.id}:${moment.today}:${dueOn}`,
      caseId: subject.id,
      madeOn: moment.today,
      dueOn,
      amount,
      status: 'open',
      at: moment.now,
    });
    return {
      output: 0,
      add: { promise: { dueOn, amount: centsToDecimal(amount) } },
      why: [`O devedor prometeu pagar em ${formatCivilDate(dueOn)}; a régua espera.`],
    };
  });
}
