import { JsonClient } from '../../http/json-request.ts';
import { receiptOf } from '../http-receipt.ts';
import type { HttpContract } from '../http-receipt.ts';
import type { MessageProvider } from '../message-provider.ts';

export interface EvolutionSettings {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Name of the instance, i.e. of the connected WhatsApp number. */
  readonly instance: string;
}

const CONTRACT: HttpContract = {
  faultOf: ({ status, body }) => {
    const text = JSON.stringify(body);
    // The number's own WhatsApp is not connected: Baileys' words for it, in whatever status they come.
    if (/Connection Closed|Connection Terminated|not connected/i.test(text)) return 'account';
    if (status !== 400) return undefined;
    return /"exists":false/.test(text) ? 'person' : 'message';
  },
  taken: ({ key, status }) => {
    if (status === 'ERROR') return { kind: 'refused', fault: 'person', error: 'o WhatsApp recusou a mensagem' };
    const { id } = (key ?? {}) as { id?: unknown };
    if (typeof id !== 'string') return undefined;
    return { kind: 'sent', status: status === 'DELIVERY_ACK' || status === 'READ' ? 'delivered' : 'sent', providerMessageId: id };
  },
};

/**
 * Evolution API 2.x: `POST /message/sendText/{instance}` with header `apikey` and `{number, text}`; the answer holds
 * `key.id` and `status`. PENDING and SERVER_ACK mean taken, not delivered: delivery comes by webhook (`messages.update`). A number without WhatsApp is
 * a 400 with `exists: false`; an instance that does not exist a 404. It takes no reference of ours, so a message in doubt can't be looked up.
 */
export function evolutionProvider(settings: EvolutionSettings): MessageProvider {
  const url = `${settings.baseUrl.replace(/\/+$/, '')}/message/sendText/${encodeURIComponent(settings.instance)}`;
  const client = new JsonClient();
  return {
    // One WhatsApp number: many at once is what gets it blocked.
    concurrency: 4,
    async send({ channel, to, text }, signal) {
      if (channel !== 'whatsapp') return { kind: 'refused', fault: 'message', error: 'a Evolution API só envia WhatsApp' };
      const body = { number: to.replace(/\D/g, ''), text };
      return receiptOf(await client.ask({ url, headers: { apikey: settings.apiKey }, body, secrets: [settings.apiKey], signal }), CONTRACT);
    },
    close: () => {
      client.close();
      return Promise.resolve();
    },
  };
}
