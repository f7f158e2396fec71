import { chunks } from '../../shared/chunks.ts';
import { letOthersIn } from '../let-others-in.ts';
import { fromAsaas, isAsaas } from './asaas.ts';
import type { EventBody } from './event-body.ts';
import { bodyComplaint, eventBodySchema } from './event-body.ts';
import { fromEvolution, isEvolution } from './evolution.ts';

/** What a provider tells and nobody but a person can judge, or that is not as its kind should be; the reason is a whole sentence. */
export interface UnreadEvent {
  readonly body: object;
  readonly reason: string;
}

export type ReadBody =
  | { readonly kind: 'events'; readonly events: readonly EventBody[]; readonly unread: readonly UnreadEvent[] }
  | { readonly kind: 'invalid'; readonly reason: string; readonly field?: string };

/** A list is read in pieces: checking twenty thousand events takes longer than others should wait. */
const AT_ONCE = 500;

/**
 * Our own JSON, an Asaas webhook or an Evolution webhook. One that concerns us in nothing gives no events, and that is no fault; of a provider's list what can
 * be read is read, and the rest is handed out beside it.
 */
export async function readBody(body: unknown): Promise<ReadBody> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { kind: 'invalid', reason: 'O corpo precisa ser um objeto JSON com o campo "event".' };
  const asaas = isAsaas(body) ? fromAsaas(body) : undefined;
  const provider = asaas?.events ?? (isEvolution(body) ? fromEvolution(body) : undefined);
  if (provider === undefined) {
    const parsed = eventBodySchema.safeParse(body);
    return parsed.success ? { kind: 'events', events: [parsed.data], unread: [] } : { kind: 'invalid', ...bodyComplaint(parsed.error) };
  }
  const events: EventBody[] = [];
  const unread: UnreadEvent[] = [...(asaas?.toSee ?? [])];
  for (const chunk of chunks(provider, AT_ONCE)) {
    for (const one of chunk) {
      const parsed = eventBodySchema.safeParse(one);
      if (parsed.success) events.push(parsed.data);
      else unread.push({ body: one, reason: `Não entendi este aviso de um provedor. ${bodyComplaint(parsed.error).reason}` });
    }
    await letOthersIn();
  }
  return { kind: 'events', events, unread };
}
