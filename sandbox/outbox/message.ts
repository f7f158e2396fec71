export const channels = ['whatsapp', 'sms', 'email', 'voice'] as const;
export type Channel = (typeof channels)[number];

/** One message as it arrived at a provider. */
export type OutboxMessage = {
  id: string;
  /** ISO instant of arrival. */
  at: string;
  channel: Channel;
  /** The door it came in by. */
  via: 'smtp' | 'gateway' | 'evolution';
  /** Phone number or e-mail addresses as the sender wrote them. */
  to: string;
  from?: string;
  subject?: string;
  text: string;
  html?: string;
  /** The sender's own mark, by which it knows the message again. */
  reference?: string;
  /** ISO instant at which a receipt told the Régua trigger that it arrived. */
  deliveredAt?: string;
};

export function isChannel(value: unknown): value is Channel {
  return channels.includes(value as Channel);
}
