import type { INodePropertyOptions } from 'n8n-workflow';
import type { MessagePurpose } from '../../core/case/index.ts';

/** What a message is for, in n8n's alphabetical order. */
export const purposeOptions: (INodePropertyOptions & { value: MessagePurpose })[] = [
  { name: 'Acordo', value: 'agreement' },
  { name: 'Agradecimento', value: 'thanks' },
  { name: 'Aviso de negativação', value: 'bureau-notice', description: 'O aviso prévio exigido antes de negativar (CDC, art. 43 §2)' },
  { name: 'Aviso de medida judicial', value: 'legal-notice' },
  { name: 'Cobrança', value: 'charge' },
  { name: 'Formal', value: 'formal' },
  { name: 'Lembrete', value: 'reminder' },
  { name: 'Outra', value: 'other' },
  { name: 'Pesquisa', value: 'survey' },
  { name: 'Proposta', value: 'offer' },
];
