import type { BlockKind } from './blocks.ts';
import type { EventKind } from './document.ts';
import type { DefaultReason, MessagePurpose } from '../case/index.ts';

/** What a manager calls each block. */
export const BLOCK_LABELS: Record<BlockKind, string> = {
  channelChoice: 'Escolha do canal',
  message: 'Mensagem humanizada',
  offer: 'Proposta de acordo',
  bureau: 'Órgão de proteção',
  smallClaims: 'Juizado especial',
  humanTask: 'Tarefa para uma pessoa',
  custom: 'Nó do n8n',
};

export const EVENT_LABELS: Record<EventKind, string> = {
  payment: 'Pagamento recebido',
  reply: 'Cliente respondeu',
  promise: 'Promessa de pagamento',
  agreement: 'Acordo fechado',
  installment: 'Parcela do acordo',
  dispute: 'Cobrança contestada',
  optOut: 'Pediu para não ser contatado',
  survey: 'Resposta da pesquisa',
  delivery: 'Comprovante de entrega',
  reversal: 'Pagamento devolvido',
};

export const PURPOSE_LABELS: Record<MessagePurpose, string> = {
  reminder: 'Lembrete',
  charge: 'Aviso de atraso',
  formal: 'Mensagem formal',
  offer: 'Proposta',
  'bureau-notice': 'Aviso prévio de negativação',
  'legal-notice': 'Aviso de medida judicial',
  thanks: 'Agradecimento',
  survey: 'Pesquisa',
  agreement: 'Acordo',
  other: 'Outra',
};

/** Why a debtor fell behind. */
export const REASON_LABELS: Record<DefaultReason, string> = {
  unemployment: 'Desemprego',
  illness: 'Doença',
  forgot: 'Esqueceu',
  disputed: 'Não concorda',
  'income-drop': 'Renda menor',
  bereavement: 'Luto',
  other: 'Outro',
};

/** `-3` → `D-3`, `0` → `D0`, `7` → `D+7`. */
export function dayLabel(day: number): string {
  return day > 0 ? `D+${day}` : day < 0 ? `D-${-day}` : 'D0';
}
