import { fromAsaas, isAsaas } from './asaas.ts';
import type { EventBody } from './event-body.ts';
import { bodyComplaint, eventBodySchema } from './event-body.ts';
import { fromEvolution, isEvolution } from './evolution.ts';

export type ReadBody = { readonly kind: 'events'; readonly events: readonly EventBody[] } | { readonly kind: 'invalid'; readonly reason: string };

/** Our own JSON, an Asaas webhook or an Evolution webhook. One that concerns us in nothing gives no events, and that is no fault. */
export function readBody(body: unknown): ReadBody {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { kind: 'invalid', reason: 'O corpo precisa ser um objeto JSON com o campo "event".' };
  const raw = isAsaas(body) ? [fromAsaas(body)].filter((one) => one !== null) : isEvolution(body) ? fromEvolution(body) : [body];
  const events: EventBody[] = [];
  for (const one of raw) {
    const parsed = eventBodySchema.safeParse(one);
    if (!parsed.success) return { kind: 'invalid', reason: bodyComplaint(parsed.error) };
    events.push(parsed.data);
  }
  return { kind: 'events', events };
}
