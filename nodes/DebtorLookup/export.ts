import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Case } from '../../core/case/index.ts';
import type { EvidenceContent } from '../../core/documents/index.ts';
import { debtorExport } from '../../core/documents/index.ts';
import { maskDocument } from '../../core/identity/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import { calledAsTool, inputItems } from '../shared/as-tool.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { rehearsalMarks } from '../shared/rehearsal.ts';
import { momentOf } from '../shared/today.ts';
import { askedDocument } from './asked-document.ts';

const defaults = { today: '', document: '', masked: true };

/** Hands out what the ledger holds about one debtor: a masked view, or every record as it stands. */
export async function exportData(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  const marks = rehearsalMarks(this);
  // An agent that calls this as a tool sees the first output only.
  const failures = calledAsTool(this) ? 0 : 1;
  for (const index of inputItems(this).keys()) {
    const parameters = parametersAt(index);
    try {
      const moment = momentOf(parameters.today);
      const { today } = moment;
      const rehearsed = moment.kind === 'rehearsal' ? marks(moment) : {};
      const document = askedDocument(parameters.document);
      const held = await ledger.exportDebtor(document);
      if (held === undefined) {
        outputs.push(failures, { found: false, reason: 'O registro não guarda nada sobre este CPF ou CNPJ. Confira o número.' }, index);
      } else if (parameters.masked) {
        const cases = held['cases'] as readonly Case[];
        const messages = held['messages'] as readonly EvidenceContent[];
        const views = cases.map((subject) => debtorExport(subject, messagesOf(subject, messages), today));
        const unmatchedPayments = (held['unmatchedPayments'] as readonly { amount: number; paid_on: string; resolved_at: string | null }[]).map((one) => ({
          amount: centsToDecimal(one.amount),
          paidOn: one.paid_on,
          resolved: one.resolved_at !== null,
        }));
        outputs.push(0, { found: true, masked: true, on: today, document: maskDocument(document), cases: views, unmatchedPayments, ...rehearsed }, index);
      } else {
        outputs.push(0, { found: true, masked: false, on: today, ...held, ...rehearsed }, index);
      }
    } catch (error) {
      outputs.push(failures, { found: false, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

function messagesOf(subject: Case, messages: readonly EvidenceContent[]): EvidenceContent[] {
  const own = new Set(subject.contacts.map(({ id }) => id));
  return messages.filter(({ contact }) => own.has(contact.id));
}
