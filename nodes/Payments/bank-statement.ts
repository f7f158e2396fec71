import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { EntryDecision } from '../../core/statement/index.ts';
import {
  daysToLookAt,
  decideStatement,
  isMoneyGoingBack,
  matchCandidateJson,
  readStatement,
  statementEntryJson,
  statementReferences,
} from '../../core/statement/index.ts';
import type { PaymentInput } from '../../ledger/index.ts';
import type { BankFileContext } from './for-each-bank-file.ts';
import { forEachBankFile } from './for-each-bank-file.ts';
import { paymentOutcome } from './payment-outcome.ts';

const NO_FILE = {
  code: 'statement.no-file',
  message: 'Este item não traz arquivo. Ligue antes um nó que traga o extrato do banco (e-mail, pasta, SFTP ou formulário).',
};

/**
 * Records the credits of a bank's statement that are certainly somebody's: each once, however often it comes. What was recorded, or had been, leaves by the
 * first output; every other credit by the second, with those it may be of, and so does money that the bank took back. Other debits are nobody's business.
 */
export async function recordBankStatement(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  return forEachBankFile(this, NO_FILE, async (context) => {
    const { file, tell } = context;
    const read = readStatement(file);
    for (const decision of await decisionsFor(read, context)) {
      const { done, add } = await carryOut(decision, context);
      tell(done, { line: decision.entry.line, entry: statementEntryJson(decision.entry), reference: decision.reference, ...add });
    }
    for (const debit of read.debits) {
      if (!isMoneyGoingBack(debit.text)) continue;
      const message = 'O banco devolveu ou estornou este valor. Se era de um pagamento já lançado, estorne-o com a operação "Estornar".';
      tell(false, { line: debit.line, debit: statementEntryJson(debit), problem: { code: 'statement.money-back', message } });
    }
    for (const { line, message } of read.problems) tell(false, { line, problem: { code: 'statement.to-see', message } });
  });
}

async function decisionsFor(read: ReturnType<typeof readStatement>, { ledger, portfolio, moment }: BankFileContext): Promise<EntryDecision[]> {
  const days = daysToLookAt(read);
  if (!days) return [];
  const references = [...statementReferences(read).values()];
  const booked = await ledger.bookedPayments({ portfolio, references, ...days });
  const known = new Set(booked.map(({ reference }) => reference));
  // A statement that comes again costs no look at everybody who owes.
  const openDebts = references.every((reference) => known.has(reference)) ? [] : await ledger.openDebts({ portfolio });
  return decideStatement(read, { openDebts, booked, today: moment.today });
}

async function carryOut(decision: EntryDecision, { ledger, portfolio, moment }: BankFileContext): Promise<{ readonly done: boolean; readonly add: object }> {
  const { entry, reference } = decision;
  switch (decision.kind) {
    case 'known':
      return paymentOutcome(reference, { kind: 'duplicate', caseId: decision.caseId });
    case 'match': {
      const { caseId, debtId } = decision.debt;
      const payment: PaymentInput = {
        portfolio,
        reference,
        amount: entry.amount,
        paidOn: entry.date,
        at: moment.now,
        caseId,
        ...(debtId === undefined ? {} : { debtId }),
      };
      const { done, add } = paymentOutcome(reference, await ledger.recordPayment(payment));
      return { done, add: { match: matchCandidateJson(entry, decision), ...add } };
    }
    case 'candidates': {
      const candidates = decision.candidates.map((one) => matchCandidateJson(entry, one));
      return { done: false, add: { candidates, more: decision.more, problem: { code: 'statement.whose', message: decision.why } } };
    }
  }
}
