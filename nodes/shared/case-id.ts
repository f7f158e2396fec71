import type { INodeProperties } from 'n8n-workflow';

/** For AI agents, which work on the case given here and on no other, and for workflows whose items come from elsewhere. */
export const caseIdProperty: INodeProperties = {
  displayName: 'Código do caso',
  name: 'caseId',
  type: 'string',
  default: '',
  description:
    'Vazio: o caso que o item traz (caseId). Como ferramenta de um agente de IA é obrigatório, e vem do fluxo, nunca da IA: um valor fixo ou uma expressão sobre outro nó.',
};
