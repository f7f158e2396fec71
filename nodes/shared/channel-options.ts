import type { INodePropertyOptions } from 'n8n-workflow';

export const channelOptions: INodePropertyOptions[] = [
  { name: 'Carta', value: 'letter' },
  { name: 'E-mail', value: 'email' },
  { name: 'Ligação (URA)', value: 'voice' },
  { name: 'SMS', value: 'sms' },
  { name: 'WhatsApp', value: 'whatsapp' },
];
