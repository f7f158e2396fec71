import type { CadenceDocument } from '../../core/cadence/document.ts';
import { cadenceSchema } from '../../core/cadence/document.ts';

const message = (id: string, purpose: string, channel: string, body: string) => ({ id, kind: 'message', purpose, channel, texts: [{ body }] });
const OWED = 'Olá, {{ debtor.firstName }}. O total é {{ amount.total }}. Pague ou fale com a gente.';

/** The classic journey of HeadSet's four contacts, small enough to be read beside the stories. */
export const classicCadence: CadenceDocument = cadenceSchema.parse({
  schemaVersion: 2,
  id: 'regua',
  name: 'Clássica',
  creditor: {
    name: 'Loja Exemplo',
    document: '11222333000181',
    address: 'Rua A, 1',
    city: 'São Paulo',
    uf: 'SP',
    kind: 'EPP',
    phone: '+551133334444',
    email: 'contato@exemplo.example',
    pixKey: 'contato@exemplo.example',
    paymentUrl: 'https://pague.exemplo.example/{{caseId}}',
  },
  policies: {
    offers: [{ id: 'padrao', name: 'Padrão', fromDay: 10, discount: { fine: 100, interest: 100 }, maxInstallments: 6, minInstallmentCents: 2_000 }],
  },
  tiers: [{ id: 'todos', name: 'Todos' }],
  tracks: [
    {
      id: 'classica',
      name: 'Clássica',
      tierIds: ['todos'],
      steps: [
        { id: 'lembrete', name: 'Lembrete', day: -3, blocks: [message('lembrete-msg', 'reminder', 'email', OWED)] },
        { id: 'aviso', name: 'Primeiro aviso', day: 1, blocks: [message('aviso-msg', 'charge', 'sms', OWED)] },
        { id: 'formal', name: 'Mensagem formal', day: 7, blocks: [message('formal-msg', 'formal', 'email', OWED)] },
        {
          id: 'proposta',
          name: 'Proposta',
          day: 15,
          blocks: [{ id: 'proposta-oferta', kind: 'offer', policyId: 'padrao' }, message('proposta-msg', 'offer', 'sms', OWED)],
        },
        { id: 'notificacao', name: 'Aviso prévio', day: 30, blocks: [message('notificacao-msg', 'bureau-notice', 'sms', OWED)] },
        { id: 'negativacao', name: 'Negativação', day: 45, blocks: [{ id: 'negativacao-pedido', kind: 'bureau', action: 'request' }] },
        { id: 'juizado', name: 'Juizado', day: 90, blocks: [{ id: 'juizado-acao', kind: 'smallClaims' }] },
      ],
    },
  ],
  events: { payment: [message('obrigado', 'thanks', 'sms', 'Recebemos. Obrigado, {{ debtor.firstName }}!')] },
});
