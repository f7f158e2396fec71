/** A webhook of Evolution API 2.x: `data` is one object, or a list of them. */
export interface EvolutionBody {
  readonly event: 'messages.update' | 'messages.upsert';
  readonly data: unknown;
}

interface EvolutionData {
  readonly keyId?: string;
  readonly status?: string;
  readonly key?: { readonly id?: string; readonly remoteJid?: string; readonly remoteJidAlt?: string; readonly fromMe?: boolean };
  readonly message?: { readonly conversation?: string; readonly extendedTextMessage?: { readonly text?: string } };
  readonly messageTimestamp?: number | string;
}

/** PENDING and SERVER_ACK prove nothing about the debtor's phone. */
const STATUS: ReadonlyMap<unknown, 'delivered' | 'read' | 'failed'> = new Map([
  ['DELIVERY_ACK', 'delivered'],
  ['READ', 'read'],
  ['PLAYED', 'read'],
  ['ERROR', 'failed'],
]);

export function isEvolution(body: object): body is EvolutionBody {
  const { event, data } = body as { event?: unknown; data?: unknown };
  return (event === 'messages.update' || event === 'messages.upsert') && typeof data === 'object' && data !== null;
}

/** The receipts and replies in an Evolution webhook as events of ours; empty when it says nothing that concerns us. */
export function fromEvolution({ event, data }: EvolutionBody): object[] {
  const list = (Array.isArray(data) ? data : [data]) as unknown[];
  const objects = list.filter((one): one is EvolutionData => typeof one === 'object' && one !== null);
  return objects.flatMap((one) => (event === 'messages.update' ? receipt(one) : reply(one)));
}

/** The year 2100: a date beyond what dates can hold would throw. */
const LAST_SECOND = 4_102_444_800;

function receipt(one: EvolutionData): object[] {
  const status = STATUS.get(one.status);
  const id = one.keyId ?? one.key?.id;
  if (status === undefined || typeof id !== 'string') return [];
  return [{ event: 'delivery', id: `${id}:${status}`, providerMessageId: id, status, ...(status === 'failed' ? { failure: 'o WhatsApp não entregou' } : {}) }];
}

function reply(one: EvolutionData): object[] {
  const text = one.message?.conversation ?? one.message?.extendedTextMessage?.text;
  // WhatsApp hides some numbers behind an id of its own (`@lid`); the number is then in the other field.
  const jid = [one.key?.remoteJid, one.key?.remoteJidAlt].find((candidate) => typeof candidate === 'string' && candidate.endsWith('@s.whatsapp.net'));
  if (one.key?.fromMe !== false || typeof text !== 'string' || jid === undefined) return [];
  const seconds = Number(one.messageTimestamp);
  return [
    {
      event: 'reply',
      channel: 'whatsapp',
      text,
      phone: `+${jid.split('@')[0]!.split(':')[0]}`,
      ...(one.key.id === undefined ? {} : { id: one.key.id }),
      ...(seconds > 0 && seconds < LAST_SECOND ? { at: new Date(seconds * 1000).toISOString() } : {}),
    },
  ];
}
