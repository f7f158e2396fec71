import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ReguaError } from '../../core/errors.ts';
import { maskDocument } from '../../core/identity/index.ts';
import { calledAsTool, inputItems } from '../shared/as-tool.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { refuseRehearsal } from '../shared/rehearsal.ts';
import { momentOf } from '../shared/today.ts';
import { askedDocument } from './asked-document.ts';

const CONFIRMATION = 'APAGAR';
const defaults = { today: '', document: '', confirmation: '' };

/** Erases one debtor's personal data for good, only when the confirmation was written out. */
export async function eraseData(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  const failures = calledAsTool(this) ? 0 : 1;
  for (const index of inputItems(this).keys()) {
    const { today: asked, document: given, confirmation } = parametersAt(index);
    try {
      const moment = momentOf(asked);
      refuseRehearsal(moment, 'Apagar dados não se ensaia: deixe "Data de hoje" vazia.');
      const { today, now } = moment;
      if (String(confirmation).trim() !== CONFIRMATION) {
        throw new ReguaError('erase.unconfirmed', 'Nada foi apagado. Para apagar de vez, escreva APAGAR no campo "Confirmação".', { field: 'confirmation' });
      }
      const document = askedDocument(given);
      const cases = await ledger.eraseDebtor(document, now);
      if (cases > 0) outputs.push(0, { erased: true, on: today, document: maskDocument(document), cases }, index);
      else outputs.push(failures, { erased: false, cases, reason: 'Nenhum caso com este CPF ou CNPJ no registro. Confira o número.' }, index);
    } catch (error) {
      outputs.push(failures, { erased: false, cases: 0, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}
