/** The ways a debtor is reached. `voice` is an automated humane call (URA); `letter` is paper. */
export const CHANNELS = ['email', 'sms', 'whatsapp', 'voice', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Channel names as users read them. */
export const CHANNEL_LABELS: Record<Channel, string> = {
  email: 'E-mail',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  voice: 'Ligação (URA)',
  letter: 'Carta',
};
