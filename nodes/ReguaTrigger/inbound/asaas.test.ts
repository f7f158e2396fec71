import { expect, it } from 'vitest';
import { readBody } from './read-body.ts';

const asaas = (event: string, change: object = {}) => readBody({ event, payment: { id: 'pay_1', value: 102, externalReference: 'NF-1', ...change } });

it('Asaas’s two moments are one payment; a reversal names it; a chargeback that may still be won is for a person', async () => {
  const paid = { event: 'payment', reference: 'asaas:pay_1', amount: 10_200, debtNumber: 'NF-1' };
  expect(await asaas('PAYMENT_CONFIRMED', { clientPaymentDate: '2026-03-09' })).toMatchObject({ events: [{ ...paid, paidOn: '2026-03-09' }], unread: [] });
  expect(await asaas('PAYMENT_RECEIVED')).toMatchObject({ events: [paid] });
  expect(await asaas('PAYMENT_RECEIVED_IN_CASH')).toMatchObject({ events: [{ ...paid, reference: 'asaas:pay_1:dinheiro' }] });
  expect(await asaas('PAYMENT_REFUNDED')).toMatchObject({ events: [{ event: 'reversal', paymentReference: 'asaas:pay_1', reversalKind: 'refund' }] });
  expect(await asaas('PAYMENT_CHARGEBACK_REQUESTED')).toMatchObject({
    events: [],
    unread: [{ body: { theirId: 'pay_1' }, reason: expect.stringMatching(/\p{L}{4}.*\.$/u) }],
  });
  expect(await asaas('PAYMENT_CREATED')).toEqual({ kind: 'events', events: [], unread: [] });
});
