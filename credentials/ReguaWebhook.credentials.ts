import type { ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * What a caller of the Régua trigger has to show, and what payment providers' notices are checked with; without it nothing is taken. Tested by those nodes
 * (`webhookSecretTest`): the secret is long enough.
 */
export class ReguaWebhook implements ICredentialType {
  name = 'reguaWebhook';

  displayName = 'Régua: segredo do webhook';

  icon = { light: 'file:reguaWebhook.svg', dark: 'file:reguaWebhook.dark.svg' } as const;

  documentationUrl = 'https://github.com/regua-cobranca/n8n-nodes-regua/blob/main/docs/gatilho.md';

  properties: INodeProperties[] = [
    {
      displayName: 'Cabeçalho',
      name: 'header',
      type: 'string',
      default: 'Authorization',
      description: 'Nome do cabeçalho HTTP em que o segredo vem. No Asaas: asaas-access-token.',
    },
    {
      displayName: 'Segredo',
      name: 'secret',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description:
        'Pelo menos 16 caracteres. No cabeçalho Authorization pode vir com "Bearer " na frente. Em "Ler aviso de pagamento": o token do Asaas, a assinatura secreta do Mercado Pago, usuário:senha da Pagar.me, ou o segredo que você pôs no endereço.',
    },
  ];
}
