import { describe, expect, it } from 'vitest';
import { runForTest } from '../run-for-test.ts';

const asaas = {
  id: 'evt_1',
  event: 'PAYMENT_CONFIRMED',
  payment: { id: 'pay_1', value: 102, netValue: 100, externalReference: 'NF-1', clientPaymentDate: '2026-05-29' },
};

describe('regua notice', () => {
  it('keeps its contract', async () => {
    const { code, json } = await runForTest('notice asaas aviso.json --json', { 'aviso.json': JSON.stringify(asaas) });
    expect(code).toBe(0);
    expect(json).toEqual({
      provider: 'asaas',
      events: [
        {
          id: 'asaas:evt_1',
          kind: 'paid',
          status: 'PAYMENT_CONFIRMED',
          yourReference: 'NF-1',
          theirId: 'pay_1',
          endToEndId: null,
          txid: null,
          amount: '102.00',
          net: '100.00',
          fee: '2.00',
          paidOn: '2026-05-29',
          settledOn: null,
          lookup: null,
        },
      ],
      problems: [],
    });
  });

  it('says it in words, from the body or from an item of n8n’s Webhook node', async () => {
    const item = { headers: { 'asaas-access-token': 'segredo' }, params: {}, query: {}, body: asaas };
    for (const file of [asaas, item, [item]]) {
      const { out } = await runForTest('notice asaas aviso.json', { 'aviso.json': JSON.stringify(file) });
      expect(out).toMatch(/Asaas: 1 evento[\s\S]*NF-1 +pago +R\$ 102,00 +29\/05\/2026/);
      expect(out).not.toContain('segredo');
    }
  });

  it('tells what to ask where the notice has nothing but headers, and reads the answer', async () => {
    const line = [
      'notice',
      'cora',
      'vazio',
      '--header',
      'webhook-event-type: invoice.paid',
      '--header',
      'Webhook-Resource-Id: inv_1',
      '--header',
      'webhook-event-id: evt_1',
    ];
    expect((await runForTest(line)).out).toContain('GET https://matls-clients.api.cora.com.br/v2/invoices/inv_1');
    const answer = { 'fatura.json': JSON.stringify({ id: 'inv_1', status: 'PAID', code: 'NF-1', total_paid: 10_200, occurrence_date: '2026-05-29' }) };
    expect((await runForTest('notice cora fatura.json --lookup --json', answer)).json).toMatchObject({ events: [{ kind: 'paid', amount: '102.00' }] });
  });

  it('ends with 1 where a person has to look, and with 2 for wrong use', async () => {
    const strange = await runForTest('notice asaas aviso.json --json', { 'aviso.json': JSON.stringify({ ...asaas, event: 'PAYMENT_UNHEARD' }) });
    expect([strange.code, strange.json.problems]).toEqual([1, [{ eventId: 'asaas:evt_1', message: expect.stringContaining('"PAYMENT_UNHEARD"') as string }]]);
    for (const line of ['notice', 'notice banco aviso.json', 'notice asaas', 'notice asaas a b', 'notice asaas a --header semdoispontos'])
      expect((await runForTest(line)).code).toBe(2);
  });
});
