import { JsonClient } from '../../http/json-request.ts';
import { receiptOf } from '../http-receipt.ts';
import type { HttpContract } from '../http-receipt.ts';
import type { MessageProvider } from '../message-provider.ts';

export interface GatewaySettings {
  /** `https://gateway.example/v1`, with or without a slash at the end. */
  readonly baseUrl: string;
  readonly token: string;
}

const CONTRACT: HttpContract = {
  taken: ({ id, status }) => {
    if (status === 'failed' || status === 'rejected') return { kind: 'refused', fault: 'person', error: 'o gateway recusou a mensagem' };
    if (typeof id !== 'string' && typeof id !== 'number') return undefined;
    return { kind: 'sent', status: status === 'delivered' ? 'delivered' : 'sent', providerMessageId: String(id) };
  },
};

/**
 * A generic HTTP gateway for SMS, WhatsApp and voice, small enough for a team to put in front of whatever they use (docs/gateway.md):
 * `POST {baseUrl}/messages` with `Authorization: Bearer …` and `{to, channel, text, reference, subject?}` answers 2xx `{id, status}`.
 * `reference` is ours and unique per message: the gateway drops a second one with the same, and may answer `GET {baseUrl}/messages/{reference}` about it.
 */
export function gatewayProvider(settings: GatewaySettings): MessageProvider {
  const url = `${settings.baseUrl.replace(/\/+$/, '')}/messages`;
  const client = new JsonClient();
  const authorization = `Bearer ${settings.token}`;
  const secrets = [settings.token];
  return {
    concurrency: 20,
    async send({ to, channel, text, reference, subject }, signal) {
      const body = { to, channel, text, reference, ...(subject ? { subject } : {}) };
      return receiptOf(await client.ask({ url, headers: { authorization, 'idempotency-key': reference }, body, secrets, signal }), CONTRACT);
    },
    async lookUp(reference, signal) {
      const answer = await client.ask({ method: 'GET', url: `${url}/${encodeURIComponent(reference)}`, headers: { authorization }, secrets, signal });
      if (answer.kind !== 'answered') return { kind: 'unknown', error: answer.error };
      if (answer.status === 200) return receiptOf(answer, CONTRACT);
      // It answers about messages, and knows of none with this reference; any other 404 is a gateway that has no such address.
      const named = answer.status === 404 && (answer.body as { reference?: unknown } | null)?.reference === reference;
      return { kind: named ? 'unreachable' : 'unknown', error: named ? 'o gateway não recebeu esta mensagem' : answer.error };
    },
    close: () => {
      client.close();
      return Promise.resolve();
    },
  };
}
