import { CHANNEL_LABELS, CHANNELS, DEFAULT_REASONS, MESSAGE_PURPOSES, TEAMS } from '../../case/index.ts';
import { PURPOSE_LABELS, REASON_LABELS } from '../labels.ts';
import { choice, id, list, money, number, optionsOf, rows, text, toggle, type Fields } from './field.ts';

/** A kind of block that is a node of ours. */
interface BlockDefinition {
  /** Values of the node's `operation` that are this block, the first being what the form begins with; absent = the node does one thing only. */
  readonly operations?: readonly [string, ...string[]];
  readonly fields: Fields;
}

const channels = optionsOf(CHANNELS, CHANNEL_LABELS);

const define = <const Definitions extends Readonly<Record<string, BlockDefinition>>>(definitions: Definitions): Definitions => definitions;

/** Every block of ours, in the order of its forms. A custom block is a node of somebody else's: it has nothing to define. */
export const BLOCKS = define({
  channelChoice: {
    fields: {
      channels: list({
        parameter: 'channels',
        label: 'Canais que podem ser usados',
        help: 'Na ordem de preferência. Marque ao menos um.',
        required: true,
        min: 1,
        options: channels,
        default: ['whatsapp', 'email', 'sms'],
        formerly: [{ until: 1, default: ['whatsapp', 'sms', 'email'] }],
      }),
      maxCostCents: money({ parameter: 'maxCost', label: 'Custo máximo por contato', optional: true, absent: 'sem limite' }),
      preferAnswered: toggle({
        parameter: 'preferAnswered',
        label: 'Preferir onde a pessoa já respondeu',
        help: 'Quem resolve por telefone recebe ligação; quem responde no WhatsApp, WhatsApp.',
        default: true,
      }),
    },
  },
  message: {
    operations: ['send'],
    fields: {
      purpose: choice({
        parameter: 'purpose',
        label: 'Para que serve',
        required: true,
        options: optionsOf(MESSAGE_PURPOSES, PURPOSE_LABELS, { 'bureau-notice': 'O aviso prévio exigido antes de negativar (CDC, art. 43 §2)' }),
        default: 'charge',
      }),
      channel: choice({
        parameter: 'channel',
        label: 'Por onde vai',
        options: [{ value: 'chosen', label: 'Canal escolhido', help: 'Pelo bloco "Escolha do canal"; na falha, tenta o seguinte da ordem' }, ...channels],
        default: 'chosen',
      }),
      texts: rows({
        parameter: 'texts',
        label: 'Textos',
        help: 'O mais específico vale: por canal, faixa e motivo do atraso.',
        required: true,
        min: 1,
        item: 'text',
        itemLabel: 'Texto',
        add: 'Outro texto',
        default: [{ channel: 'any', body: 'Olá, {{ debtor.firstName }}.' }],
        fields: {
          channel: choice({ parameter: 'channel', label: 'Canal', options: [{ value: 'any', label: 'Todos os canais' }, ...channels], default: 'any' }),
          tierId: id({ parameter: 'tierId', label: 'Faixa de cliente', placeholder: 'cliente-valioso', optional: true, absent: 'todas as faixas' }),
          defaultReason: choice({
            parameter: 'defaultReason',
            label: 'Motivo do atraso',
            optional: true,
            absent: 'qualquer motivo',
            options: optionsOf(DEFAULT_REASONS, REASON_LABELS),
          }),
          subject: text({ parameter: 'subject', label: 'Assunto', help: 'Só em e-mail e carta.', optional: true, absent: 'sem assunto', maxLength: 200 }),
          body: text({ parameter: 'body', label: 'Texto', required: true, maxLength: 10_000, rows: 6 }),
        },
      }),
      asksForAnswer: toggle({
        parameter: 'asksForAnswer',
        label: 'Pede uma resposta',
        help: 'Inclui um convite a responder e registra quem respondeu.',
      }),
      aiWording: toggle({
        parameter: 'aiWording',
        label: 'Deixar a IA ajustar as palavras',
        help: 'Valores, datas e nomes não mudam. Na dúvida, vai o seu texto.',
      }),
    },
  },
  offer: {
    operations: ['propose'],
    fields: {
      policyId: id({ parameter: 'policyId', label: 'Política de acordo', placeholder: 'acordo-padrao', required: true }),
    },
  },
  bureau: {
    operations: ['request', 'removal'],
    fields: {
      action: choice({
        parameter: 'operation',
        label: 'O que fazer',
        required: true,
        options: [
          { value: 'request', label: 'Registrar no órgão de proteção' },
          { value: 'removal', label: 'Pedir a baixa do registro' },
        ],
        default: 'request',
      }),
      provider: choice({
        parameter: 'provider',
        label: 'Órgão',
        options: [{ value: 'manual', label: 'Manual (planilha e tarefa)', help: 'Serve para Serasa, SPC e Boa Vista: uma pessoa envia pelo site do órgão' }],
        default: 'manual',
      }),
    },
  },
  smallClaims: {
    operations: ['prepare'],
    fields: {
      provider: choice({
        parameter: 'provider',
        label: 'Como',
        options: [
          {
            value: 'manual',
            label: 'Manual (documentos e tarefa)',
            help: 'Nenhum juizado recebe a primeira petição por sistema: uma pessoa protocola',
          },
        ],
        default: 'manual',
      }),
    },
  },
  humanTask: {
    fields: {
      title: text({ parameter: 'title', label: 'O que fazer', required: true, minLength: 1, maxLength: 200, default: 'Ligar para o cliente' }),
      instructions: text({
        parameter: 'instructions',
        label: 'Instruções',
        placeholder: 'Pergunte o que aconteceu e ofereça parcelar.',
        maxLength: 5000,
        rows: 5,
      }),
      team: text({ parameter: 'team', label: 'Equipe', maxLength: 100, default: TEAMS.collection }),
      dueInBusinessDays: number({ parameter: 'dueInBusinessDays', label: 'Prazo (dias úteis)', min: 0, max: 60, default: 1 }),
    },
  },
});

export type DefinedKind = keyof typeof BLOCKS;

/** What any block may carry beside its own fields; n8n keeps it as the node's note. */
export const NOTE = text({
  parameter: 'notes',
  label: 'Anotação para a equipe',
  placeholder: 'Por que este bloco existe?',
  optional: true,
  maxLength: 2000,
  rows: 2,
});

/** A foreign node's name in n8n. */
export const NODE_NAME = text({ parameter: 'name', label: 'Nome', required: true, minLength: 1, maxLength: 500 });
