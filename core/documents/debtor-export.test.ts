import { describe, expect, it } from 'vitest';
import type { Case } from '../case/index.ts';
import { SAMPLE_CASE } from '../message/index.ts';
import { debtorExport } from './debtor-export.ts';

const SUBJECT: Case = {
  ...SAMPLE_CASE,
  debtor: {
    ...SAMPLE_CASE.debtor,
    optedOut: ['sms', 'all'],
    contactPoints: [
      { id: '1', kind: 'mobile', value: '+5511987654321', valid: true, verified: true, consent: { whatsapp: true, sms: false } },
      { id: '2', kind: 'email', value: 'ana.souza@exemplo.example', valid: true, verified: false, consent: {} },
      { id: '3', kind: 'address', value: 'Rua das Laranjeiras, 20', valid: true, verified: false, consent: {} },
    ],
  },
  debts: [{ ...SAMPLE_CASE.debts[0]!, payments: [{ date: '2026-01-05', amount: 1000 }], contestedOn: '2026-01-06' }],
};

describe('debtorExport', () => {
  const view = debtorExport(
    SUBJECT,
    [
      {
        contact: {
          id: '1',
          cadenceId: 'c',
          stepId: 's',
          blockId: 'b',
          cycle: 't',
          channel: 'email',
          purpose: 'charge',
          status: 'sent',
          at: '2026-01-08T12:00:00Z',
          localDate: '2026-01-08',
        },
        text: 'Olá',
      },
    ],
    '2026-04-01',
  );

  it('shows everything that is kept, with reasons and in words', () => {
    expect(view).toMatchObject({
      on: '2026-04-01',
      debtor: {
        name: 'Ana Souza',
        place: 'São Paulo/SP',
        optedOut: ['SMS', 'todos os canais'],
        contactPoints: [{ verified: true, consent: ['WhatsApp'], refused: ['SMS'] }, {}, { value: 'endereço cadastrado' }],
      },
      debts: [{ number: 'NF-1001', principal: '100.00', paid: '10.00', contested: true }],
      messages: [{ channel: 'E-mail', purpose: 'Cobrança', status: 'enviada', text: 'Olá', subject: null }],
    });
    expect(view.legalBases.join()).toContain('art. 7º, X');
  });

  it('shows no whole CPF, telephone, e-mail or street', () => {
    const json = JSON.stringify(view);
    for (const secret of ['52998224725', '529.982', '987654321', 'ana.souza@', 'Laranjeiras']) expect(json).not.toContain(secret);
  });
});
