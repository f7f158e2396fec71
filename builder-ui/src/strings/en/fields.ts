import type { fields as portuguese } from '../pt-BR/fields.ts';
import { labels } from './labels.ts';

export const fields: typeof portuguese = {
  fields: {
    channelChoice: {
      channels: { label: 'Channels that may be used', help: 'In order of preference. Tick at least one.', options: labels.channels },
      maxCostCents: { label: 'Largest cost of a contact', absent: 'no limit' },
      preferAnswered: {
        label: 'Prefer where the person answered before',
        help: 'Who solves things by phone gets a call; who answers on WhatsApp, WhatsApp.',
      },
    },
    message: {
      purpose: { label: 'What for', options: labels.purposes },
      channel: { label: 'Goes by', options: { chosen: 'Chosen channel', ...labels.channels } },
      texts: {
        label: 'Texts',
        help: 'The most specific one holds: by channel, tier and reason for default.',
        fields: {
          channel: { label: 'Channel', options: { any: 'All channels', ...labels.channels } },
          tierId: { label: 'Client tier', placeholder: 'valued-client', absent: 'all tiers' },
          defaultReason: {
            label: 'Reason for default',
            absent: 'any reason',
            options: {
              unemployment: 'Unemployment',
              illness: 'Illness',
              forgot: 'Forgot',
              disputed: 'Disagrees',
              'income-drop': 'Lower income',
              bereavement: 'Bereavement',
              other: 'Other',
            },
          },
          subject: { label: 'Subject', help: 'E-mail and letter only.', absent: 'no subject' },
          body: { label: 'Text' },
        },
      },
      asksForAnswer: { label: 'Asks for an answer', help: 'Adds an invitation to answer and records who did.' },
      aiWording: { label: 'Let AI adjust the words', help: 'Values, dates and names stay. On any doubt your text goes out.' },
    },
    offer: { policyId: { label: 'Offer policy', placeholder: 'standard-offer' } },
    bureau: {
      action: { label: 'What to do', options: { request: 'Register with the credit bureau', removal: 'Ask for removal' } },
      provider: { label: 'Bureau', options: { manual: 'By hand (sheet and task)' } },
    },
    smallClaims: { provider: { label: 'How', options: { manual: 'By hand (documents and task)' } } },
    humanTask: {
      title: { label: 'What to do' },
      instructions: { label: 'Instructions', placeholder: 'Ask what happened and offer instalments.' },
      team: { label: 'Team' },
      dueInBusinessDays: { label: 'Due (business days)' },
    },
    any: { note: { label: 'Note for the team', placeholder: 'Why is this block here?' }, name: { label: 'Name' } },
  },
};
