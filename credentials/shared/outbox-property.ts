import type { INodeProperties } from 'n8n-workflow';

/** Marks a sender that ends on this machine; only such a one sends in a demonstration. */
export const outboxProperty: INodeProperties = {
  displayName: 'Caixa de saída de ensaio: nada chega a ninguém',
  name: 'outbox',
  type: 'boolean',
  default: false,
  description:
    'Ligue só para um servidor de ensaio nesta máquina (localhost), como a caixa de saída do npm start. Com qualquer outro endereço a mensagem não sai. Desligado: um remetente de verdade.',
};
