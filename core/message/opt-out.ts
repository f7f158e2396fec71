import type { Channel } from '../case/index.ts';

/** How this debtor stops receiving on this channel. */
export function optOutInstructions(channel: Channel, { creditor }: { readonly creditor: { readonly email: string } }): string {
  switch (channel) {
    case 'sms':
      return 'SAIR p/ parar.';
    case 'whatsapp':
      return 'Para não receber mais por aqui, responda SAIR.';
    case 'email':
      return 'Para não receber mais e-mails sobre este assunto, responda com a palavra SAIR.';
    case 'voice':
      return 'Se preferir não receber ligações, é só nos dizer.';
    case 'letter':
      return creditor.email ? `Para não receber mais cartas, escreva para ${creditor.email}.` : 'Para não receber mais cartas, fale com a gente.';
  }
}
