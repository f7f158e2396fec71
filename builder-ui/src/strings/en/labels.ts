import type { core as portuguese } from '../pt-BR/core.ts';

export const labels: (typeof portuguese)['labels'] = {
  channels: { email: 'E-mail', sms: 'SMS', whatsapp: 'WhatsApp', voice: 'Voice call', letter: 'Letter' },
  blocks: {
    channelChoice: 'Channel choice',
    message: 'Humane message',
    offer: 'Offer of an agreement',
    bureau: 'Credit bureau',
    smallClaims: 'Small claims court',
    humanTask: 'Task for a person',
    custom: 'n8n node',
  },
  purposes: {
    reminder: 'Reminder',
    charge: 'Overdue notice',
    formal: 'Formal message',
    offer: 'Offer',
    'bureau-notice': 'Notice before registration',
    'legal-notice': 'Notice of legal action',
    thanks: 'Thanks',
    survey: 'Survey',
    agreement: 'Agreement',
    other: 'Other',
  },
  events: {
    payment: 'Payment received',
    reply: 'Client replied',
    promise: 'Promise to pay',
    agreement: 'Agreement made',
    installment: 'Instalment of the agreement',
    optOut: 'Asked not to be contacted',
    survey: 'Answer to the survey',
    delivery: 'Proof of delivery',
    reversal: 'Payment reversed',
    dispute: 'Client contested the debt',
  },
};
