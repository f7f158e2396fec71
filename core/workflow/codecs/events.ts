import { EVENTS } from '../../cadence/definitions/trigger.ts';
import { INBOUND_EVENT_KINDS, type EventKind } from '../../cadence/document.ts';
import { decodeField } from './fields.ts';

/** The events that a trigger’s parameters choose, in the order of its outputs; what n8n left out is the default. */
export function decodeEvents(parameters: Readonly<Record<string, unknown>>): unknown[] {
  const events = decodeField(EVENTS, parameters[EVENTS.parameter]);
  return Array.isArray(events) ? events : [];
}

export const isInboundEvent = (event: unknown): event is EventKind => INBOUND_EVENT_KINDS.some((kind) => kind === event);
