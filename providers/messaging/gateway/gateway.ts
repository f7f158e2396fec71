import { postJson } from '../../http/post-json.ts';
import type { MessageProvider } from '../message-provider.ts';

export interface GatewaySettings {
  /** `https://gateway.example/v1`, with or without a slash at the end. */
  readonly baseUrl: string;
  readonly token: string;
}

/**
 * A generic HTTP gateway for SMS, WhatsApp and voice, small enough for a team to put in front of whatever they use:
 * `POST {baseUrl}/messages` with `Authorization: Bearer …` and `{to, channel, text, reference, subject?}` answers 2xx `{id, status}`.
 * `reference` is ours and unique per message: the gateway drops a second one with the same. Receipts come back to the Régua trigger.
 */
export function gatewayProvider(settings: GatewaySettings): MessageProvider {
  const url = `${settings.baseUrl.replace(/\/+$/, '')}/messages`;
  return {
    concurrency: 20,
    async send(message, signal) {
      const answer = await postJson({
        url,
        headers: { authorization: `Bearer ${settings.token}`, 'idempotency-key': message.reference },
        body: {
          to: message.to,
          channel: message.channel,
          text: message.text,
          reference: message.reference,
          ...(message.subject ? { subject: message.subject } : {}),
        },
        secrets: [settings.token],
        signal,
      });
      if (answer.kind !== 'accepted') return answer;
      const body = (answer.body ?? {}) as { id?: unknown; status?: unknown };
      if (body.status === 'failed' || body.status === 'rejected') return { kind: 'refused', error: 'o gateway recusou a mensagem' };
      return {
        kind: 'sent',
        status: body.status === 'delivered' ? 'delivered' : 'sent',
        ...(typeof body.id === 'string' || typeof body.id === 'number' ? { providerMessageId: String(body.id) } : {}),
      };
    },
    close: () => Promise.resolve(),
  };
}
