import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { outboxProperty } from './shared/outbox-property.ts';

/** The creditor's e-mail server. Tested by SendMessage (`smtpConnectionTest`): connects and authenticates, sends nothing. */
export class ReguaSmtp implements ICredentialType {
  name = 'reguaSmtp';

  displayName = 'Régua: e-mail (SMTP)';

  icon = { light: 'file:reguaSmtp.svg', dark: 'file:reguaSmtp.dark.svg' } as const;

  documentationUrl = 'https://github.com/regua-cobranca/n8n-nodes-regua/blob/main/docs/email.md';

  properties: INodeProperties[] = [
    { displayName: 'Servidor', name: 'host', type: 'string', default: '', placeholder: 'smtp.suaempresa.com.br', required: true },
    { displayName: 'Porta', name: 'port', type: 'number', default: 587, description: 'Em geral 587 (STARTTLS) ou 465 (TLS desde o início)' },
    {
      displayName: 'TLS desde o início',
      name: 'secure',
      type: 'boolean',
      default: false,
      description: 'Ligue para a porta 465; na 587 a conexão passa a TLS logo depois de aberta',
    },
    { displayName: 'Usuário', name: 'user', type: 'string', default: '', description: 'Vazio: o servidor não pede usuário' },
    { displayName: 'Senha', name: 'password', type: 'string', typeOptions: { password: true }, default: '' },
    {
      displayName: 'E-mail do remetente',
      name: 'fromAddress',
      type: 'string',
      default: '',
      placeholder: 'cobranca@suaempresa.com.br',
      description: 'Use um endereço em que alguém lê as respostas',
      required: true,
    },
    { displayName: 'Nome do remetente', name: 'fromName', type: 'string', default: '', placeholder: 'Sua Empresa' },
    outboxProperty,
  ];
}
