import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Ledger } from '../../ledger/ledger.ts';
import type { CaseItem } from '../shared/item.ts';
import { caseItemSchema, momentOfJson } from '../shared/item.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { refuseRehearsal } from '../shared/rehearsal.ts';
import { StepJournal } from '../shared/step-journal.ts';

const defaults = { confirmStatus: 'sent' as 'sent' | 'delivered' | 'failed', contactId: '', providerMessageId: '', failureReason: '' };

/** Closes what `composeOnly` opened, or settles a message in doubt: records the outcome and the step. */
export async function confirmMessages(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const journal = new StepJournal(ledger);
  const outputs = new Outputs(3);
  for (const [index, { json }] of this.getInputData().entries()) {
    const { confirmStatus, contactId: given, providerMessageId, failureReason } = parametersAt(index);
    const item = caseItemSchema.safeParse(json);
    const contactId = String(given).trim() || (item.success ? item.data.message?.contactId : undefined);
    if (!contactId) {
      outputs.push(1, { ...json, confirmation: { reason: 'O item não traz contato a confirmar (message.contactId).' } }, index);
      continue;
    }
    try {
      const moment = momentOfJson(json);
      refuseRehearsal(moment, 'Confirmações não se ensaiam.');
      await ledger.recordOutcomes([
        {
          contactId,
          status: confirmStatus,
          at: moment.now,
          ...(providerMessageId ? { providerMessageId: String(providerMessageId) } : {}),
          ...(confirmStatus === 'failed' ? { error: failureReason || 'a equipe informou que não saiu' } : {}),
        },
      ]);
      if (item.success) {
        if (confirmStatus === 'failed') journal.deferred(item.data, moment, moment.today, failureReason || 'A equipe informou que a mensagem não saiu.');
        else journal.done(item.data, moment, await blockOf(item.data, contactId, ledger));
      }
      outputs.push(0, { ...json, confirmation: { contactId, status: confirmStatus } }, index);
    } catch (error) {
      outputs.push(2, { ...json, problem: problemOf(error) }, index);
    }
  }
  await journal.flush();
  return outputs.data;
}

/** A step of several blocks ends with its last: which one this message was stands in its claim. */
async function blockOf(item: CaseItem, contactId: string, ledger: Ledger): Promise<string> {
  if (item.step?.closedBy === undefined) return '';
  const subject = (await ledger.loadCases([item.caseId])).get(item.caseId);
  return subject?.contacts.find(({ id }) => id === contactId)?.blockId ?? '';
}
