import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ReguaError } from '../../core/errors.ts';
import type { Ledger, UnattributedEvent } from '../../ledger/index.ts';
import { ALL_PORTFOLIOS } from '../../ledger/index.ts';
import { eventBodySchema } from '../ReguaTrigger/inbound/event-body.ts';
import type { EventBody } from '../ReguaTrigger/inbound/event-body.ts';
import { recordEvent } from '../ReguaTrigger/record-event.ts';
import { ledgerOf } from '../shared/ledger-access.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import type { Moment } from '../shared/today.ts';
import { momentOf } from '../shared/today.ts';

const defaults = { today: '', eventId: '', caseId: '' };

/** Puts events that belonged to nobody on the cases a person names, as if they had come for them; without a case the event is closed as nobody's. */
export async function attributeEvents(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parametersAt = readParameters(this, defaults);
  const ledger = await ledgerOf(this);
  const outputs = new Outputs(2);
  for (const [index, { json }] of this.getInputData().entries()) {
    try {
      const { today, eventId, caseId } = parametersAt(index);
      const id = String(eventId).trim() || (typeof json['eventId'] === 'string' ? json['eventId'] : '');
      outputs.push(0, { ...json, ...(await attribute(id, String(caseId).trim(), momentOf(today), ledger)) }, index);
    } catch (error) {
      outputs.push(1, { ...json, problem: problemOf(error) }, index);
    }
  }
  return outputs.data;
}

async function attribute(id: string, caseId: string, moment: Moment, ledger: Ledger): Promise<object> {
  const event = (await ledger.unattributedEvents({ portfolio: ALL_PORTFOLIOS })).find((one) => one.id === id);
  if (!event) throw new ReguaError('event.unknown', `Não há aviso sem dono com o código "${id}". Confira na lista de avisos.`, { field: 'eventId' });
  if (caseId === '') {
    await ledger.resolveEvent({ id, at: moment.now });
    return { eventId: id, result: 'closed' };
  }
  const [found] = await ledger.findCases({ portfolio: event.portfolio || ALL_PORTFOLIOS, caseId });
  if (!found)
    throw new ReguaError('event.case', `O caso "${caseId}" não está na carteira "${event.portfolio}", por cujo gatilho este aviso veio.`, { field: 'caseId' });
  const run = await ledger.latestRun(event.door, found.portfolio);
  const door = { cadenceId: event.door, portfolio: found.portfolio, run };
  const recorded = await recordEvent({ ...bodyOf(event), caseId }, { ledger, door, moment, isKept: true });
  // It stays open, with the reason of the new attempt, when it can't be done on this case either.
  if (recorded.kind === 'kept') throw new ReguaError('event.refused', recorded.reason, { field: 'caseId' });
  await ledger.resolveEvent({ id, caseId, at: moment.now });
  return { eventId: id, caseId, result: recorded.kind, event: event.kind };
}

/** The event was read when it came; amounts are cents by now, so it isn't read again. */
function bodyOf({ kind, body }: UnattributedEvent): EventBody {
  const known = eventBodySchema.options.some(({ shape }) => shape.event.value === kind) && 'event' in body;
  if (!known) throw new ReguaError('event.unreadable', 'Este aviso não pôde ser entendido: só dá para fechá-lo, sem dizer de que caso é.', { field: 'caseId' });
  return body as EventBody;
}
