import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeProvider } from './index.ts';
import { isNoticeNoted, movesMoney, NOTICE_PROVIDERS, noticeEventJson, readNotice, webhookItem } from './index.ts';

const json = (provider: NoticeProvider, body: object, from: 'notice' | 'lookup' = 'notice') =>
  readNotice(provider, { body: JSON.stringify(body), contentType: 'application/json', from });
const only = (provider: NoticeProvider, body: object, from: 'notice' | 'lookup' = 'notice') => {
  const notice = json(provider, body, from);
  expect(notice.events).toHaveLength(1);
  return { ...notice.events[0]!, problems: notice.problems };
};

/** A charge as Asaas posts it. */
const asaas = (event: string, payment: object = {}) => ({
  id: `evt_05b708f961d739ea7eba7e4db318f621&368604920`,
  event,
  dateCreated: '2026-11-26 16:45:03',
  payment: {
    object: 'payment',
    id: 'pay_080225913252',
    customer: 'cus_G7Dvo4iphUNk',
    value: 129.9,
    netValue: 124.9,
    billingType: 'BOLETO',
    status: 'RECEIVED',
    externalReference: 'NF-1',
    confirmedDate: '2026-11-24',
    paymentDate: '2026-11-25',
    clientPaymentDate: '2026-11-23',
    creditDate: '2026-11-26',
    refunds: null,
    ...payment,
  },
});

describe('a notice of Asaas', () => {
  it('tells one payment at two moments: confirmed, and received', () => {
    const confirmed = only('asaas', asaas('PAYMENT_CONFIRMED', { status: 'CONFIRMED' }));
    expect(confirmed).toEqual({
      id: 'asaas:evt_05b708f961d739ea7eba7e4db318f621&368604920',
      kind: 'paid',
      status: 'PAYMENT_CONFIRMED',
      yourReference: 'NF-1',
      theirId: 'pay_080225913252',
      amount: 12_990,
      net: 12_490,
      fee: 500,
      paidOn: '2026-11-23',
      booking: { act: 'pay', reference: 'asaas:pay_080225913252', amount: 12_990 },
      problems: [],
    });
    const received = only('asaas', asaas('PAYMENT_RECEIVED'));
    expect(received).toMatchObject({ kind: 'settled', paidOn: '2026-11-23', settledOn: '2026-11-26', booking: confirmed.booking });
  });

  it.each([
    ['PAYMENT_DUNNING_RECEIVED', 'settled', { act: 'pay', reference: 'asaas:pay_080225913252' }],
    ['PAYMENT_REFUNDED', 'reversed', { act: 'reverse', reference: 'estorno:asaas:pay_080225913252', reversalKind: 'refund' }],
    ['PAYMENT_RECEIVED_IN_CASH_UNDONE', 'reversed', { paymentReference: 'asaas:pay_080225913252:dinheiro', reversalKind: 'mistake' }],
  ])('means by %s: %s', (event, kind, booking) => {
    expect(only('asaas', asaas(event))).toMatchObject({ kind, booking, problems: [] });
  });

  it('keeps money taken by hand apart from the Pix that may still come for the same charge, by event or by status', () => {
    for (const told of [asaas('PAYMENT_RECEIVED_IN_CASH'), asaas('PAYMENT_RECEIVED', { status: 'RECEIVED_IN_CASH' })])
      expect(only('asaas', told).booking).toMatchObject({ reference: 'asaas:pay_080225913252:dinheiro' });
  });

  it('takes each refund of a part once, and only what surely went back', () => {
    const done = { dateCreated: '2026-11-27 10:00:00', status: 'DONE', value: 30, endToEndIdentifier: 'D111', effectiveDate: '2026-11-27 10:00:02' };
    const { events, problems } = json(
      'asaas',
      asaas('PAYMENT_PARTIALLY_REFUNDED', { refunds: [done, { ...done, status: 'PENDING', dateCreated: '2026-11-27 11:00:00' }] }),
    );
    expect(problems).toEqual([]);
    expect(events).toMatchObject([
      {
        kind: 'refunded-in-part',
        amount: 3_000,
        paidOn: '2026-11-27',
        booking: { act: 'reverse', reference: 'asaas:pay_080225913252:estorno:2026-11-27 10:00:00', paymentReference: 'asaas:pay_080225913252', amount: 3_000 },
      },
    ]);
    const unsaid = only('asaas', asaas('PAYMENT_PARTIALLY_REFUNDED'));
    expect([unsaid.booking, unsaid.problems[0]!.message]).toEqual([undefined, expect.stringContaining('quanto')]);
  });

  it.each(['PAYMENT_CREATED', 'PAYMENT_OVERDUE', 'PAYMENT_BANK_SLIP_VIEWED', 'PAYMENT_REFUND_IN_PROGRESS'])('needs nobody for %s', (event) => {
    const notice = json('asaas', asaas(event));
    expect([notice.events[0]!.kind, movesMoney(notice), isNoticeNoted(notice, notice.events[0]!)]).toEqual(['other', false, true]);
  });

  it.each([
    ['PAYMENT_CHARGEBACK_REQUESTED', 'charged-back'],
    ['PAYMENT_DELETED', 'cancelled'],
    ['PAYMENT_RESTORED', 'other'],
    ['PAYMENT_RECEIVED_BY_CARRIER_PIGEON', 'other'],
  ])('books nothing by %s and shows it to a person', (event, kind) => {
    const notice = json('asaas', asaas(event));
    expect([notice.events[0]!.kind, movesMoney(notice), isNoticeNoted(notice, notice.events[0]!)]).toEqual([kind, false, false]);
  });

  it('never takes a payment whose amount or charge is not said', () => {
    for (const payment of [{ value: null }, { value: 0 }, { value: -5 }, { value: '1.234' }, { id: null }, { id: 'x'.repeat(201) }]) {
      const notice = json('asaas', asaas('PAYMENT_RECEIVED', payment));
      expect([movesMoney(notice), notice.problems.length]).toEqual([false, 1]);
    }
  });
});

const E2E = 'E12345678202611261830abcdef12345';
const pix = (more: object = {}) => ({
  endToEndId: E2E,
  txid: 'cd1fe328c875481285a6f233ae41b662',
  chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
  valor: '110.00',
  horario: '2026-11-27T01:30:00.000Z',
  infoPagador: 'CPF 529.982.247-25',
  ...more,
});

describe('a notice of Pix', () => {
  it('tells several at once, each known by its own number; the day is Brasília’s', () => {
    const { events, problems } = json('pix', { pix: [pix(), pix({ endToEndId: `${E2E}2`, valor: '0.01' })] });
    expect(problems).toEqual([]);
    expect(events[0]).toEqual({
      id: `pix:${E2E}`,
      kind: 'settled',
      status: '',
      yourReference: 'cd1fe328c875481285a6f233ae41b662',
      endToEndId: E2E,
      txid: 'cd1fe328c875481285a6f233ae41b662',
      amount: 11_000,
      paidOn: '2026-11-26',
      settledOn: '2026-11-26',
      booking: { act: 'pay', reference: E2E, amount: 11_000 },
    });
    expect(events[1]).toMatchObject({ amount: 1, booking: { reference: `${E2E}2` } });
  });

  it.each([
    ['in a list', (one: object) => [one]],
    ['alone, as in the contract’s example', (one: object) => one],
  ])('takes back what was given back, told %s', (_how, told) => {
    const back = {
      id: '000AAA',
      rtrId: 'D12345678202611271000abcdef12345',
      valor: '10.00',
      horario: { solicitacao: '2026-11-27T13:00:00Z' },
      status: 'DEVOLVIDO',
    };
    const { events } = json('pix', { pix: [pix({ devolucoes: told(back) })] });
    expect(events.map(({ kind }) => kind)).toEqual(['settled', 'refunded-in-part']);
    expect(events[1]).toMatchObject({
      amount: 1_000,
      paidOn: '2026-11-27',
      booking: { act: 'reverse', paymentReference: E2E, reference: `${E2E}:estorno:D12345678202611271000abcdef12345`, amount: 1_000, reversalKind: 'refund' },
    });
  });

  it('knows the whole of it, a MED, and one that did not happen', () => {
    const back = (more: object) => json('pix', { pix: [pix({ devolucoes: [{ id: '1', rtrId: 'D1', valor: '110.00', status: 'DEVOLVIDO', ...more }] })] });
    expect(back({ natureza: 'MED_FRAUDE' }).events[1]).toMatchObject({ kind: 'reversed', booking: { reversalKind: 'med' } });
    expect(back({ status: 'NAO_REALIZADO' }).events).toHaveLength(1);
    expect(back({ status: 'EM_PROCESSAMENTO' }).events).toHaveLength(1);
    const strange = back({ status: 'SUMIU' });
    expect([strange.events[1]!.booking, strange.problems[0]!.message]).toEqual([undefined, expect.stringContaining('"SUMIU"')]);
  });

  it('comes the same from Efí, with its fee, and from Inter; the test of a new address needs nobody', () => {
    expect(only('efi', { pix: [pix({ gnExtras: { tarifa: '0.55' } })] })).toMatchObject({ fee: 55, booking: { reference: E2E } });
    expect(only('inter', { pix: [pix()] }).booking).toMatchObject({ reference: E2E });
    const test = json('efi', { evento: 'teste_webhook', data_criacao: '2026-11-26T10:00:00Z' });
    expect(isNoticeNoted(test, test.events[0]!)).toBe(true);
  });
});

describe('a notice of Mercado Pago', () => {
  const notice = { id: 112233445566, live_mode: true, type: 'payment', action: 'payment.updated', api_version: 'v1', data: { id: '1234567890' } };
  const payment = (more: object = {}) => ({
    id: 1234567890,
    status: 'approved',
    status_detail: 'accredited',
    transaction_amount: 100,
    external_reference: 'NF-1',
    date_approved: '2026-11-26T22:30:00.000-04:00',
    money_release_date: '2026-12-26T22:30:00.000-04:00',
    money_release_status: 'pending',
    live_mode: true,
    transaction_details: { net_received_amount: 95.01, total_paid_amount: 112.4 },
    payer: { identification: { type: 'CPF', number: '52998224725' } },
    refunds: [],
    ...more,
  });

  it.each([notice, { topic: 'payment', resource: 'https://api.mercadopago.com/v1/payments/1234567890' }, { topic: 'payment', resource: '1234567890' }])(
    'holds only a number, and says which question answers it',
    (body) => {
      expect(only('mercadopago', body)).toMatchObject({
        kind: 'needs-lookup',
        lookup: { method: 'GET', url: 'https://api.mercadopago.com/v1/payments/1234567890' },
        problems: [],
      });
    },
  );

  it('never lets a number lead to another address', () => {
    for (const id of ['../users/me', '1?x=', '1#', '..', 'a b', '']) {
      const { events } = json('mercadopago', { ...notice, data: { id } });
      expect(events.every(({ lookup }) => lookup === undefined)).toBe(true);
    }
  });

  it('asked for, tells what was charged and not what the card took for its instalments', () => {
    expect(only('mercadopago', payment(), 'lookup')).toMatchObject({
      kind: 'paid',
      status: 'approved/accredited',
      yourReference: 'NF-1',
      amount: 10_000,
      net: 9_501,
      fee: 499,
      paidOn: '2026-11-26',
      booking: { act: 'pay', reference: 'mercadopago:1234567890', amount: 10_000 },
      problems: [],
    });
    expect(only('mercadopago', payment({ money_release_status: 'released', money_release_date: '2026-11-27T12:00:00Z' }), 'lookup')).toMatchObject({
      kind: 'settled',
      settledOn: '2026-11-27',
    });
  });

  it('tells of parts given back, of all of it, and of a chargeback only when it is over', () => {
    const refunds = [
      { id: 77, amount: 20, date_created: '2026-11-27T09:00:00.000-03:00', status: 'approved' },
      { id: 78, amount: 5, status: 'in_process' },
    ];
    const { events } = json('mercadopago', payment({ status_detail: 'partially_refunded', refunds }), 'lookup');
    expect(events.map(({ kind, booking }) => [kind, booking!.reference])).toEqual([
      ['paid', 'mercadopago:1234567890'],
      ['refunded-in-part', 'mercadopago:1234567890:estorno:77'],
    ]);
    expect(only('mercadopago', payment({ status: 'refunded', status_detail: 'refunded', refunds: [{ ...refunds[0], amount: 100 }] }), 'lookup')).toMatchObject({
      kind: 'reversed',
      booking: { reference: 'estorno:mercadopago:1234567890' },
    });
    expect(only('mercadopago', payment({ status: 'charged_back', status_detail: 'settled' }), 'lookup').booking).toMatchObject({ reversalKind: 'chargeback' });
    for (const status_detail of ['in_process', 'reimbursed'])
      expect(only('mercadopago', payment({ status: 'charged_back', status_detail }), 'lookup')).toMatchObject({ problems: [{}] });
    expect(only('mercadopago', payment({ status: 'charged_back', status_detail: 'in_process' }), 'lookup').booking).toBeUndefined();
  });

  it('books no test, no payment that only came by itself, and no order', () => {
    expect(movesMoney(json('mercadopago', payment({ live_mode: false }), 'lookup'))).toBe(false);
    expect(movesMoney(json('mercadopago', payment()))).toBe(false);
    expect(only('mercadopago', { ...notice, type: 'order' })).toMatchObject({ kind: 'other', problems: [{}] });
  });
});

describe('a notice of Iugu', () => {
  const form = (fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams(fields).toString();
    return readNotice('iugu', { body, headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' } });
  };
  const paid = {
    event: 'invoice.status_changed',
    'data[id]': '1757E1D7FD5E410A9C563024250015BF',
    'data[account_id]': '70CA234077134ED0BF2E0E46B0EDC36F',
    'data[status]': 'paid',
    'data[order_id]': 'NF-1',
    'data[paid_cents]': '12990',
    'data[paid_at]': '2026-11-26T22:10:00-03:00',
    'data[payer_cpf_cnpj]': '52998224725',
  };

  it('comes as a form', () => {
    expect(form(paid)).toEqual({
      provider: 'iugu',
      events: [
        {
          id: 'iugu:1757E1D7FD5E410A9C563024250015BF:invoice.status_changed/paid',
          kind: 'paid',
          status: 'invoice.status_changed/paid',
          yourReference: 'NF-1',
          theirId: '1757E1D7FD5E410A9C563024250015BF',
          amount: 12_990,
          paidOn: '2026-11-26',
          booking: { act: 'pay', reference: 'iugu:1757E1D7FD5E410A9C563024250015BF', amount: 12_990 },
        },
      ],
      problems: [],
    });
  });

  it('is the same when n8n has read the form, flat or not', () => {
    const nested = { event: paid.event, data: { id: paid['data[id]'], status: 'paid', order_id: 'NF-1', paid_cents: '12990', paid_at: paid['data[paid_at]'] } };
    for (const body of [paid, nested]) {
      const item = webhookItem({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, params: {}, query: {}, body })!;
      expect(readNotice('iugu', item).events).toEqual(form(paid).events);
    }
  });

  it('without the amount, or in parts, the invoice is asked for', () => {
    const { 'data[paid_cents]': _, ...bare } = paid;
    for (const fields of [bare, { ...paid, 'data[status]': 'partially_paid' }, { ...paid, event: 'invoice.released' }, { ...paid, event: 'invoice.refund' }])
      expect(form(fields).events).toMatchObject([
        { kind: 'needs-lookup', lookup: { url: 'https://api.iugu.com/v1/invoices/1757E1D7FD5E410A9C563024250015BF' } },
      ]);
    const invoice = {
      id: paid['data[id]'],
      status: 'paid',
      total_cents: 12_990,
      total_paid_cents: 13_100,
      taxes_paid_cents: 250,
      paid_at: '2026-11-26T22:10:00-03:00',
      order_id: 'NF-1',
    };
    expect(only('iugu', invoice, 'lookup')).toMatchObject({
      kind: 'paid',
      amount: 13_100,
      fee: 250,
      booking: { reference: 'iugu:1757E1D7FD5E410A9C563024250015BF' },
    });
    expect(only('iugu', { ...invoice, status: 'partially_paid' }, 'lookup')).toMatchObject({ kind: 'other', problems: [{}] });
  });

  it.each([
    ['externally_paid', 'paid'],
    ['refunded', 'reversed'],
    ['chargeback', 'charged-back'],
    ['canceled', 'cancelled'],
    ['expired', 'expired'],
    ['pending', 'other'],
    ['in_protest', 'charged-back'],
  ])('means by %s: %s', (status, kind) => {
    expect(form({ ...paid, 'data[status]': status }).events[0]).toMatchObject({ kind });
  });
});

describe('a notice of Cora', () => {
  const headers = {
    'user-agent': 'Cora-Webhook',
    'webhook-event-id': 'evt_1',
    'Webhook-Event-Type': 'invoice.paid',
    'webhook-resource-id': 'inv_X1',
    'content-length': '0',
  };

  it.each(['', new Uint8Array(), {}])('has no body: all of it stands in the headers, and the invoice has to be asked for', (body) => {
    expect(readNotice('cora', { body, headers })).toEqual({
      provider: 'cora',
      events: [
        {
          id: 'cora:evt_1',
          kind: 'needs-lookup',
          status: 'invoice.paid',
          theirId: 'inv_X1',
          lookup: { method: 'GET', url: 'https://matls-clients.api.cora.com.br/v2/invoices/inv_X1' },
        },
      ],
      problems: [],
    });
  });

  it('the invoice tells the rest', () => {
    const invoice = { id: 'inv_X1', status: 'PAID', code: 'NF-1', total_amount: 10_000, total_paid: 10_210, occurrence_date: '2026-11-26' };
    expect(only('cora', invoice, 'lookup')).toMatchObject({ kind: 'paid', yourReference: 'NF-1', amount: 10_210, booking: { reference: 'cora:inv_X1' } });
    expect(only('cora', { ...invoice, status: 'IN_PAYMENT' }, 'lookup')).toMatchObject({ kind: 'other', problems: [] });
    const unsaid = only('cora', { ...invoice, total_paid: null }, 'lookup');
    expect([unsaid.booking, unsaid.lookup, unsaid.problems.length]).toEqual([undefined, undefined, 1]);
  });
});

describe('a notice of Efí about a slip', () => {
  const entry = (id: number, charge: number | null, current: string, more: object = {}) => ({
    id,
    type: charge === null ? 'carnet' : 'charge',
    custom_id: 'NF-1',
    identifiers: charge === null ? { carnet_id: 9 } : { charge_id: charge },
    status: { current, previous: null },
    created_at: '2026-11-20 09:12:23',
    ...more,
  });

  it('is a token to ask with, posted as a form', () => {
    const { events } = readNotice('efi', { body: 'notification=09027955-5e06-4ff0-a9c7-46b47b8f1b27', contentType: 'application/x-www-form-urlencoded' });
    expect(events).toMatchObject([
      { kind: 'needs-lookup', lookup: { method: 'GET', url: 'https://cobrancas.api.efipay.com.br/v1/notification/09027955-5e06-4ff0-a9c7-46b47b8f1b27' } },
    ]);
  });

  it('of the history that comes back the last entry of each charge counts, and a carnê is no charge', () => {
    const data = [
      entry(1, null, 'up_to_date'),
      entry(2, 24342333, 'new'),
      entry(3, 24342334, 'waiting'),
      entry(4, 24342333, 'unpaid'),
      entry(5, 24342333, 'paid', { value: 6_990, received_by_bank_at: '2026-11-26' }),
    ];
    const { events, problems } = json('efi', { code: 200, data }, 'lookup');
    expect(problems).toEqual([]);
    expect(events.map(({ theirId, kind }) => [theirId, kind])).toEqual([
      ['24342333', 'paid'],
      ['24342334', 'other'],
    ]);
    expect(events[0]).toMatchObject({ amount: 6_990, paidOn: '2026-11-26', booking: { reference: 'efi:24342333' } });
    const undone = json('efi', { code: 200, data: [...data, entry(6, 24342333, 'refunded')] }, 'lookup');
    expect(undone.events[0]).toMatchObject({ kind: 'reversed', booking: { act: 'reverse', paymentReference: 'efi:24342333' } });
    expect(json('efi', { code: 200, data: [entry(1, 5, 'settled')] }, 'lookup')).toMatchObject({ events: [{ kind: 'paid' }], problems: [{}] });
  });
});

describe('a notice of Inter', () => {
  const one = (situacao: string, more: object = {}) => ({
    codigoSolicitacao: '183e982a-34e5-4bc0-9643-def5432a',
    seuNumero: 'NF-1',
    situacao,
    dataHoraSituacao: '2026-11-26T14:05:00.000-03:00',
    ...more,
  });

  it('is a list, each with its situation', () => {
    const { events, problems } = json('inter', [one('RECEBIDO', { valorTotalRecebido: '140.00' }), one('A_RECEBER'), one('PROTESTO')]);
    expect(events.map(({ kind }) => kind)).toEqual(['settled', 'other', 'other']);
    expect(events[0]).toMatchObject({
      yourReference: 'NF-1',
      amount: 14_000,
      paidOn: '2026-11-26',
      booking: { reference: 'inter:183e982a-34e5-4bc0-9643-def5432a' },
    });
    expect(problems).toEqual([{ eventId: events[2]!.id, message: expect.stringContaining('continua em aberto') as string }]);
  });

  it('without the amount, as when it was marked by hand, it is asked for', () => {
    expect(only('inter', one('MARCADO_RECEBIDO'))).toMatchObject({
      kind: 'needs-lookup',
      lookup: { url: 'https://cdpj.partners.bancointer.com.br/cobranca/v3/cobrancas/183e982a-34e5-4bc0-9643-def5432a' },
    });
    const answer = { cobranca: { ...one('MARCADO_RECEBIDO', { valorTotalRecebido: 140 }), dataSituacao: '2026-11-26' }, boleto: {}, pix: {} };
    expect(only('inter', answer, 'lookup')).toMatchObject({ kind: 'paid', amount: 14_000, booking: { reference: 'inter:183e982a-34e5-4bc0-9643-def5432a' } });
  });
});

describe('a notice of Pagar.me', () => {
  const charge = {
    id: 'ch_d22356Jf4WuGr8no',
    code: '1303624',
    amount: 12_356,
    status: 'paid',
    currency: 'BRL',
    payment_method: 'boleto',
    paid_at: '2026-11-27T01:00:00Z',
  };
  const hook = (type: string, data: object) => ({ id: 'hook_RyEKQO789TRpZjv5', account: { id: 'acc_1' }, type, created_at: '2026-11-26T20:23:47', data });

  it('tells an order and its charge, and it is one payment', () => {
    const order = only('pagarme', hook('order.paid', { id: 'or_1', code: 'NF-1', amount: 12_356, status: 'paid', charges: [charge] }));
    const paid = only('pagarme', hook('charge.paid', { ...charge, paid_amount: 12_356, order: { id: 'or_1', code: 'NF-1' } }));
    expect(order).toMatchObject({ kind: 'paid', yourReference: 'NF-1', amount: 12_356, paidOn: '2026-11-26' });
    expect(paid.booking).toEqual({ act: 'pay', reference: 'pagarme:ch_d22356Jf4WuGr8no', amount: 12_356 });
    expect(order.booking).toEqual(paid.booking);
  });

  it('paid more or less than charged, counts what was paid, and asks when that is not said', () => {
    expect(only('pagarme', hook('charge.underpaid', { ...charge, status: 'underpaid', paid_amount: 10_000 }))).toMatchObject({
      amount: 10_000,
      booking: { amount: 10_000 },
    });
    const unsaid = only('pagarme', hook('charge.overpaid', { ...charge, status: 'overpaid' }));
    expect(unsaid).toMatchObject({ kind: 'needs-lookup', lookup: { url: 'https://api.pagar.me/core/v5/charges/ch_d22356Jf4WuGr8no' } });
    expect(only('pagarme', { ...charge, status: 'overpaid', paid_amount: 13_000 }, 'lookup').booking).toMatchObject({ amount: 13_000 });
  });

  it.each([
    ['charge.refunded', 'reversed', 'refund'],
    ['charge.chargedback', 'charged-back', 'chargeback'],
    ['charge.partial_canceled', 'refunded-in-part', undefined],
    ['charge.payment_failed', 'other', undefined],
  ])('means by %s: %s', (type, kind, reversalKind) => {
    const event = only('pagarme', hook(type, charge));
    expect([event.kind, event.booking?.act === 'reverse' ? event.booking.reversalKind : undefined]).toEqual([kind, reversalKind]);
  });
});

describe('a notice of Woovi', () => {
  const charge = {
    value: 5_000,
    correlationID: 'NF-1',
    transactionID: 'db85f0c5380c493b8eb3cf6b6780fd98',
    status: 'COMPLETED',
    fee: 85,
    paidAt: '2026-11-26T22:30:00.933Z',
    paymentMethods: {},
  };
  const received = {
    value: 5_000,
    time: '2026-11-27T02:30:00.000Z',
    endToEndId: E2E,
    fee: 85,
    status: 'CONFIRMED',
    payer: { taxID: { taxID: '52998224725' } },
  };

  it('of a charge paid by Pix, by whomever, and of the same Pix as a transaction, is one payment', () => {
    const told = ['OPENPIX:CHARGE_COMPLETED', 'woovi:CHARGE_COMPLETED', 'OPENPIX:CHARGE_COMPLETED_NOT_SAME_CUSTOMER_PAYER', 'OPENPIX:TRANSACTION_RECEIVED'];
    for (const event of told)
      expect(only('woovi', { event, charge, pix: received })).toMatchObject({
        kind: 'settled',
        yourReference: 'NF-1',
        amount: 5_000,
        fee: 85,
        paidOn: '2026-11-26',
        booking: { act: 'pay', reference: E2E, amount: 5_000 },
      });
  });

  it('of a slip is paid first and settled days later, and is one payment', () => {
    const paid = only('woovi', { event: 'OPENPIX:CHARGE_COMPLETED', charge, boleto: { value: 5_000 } });
    const settled = only('woovi', { event: 'BOLETO_SETTLED', charge, boleto: { value: 5_000, settledAt: '2026-12-01T10:00:00Z' } });
    expect([paid.kind, settled.kind, settled.settledOn]).toEqual(['paid', 'settled', '2026-12-01']);
    expect(settled.booking).toEqual(paid.booking);
    expect(paid.booking).toMatchObject({ reference: 'woovi:NF-1' });
  });

  it('takes back what was given back, and not what came back to the creditor', () => {
    const refund = (event: string, value: number) => ({
      event,
      refundTransaction: { value, time: '2026-11-27T21:31:49Z', endToEndId: 'D548', status: 'CONFIRMED', type: 'REFUND' },
      originalTransaction: { value: 5_000, endToEndId: E2E },
    });
    expect(only('woovi', refund('PIX_TRANSACTION_REFUND_SENT_CONFIRMED', 2_000))).toMatchObject({
      kind: 'refunded-in-part',
      booking: { paymentReference: E2E, amount: 2_000 },
    });
    expect(only('woovi', refund('PIX_TRANSACTION_REFUND_SENT_CONFIRMED', 5_000))).toMatchObject({ kind: 'reversed' });
    expect(movesMoney(json('woovi', refund('PIX_TRANSACTION_REFUND_RECEIVED_CONFIRMED', 5_000)))).toBe(false);
  });

  it('knows a charge that expired, a dispute, and the older notice of a refund, which says not of what', () => {
    expect(only('woovi', { event: 'OPENPIX:CHARGE_EXPIRED', charge })).toMatchObject({ kind: 'expired', problems: [] });
    for (const body of [
      { event: 'OPENPIX:DISPUTE_CREATED', charge },
      { event: 'OPENPIX:TRANSACTION_REFUND_RECEIVED', charge, pix: received },
    ]) {
      const { booking, problems } = only('woovi', body);
      expect([booking, problems.length]).toEqual([undefined, 1]);
    }
  });
});

describe('a notice of whomever', () => {
  it('that was cut, or is somebody else’s, is for a person', () => {
    const whole = JSON.stringify(asaas('PAYMENT_RECEIVED'));
    for (const body of [whole.slice(0, -20), 'OK', '"texto"', '<xml/>'])
      expect(readNotice('asaas', { body })).toMatchObject({ events: [], problems: [{ message: expect.stringContaining('Asaas') as string }] });
    expect(json('pagarme', asaas('PAYMENT_RECEIVED'))).toMatchObject({ events: [], problems: [{ message: expect.stringContaining('Pagar.me') as string }] });
    expect(readNotice('asaas', { body: '' }).problems).toHaveLength(1);
  });

  it('repeats no word that is not one', () => {
    const { problems } = json('asaas', asaas('<script>alert(1)</script> 529.982.247-25'));
    expect(problems[0]!.message).not.toMatch(/script|529/);
  });

  it('is no prototype of anybody', () => {
    const { events } = readNotice('iugu', {
      body: 'event=__proto__&data[__proto__][id]=1&data[id]=x&__proto__[polluted]=1',
      contentType: 'application/x-www-form-urlencoded',
    });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(events).toMatchObject([{ kind: 'other' }]);
    for (const event of ['constructor', '__proto__', 'toString']) expect(only('asaas', asaas(event))).toMatchObject({ kind: 'other', problems: [{}] });
  });

  it('travels as JSON, with null for what is not said', () => {
    expect(noticeEventJson(json('asaas', asaas('PAYMENT_CONFIRMED')).events[0]!)).toEqual({
      id: 'asaas:evt_05b708f961d739ea7eba7e4db318f621&368604920',
      kind: 'paid',
      status: 'PAYMENT_CONFIRMED',
      yourReference: 'NF-1',
      theirId: 'pay_080225913252',
      endToEndId: null,
      txid: null,
      amount: '129.90',
      net: '124.90',
      fee: '5.00',
      paidOn: '2026-11-23',
      settledOn: null,
      lookup: null,
    });
  });

  it('never throws, and books only whole amounts of known payments', () => {
    const jsonText = fc.json();
    const any = fc.oneof(jsonText, fc.string(), fc.uint8Array());
    fc.assert(
      fc.property(fc.constantFrom(...NOTICE_PROVIDERS), any, fc.constantFrom('notice' as const, 'lookup' as const), (provider, body, from) => {
        for (const { booking } of readNotice(provider, { body, from }).events)
          if (booking) expect([Number.isSafeInteger(booking.amount ?? 1), booking.reference.length > 0]).toEqual([true, true]);
      }),
      { numRuns: 300 },
    );
  });
});
