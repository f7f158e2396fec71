import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ReturnedTitle } from '../../core/bank-return/index.ts';
import { isTakenNoteOf, readBankReturn, returnedTitleJson, returnReferences } from '../../core/bank-return/index.ts';
import type { PaymentInput } from '../../ledger/ledger.ts';
import type { BankFileContext } from './for-each-bank-file.ts';
import { forEachBankFile } from './for-each-bank-file.ts';
import { paymentOutcome } from './payment-outcome.ts';

const NO_FILE = {
  code: 'return.no-file',
  message: 'Este item não traz arquivo. Ligue antes um nó que traga o retorno do banco (e-mail, pasta, SFTP ou formulário).',
};

/**
 * Records what a bank's return file says was paid: each title once, however often the file comes. What was recorded, or needs nothing, leaves by the first
 * output; what a person has to see (a payment without a title, a refusal, a protest, what the file doesn't explain) by the second.
 */
export async function recordBankReturn(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachBankFile(this, NO_FILE, async (context) => {
    const read = readBankReturn(context.file);
    for (const [title, reference] of returnReferences(read)) {
      const { done, add } = await recordTitle(title, reference, context);
      context.tell(done, { bank: read.bank, line: title.line, title: returnedTitleJson(title), ...add });
    }
    for (const { line, message } of read.problems) context.tell(false, { line, problem: { code: 'return.to-see', message } });
  });
}

async function recordTitle(
  title: ReturnedTitle,
  reference: string,
  { ledger, portfolio, moment }: BankFileContext,
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
