import type { INodeProperties } from 'n8n-workflow';

/** Ties a node to its block in the designer. */
export const blockIdProperty: INodeProperties = {
  displayName: 'Código do bloco',
  name: 'blockId',
  type: 'string',
  default: '',
  description: 'O designer preenche. Vazio: vale a identificação deste nó no n8n. Não mude depois de começar, ou a etapa pode se repetir.',
};
