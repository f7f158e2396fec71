import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { addMonths } from '../../core/civil-date.ts';
import { ReguaError } from '../../core/errors.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { refuseRehearsal } from '../shared/rehearsal.ts';
import { momentOf } from '../shared/today.ts';

const defaults = { today: '', months: 60 };

/**
 * Erases the personal data of debtors whose cases have been closed for longer than the term. The incoming items only start it: once an execution.
 * @throws ReguaError `retention.months`, `rehearsal.refused`; nothing is erased then
 */
export async function endRetention(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const { today: asked, months } = readParameters(this, defaults)(0);
  // An expression may give anything, and a term of nothing would erase everybody who owes nothing.
  if (!Number.isInteger(months) || months < 1 || months > 1200) {
    throw new ReguaError('retention.months', 'Nada foi apagado. Escreva em "Meses de guarda" um número inteiro de 1 a 1200.', { field: 'months' });
  }
  const moment = momentOf(asked);
  refuseRehearsal(moment, 'O prazo de guarda não se ensaia: deixe "Data de hoje" vazia.');
  const { today, now } = moment;
  const before = addMonths(today, -months);
  const ledger = await ledgerOf(this);
  const cases = await ledger.eraseInactive(before, now);
  const outputs = new Outputs(1);
  outputs.push(0, { on: today, before, months, cases }, 0);
  return outputs.data;
}
