import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { caseItemSchema, momentOfJson } from '../shared/item.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { refuseRehearsal } from '../shared/rehearsal.ts';
import { Settlement } from '../shared/settlement.ts';

const defaults = { confirmStatus: 'sent' as 'sent' | 'delivered' | 'failed', contactId: '', providerMessageId: '', failureReason: '' };

/** Closes what `composeOnly` opened, or settles a message in doubt: records the outcome and the step. */
export async function confirmMessages(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const settlement = new Settlement();
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
      const { blockId } = await ledger.confirmContact({
        contactId,
        status: confirmStatus,
        on: moment.today,
        at: moment.now,
        ...(providerMessageId ? { providerMessageId: String(providerMessageId) } : {}),
        ...(failureReason ? { error: failureReason } : {}),
      });
      // A step of several blocks ends with its last: which one this message was stands in its claim.
      if (item.success && confirmStatus !== 'failed') settlement.after(item.data, moment, blockId, { kind: 'done' });
      outputs.push(0, { ...json, confirmation: { contactId, status: confirmStatus } }, index);
    } catch (error) {
      outputs.push(2, { ...json, problem: problemOf(error) }, index);
    }
  }
  await settlement.flush(ledger);
  return outputs.data;
}
