import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ReturnedTitle } from '../../core/bank-return/index.ts';
import { isTakenNoteOf, readBankReturn, returnedTitleJson, returnReferences } from '../../core/bank-return/index.ts';
import { ReguaError } from '../../core/errors.ts';
import type { Ledger, PaymentInput } from '../../ledger/ledger.ts';
import { momentOfJson } from '../shared/item.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { portfolioScope } from '../shared/portfolio-scope.ts';
import { problemOf } from '../shared/problem.ts';
import { refuseRehearsal } from '../shared/rehearsal.ts';
import type { Moment } from '../shared/today.ts';
import { paymentOutcome } from './payment-outcome.ts';

const defaults = { portfolio: '' };

/**
 * Records what a bank's return file says was paid: each title once, however often the file comes. What was recorded, or needs nothing, leaves by the first
 * output; what a person has to see (a payment without a title, a refusal, a protest, what the file doesn't explain) by the second.
 */
export async function recordBankReturn(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  for (const [index, { json, binary }] of this.getInputData().entries()) {
    try {
      const moment = momentOfJson(json);
      refuseRehearsal(moment, 'Pagamentos não se ensaiam.');
      const [file] = Object.keys(binary ?? {});
      if (file === undefined)
        throw new ReguaError(
          'return.no-file',
          'Este item não traz arquivo. Ligue antes um nó que traga o retorno do banco (e-mail, pasta, SFTP ou formulário).',
          {
            field: 'binary',
          },
        );
      const read = readBankReturn(await this.helpers.getBinaryDataBuffer(index, file));
      const portfolio = portfolioScope(parametersAt(index).portfolio);
      for (const [title, reference] of returnReferences(read)) {
        const { done, add } = await recordTitle(title, reference, { ledger, portfolio, moment });
        outputs.push(done ? 0 : 1, { bank: read.bank, line: title.line, title: returnedTitleJson(title), ...add }, index);
      }
      for (const { line, message } of read.problems) outputs.push(1, { line, problem: { code: 'return.to-see', message } }, index);
    } catch (error) {
      outputs.push(1, { ...json, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

async function recordTitle(
  title: ReturnedTitle,
  reference: string,
  { ledger, portfolio, moment }: { readonly ledger: Ledger; readonly portfolio: PaymentInput['portfolio']; readonly moment: Moment },
): Promise<{ readonly done: boolean; readonly add: object }> {
  const { paid, paidOn, yourNumber } = title;
  if (paid === undefined) return { done: isTakenNoteOf(title), add: {} };
  const payment: PaymentInput = {
    portfolio,
    reference,
    amount: paid,
    paidOn: paidOn ?? moment.today,
    at: moment.now,
    ...(yourNumber === '' ? {} : { debtNumber: yourNumber }),
  };
  return paymentOutcome(reference, await ledger.recordPayment(payment));
}
