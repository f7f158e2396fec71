import { postJson } from '../../http/post-json.ts';
import type { MessageProvider } from '../message-provider.ts';

export interface EvolutionSettings {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Name of the instance, i.e. of the connected WhatsApp number. */
  readonly instance: string;
}

/**
 * Evolution API 2.x: `POST /message/sendText/{instance}` with header `apikey` and `{number, text}`; the answer holds
 * `key.id` and `status`. PENDING and SERVER_ACK mean taken, not delivered: delivery comes by webhook (`messages.update`).
 */
export function evolutionProvider(settings: EvolutionSettings): MessageProvider {
  const url = `${settings.baseUrl.replace(/\/+$/, '')}/message/sendText/${encodeURIComponent(settings.instance)}`;
  return {
    // One WhatsApp number: many at once is what gets it blocked.
    concurrency: 4,
    async send(message, signal) {
      if (message.channel !== 'whatsapp') return { kind: 'refused', error: 'a Evolution API só envia WhatsApp' };
      const answer = await postJson({
        url,
        headers: { apikey: settings.apiKey },
        body: { number: message.to.replace(/\D/g, ''), text: message.text },
        secrets: [settings.apiKey],
        signal,
      });
      if (answer.kind !== 'accepted') return answer;
      const body = (answer.body ?? {}) as { key?: { id?: unknown }; status?: unknown };
      if (body.status === 'ERROR') return { kind: 'refused', error: 'o WhatsApp recusou a mensagem' };
      return {
        kind: 'sent',
        status: body.status === 'DELIVERY_ACK' || body.status === 'READ' ? 'delivered' : 'sent',
        ...(typeof body.key?.id === 'string' ? { providerMessageId: body.key.id } : {}),
      };
    },
    close: () => Promise.resolve(),
  };
}
