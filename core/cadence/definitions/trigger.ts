import { EVENT_KINDS, INBOUND_EVENT_KINDS } from '../document.ts';
import { EVENT_LABELS } from '../labels.ts';
import { list, optionsOf } from './field.ts';

/** The events that the trigger has an output for, in the order of the outputs. */
export const EVENTS = list({
  parameter: 'events',
  label: 'Eventos',
  required: true,
  options: optionsOf(INBOUND_EVENT_KINDS as readonly Exclude<(typeof EVENT_KINDS)[number], 'installment'>[], EVENT_LABELS),
  default: ['payment'],
});
