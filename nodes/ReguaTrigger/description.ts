import type { INodeProperties } from 'n8n-workflow';
import { CADENCE_FIELDS, EVENTS } from '../../core/cadence/definitions/index.ts';

export const reguaTriggerProperties: INodeProperties[] = [
  {
    displayName:
      'Envie eventos por POST em JSON, por exemplo {"event":"payment","reference":"pix-123","amount":"150,00","debtNumber":"NF-1"}. Os webhooks do Asaas (pagamento e estorno) e da Evolution API (mensagens) são aceitos como vêm. O mesmo evento enviado duas vezes vale uma. A resposta diz só que o evento foi recebido, nunca se alguém é devedor; o que não achou dono fica em "Devedores: consulta", operação "Avisos sem dono".',
    name: 'bodyNotice',
    type: 'notice',
    default: '',
  },
  {
    displayName:
      'Sem a credencial "Régua: segredo do webhook", com pelo menos 16 caracteres, este gatilho recusa tudo. Crie uma acima e informe o segredo a quem envia os eventos.',
    name: 'secretNotice',
    type: 'notice',
    default: '',
  },
  {
    displayName: 'Código da régua',
    name: 'cadenceId',
    type: 'string',
    default: CADENCE_FIELDS.id.default,
    description: 'A régua sob cujas regras os eventos são tratados',
  },
  {
    displayName: 'Carteira',
    name: 'portfolio',
    type: 'string',
    default: '',
    description: 'A que os eventos dizem respeito: nada fora dela é procurado ou mudado. Vazio: a carteira em que a régua rodou por último.',
  },
  {
    displayName: 'Eventos',
    name: 'events',
    type: 'multiOptions',
    options: [
      { name: 'Acordo', value: 'agreement', description: 'O devedor aceitou uma proposta' },
      { name: 'Comprovante', value: 'delivery', description: 'Uma mensagem chegou, foi lida ou falhou' },
      { name: 'Contestação', value: 'dispute', description: 'O devedor contesta a dívida: a cobrança para' },
      { name: 'Estorno', value: 'reversal', description: 'Um pagamento voltou a quem pagou: chargeback, Pix MED, devolução' },
      { name: 'Pagamento', value: 'payment' },
      { name: 'Pediu para sair', value: 'optOut', description: 'O devedor não quer mais contato por um canal, ou por nenhum' },
      { name: 'Pesquisa', value: 'survey', description: 'Nota de 0 a 10 e comentário' },
      { name: 'Promessa', value: 'promise', description: 'O devedor disse em que dia paga' },
      { name: 'Resposta', value: 'reply', description: 'O devedor respondeu a uma mensagem' },
    ],
    default: [...EVENTS.default],
    description: 'Uma saída por evento, na ordem em que foram marcados. Os outros são gravados do mesmo modo, mas não iniciam nada aqui.',
  },
  {
    displayName: 'Caminho',
    name: 'path',
    type: 'string',
    default: '',
    placeholder: 'regua-eventos',
    description: 'O final do endereço. Vazio: o n8n dá um.',
  },
];
