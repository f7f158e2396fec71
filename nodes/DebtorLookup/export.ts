import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Case } from '../../core/case/index.ts';
import type { EvidenceContent } from '../../core/documents/index.ts';
import { debtorExport } from '../../core/documents/index.ts';
import { maskDocument } from '../../core/identity/index.ts';
import { centsToDecimal } from '../../core/money.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { portfolioScope } from '../shared/portfolio-scope.ts';
import { problemOf } from '../shared/problem.ts';
import { rehearsalMarks } from '../shared/rehearsal.ts';
import { momentOf } from '../shared/today.ts';
import { askedDocument } from './asked-document.ts';

const defaults = { today: '', portfolio: '', document: '', masked: true };

/** Hands out what the ledger holds about one debtor, portfolio by portfolio: a masked view, or every record as it stands. */
export async function exportData(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  const marks = rehearsalMarks(this);
  for (const index of this.getInputData().keys()) {
    const parameters = parametersAt(index);
    try {
      const moment = momentOf(parameters.today);
      const { today } = moment;
      const rehearsed = moment.kind === 'rehearsal' ? marks(moment) : {};
      const document = askedDocument(parameters.document);
      const held = await ledger.exportDebtor(document, portfolioScope(parameters.portfolio));
      if (held === undefined) {
        outputs.push(1, { found: false, reason: 'O registro não guarda nada sobre este CPF ou CNPJ. Confira o número.' }, index);
      } else if (parameters.masked) {
        const cases = held['cases'] as readonly (Case & { readonly portfolio: string })[];
        const messages = held['messages'] as readonly EvidenceContent[];
        const views = cases.map((subject) => ({ portfolio: subject.portfolio, ...debtorExport(subject, messagesOf(subject, messages), today) }));
        const unmatchedPayments = (
          held['unmatchedPayments'] as readonly { portfolio: string; amount: number; paid_on: string; resolved_at: string | null }[]
        ).map((one) => ({
          portfolio: one.portfolio,
          amount: centsToDecimal(one.amount),
          paidOn: one.paid_on,
          resolved: one.resolved_at !== null,
        }));
        outputs.push(
          0,
          {
            found: true,
            masked: true,
            on: today,
            document: maskDocument(document),
            portfolios: held['portfolios'],
            cases: views,
            unmatchedPayments,
            ...rehearsed,
          },
          index,
        );
      } else {
        outputs.push(0, { found: true, masked: false, on: today, ...held, ...rehearsed }, index);
      }
    } catch (error) {
      outputs.push(1, { found: false, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

function messagesOf(subject: Case, messages: readonly EvidenceContent[]): EvidenceContent[] {
  const own = new Set(subject.contacts.map(({ id }) => id));
  return messages.filter(({ contact }) => own.has(contact.id));
}
