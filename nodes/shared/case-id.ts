import type { INodeProperties } from 'n8n-workflow';

/** For AI agents and for workflows whose items come from elsewhere. */
export const caseIdProperty: INodeProperties = {
  displayName: 'Código do caso',
  name: 'caseId',
  type: 'string',
  default: '',
  description: 'Vazio: o caso que o item traz (caseId)',
};
