import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { maskDocument, maskEmail, maskPhone } from '../../core/identity/index.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { portfolioScope } from '../shared/portfolio-scope.ts';

const defaults = { portfolio: '', all: false };

/** One item per event that belongs to nobody known, oldest first, with all that it says. The incoming items only start it. */
export async function listUnattributed(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const { portfolio, all } = readParameters(this, defaults)(0);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(1);
  for (const { id, body, ...event } of await ledger.unattributedEvents({ portfolio: portfolioScope(portfolio), status: all ? 'all' : 'open' })) {
    const { document, phone, email, ...said } = body;
    const from = {
      ...(typeof document === 'string' ? { documentMasked: maskDocument(document) } : {}),
      ...(typeof phone === 'string' ? { phoneMasked: maskPhone(phone) } : {}),
      ...(typeof email === 'string' ? { emailMasked: maskEmail(email) } : {}),
    };
    outputs.push(0, { eventId: id, ...event, ...from, said }, 0);
  }
  return outputs.data;
}
