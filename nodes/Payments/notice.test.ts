import { createHmac } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { beforeEach, describe, expect, it } from 'vitest';
import { importOne } from '../../ledger/testing/fixtures.ts';
import { nodeRuns } from '../testing/node-run.ts';
import { recordNotices } from './notice.ts';

const SECRET = 'segredo-bem-comprido-1234567890';
const NOW = new Date('2026-03-10T14:00:00Z');

const n8n = nodeRuns();
let caseId: string;
beforeEach(async () => {
  caseId = await importOne(n8n.ledger);
});

interface Given {
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly json: IDataObject;
  readonly raw?: string;
  readonly secret?: string | null;
}

/** The node's run in n8n on one incoming item. */
async function run({ parameters = {}, json, raw, secret = SECRET }: Given) {
  const credentials = secret === null ? {} : { reguaWebhook: { header: 'Authorization', secret } };
  const [done, toSee] = await n8n.run(recordNotices, parameters, [{ json, ...(raw !== undefined && { file: raw }) }], credentials);
  const shown = JSON.stringify([done, toSee]);
  for (const hidden of [SECRET, '52998224725', '529.982.247-25']) expect(shown).not.toContain(hidden);
  return { done: done!.map((item) => item.json), toSee: toSee!.map((item) => item.json) };
}

const post = (body: unknown, headers: object = {}, query: object = {}) =>
  ({ headers, params: {}, query, body, webhookUrl: 'https://n8n/webhook/x' }) as IDataObject;
const payments = async () =>
  (await n8n.ledger.loadCases([caseId])).get(caseId)!.debts.flatMap((debt) => debt.payments.map(({ amount, reference }) => [reference, amount]));

const asaas = (event: string, more: object = {}) =>
  post(
    {
      id: `evt_${event}`,
      event,
      payment: {
        id: 'pay_1',
        value: 102,
        netValue: 100,
        status: 'CONFIRMED',
        externalReference: 'NF-1',
        clientPaymentDate: '2026-03-09',
        cpfCnpj: '52998224725',
        ...more,
      },
    },
    { 'asaas-access-token': SECRET },
  );

describe('the notice of a payment provider', () => {
  it('confirmed and received are one payment, however often they come, and a refund takes it back once', async () => {
    expect((await run({ json: asaas('PAYMENT_CONFIRMED') })).done).toMatchObject([
      { provider: 'asaas', event: { kind: 'paid', amount: '102.00', paidOn: '2026-03-09' }, caseId, payment: { result: 'applied', settled: true } },
    ]);
    for (const again of [asaas('PAYMENT_CONFIRMED'), asaas('PAYMENT_RECEIVED')])
      expect((await run({ json: again })).done).toMatchObject([{ caseId, payment: { reference: 'asaas:pay_1', result: 'duplicate' } }]);
    expect(await payments()).toEqual([['asaas:pay_1', 10_200]]);
    expect((await run({ json: asaas('PAYMENT_REFUNDED') })).done).toMatchObject([{ caseId, reversal: { result: 'reversed', amount: '102.00' } }]);
    expect((await run({ json: asaas('PAYMENT_REFUNDED') })).done).toMatchObject([{ reversal: { result: 'duplicate' } }]);
    expect(await payments()).toEqual([]);
  });

  it('of several Pix records each; one that is nobody’s goes to a person and holds back no other', async () => {
    const one = (endToEndId: string, txid: string, valor: string) => ({
      endToEndId,
      txid,
      valor,
      horario: '2026-03-10T01:00:00Z',
      infoPagador: 'CPF 529.982.247-25',
    });
    const body = { pix: [one('x'.repeat(200), 'NF-1', '0.00'), one('E2', 'NF-9', '10.00'), one('E1', 'NF-1', '50.00')] };
    const json = post(body, {}, { hmac: SECRET, ignorar: '/pix' });
    const { done, toSee } = await run({ parameters: { noticeProvider: 'efi' }, json });
    expect(done).toMatchObject([{ event: { endToEndId: 'E1', paidOn: '2026-03-09' }, payment: { reference: 'E1', result: 'applied', settled: false } }]);
    expect(toSee).toMatchObject([{ problem: { code: 'notice.to-see' } }, { event: { endToEndId: 'E2' }, payment: { result: 'unmatched' } }]);
    const back = { ...body.pix[2], devolucoes: { id: '1', rtrId: 'D1', valor: '20.00', status: 'DEVOLVIDO', natureza: 'MED_FRAUDE' } };
    const refund = post({ pix: [back] }, {}, { hmac: SECRET });
    expect((await run({ parameters: { noticeProvider: 'efi' }, json: refund })).done).toMatchObject([
      { payment: { result: 'duplicate' } },
      { reversal: { result: 'reversed', amount: '20.00', why: 'devolução do Pix (MED)' } },
    ]);
    expect((await run({ parameters: { noticeProvider: 'efi' }, json: refund })).done).toMatchObject([{ payment: {} }, { reversal: { result: 'duplicate' } }]);
    expect(await payments()).toEqual([['E1', 3_000]]);
  });

  it('that holds only a number leaves with the question, and its answer is recorded', async () => {
    const ts = NOW.getTime() / 1000;
    const v1 = createHmac('sha256', SECRET).update(`id:123;request-id:r;ts:${ts};`).digest('hex');
    const headers = { 'x-request-id': 'r', 'x-signature': `ts=${ts},v1=${v1}` };
    const parameters = { noticeProvider: 'mercadopago' };
    const asked = await run({ parameters, json: post({ type: 'payment', data: { id: '123' } }, headers, { 'data.id': '123' }) });
    expect(asked).toMatchObject({
      done: [],
      toSee: [{ event: { kind: 'needs-lookup', lookup: { method: 'GET', url: 'https://api.mercadopago.com/v1/payments/123' } } }],
    });
    const answer = {
      id: 123,
      status: 'approved',
      status_detail: 'accredited',
      transaction_amount: 102,
      external_reference: 'NF-1',
      date_approved: '2026-03-09T10:00:00-03:00',
    };
    for (const json of [answer, { statusCode: 200, headers: {}, body: answer }])
      expect((await run({ parameters: { ...parameters, noticeSource: 'lookup' }, json, secret: null })).done).toMatchObject([{ caseId }]);
    expect(await payments()).toEqual([['mercadopago:123', 10_200]]);
  });

  it('with nothing in it but headers, or as a form, is read too', async () => {
    const cora = post(
      {},
      { 'webhook-event-id': 'evt_1', 'webhook-event-type': 'invoice.paid', 'webhook-resource-id': 'inv_1', 'content-length': '0' },
      { token: SECRET },
    );
    for (const raw of [undefined, ''])
      expect((await run({ parameters: { noticeProvider: 'cora' }, json: cora, ...(raw === undefined ? {} : { raw }) })).toSee).toMatchObject([
        { event: { lookup: { url: 'https://matls-clients.api.cora.com.br/v2/invoices/inv_1' } } },
      ]);
    const raw = 'event=invoice.status_changed&data%5Bid%5D=ABC&data%5Bstatus%5D=paid&data%5Bpaid_cents%5D=10200&data%5Border_id%5D=NF-1';
    const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: SECRET };
    expect((await run({ parameters: { noticeProvider: 'iugu' }, json: post({}, headers), raw })).done).toMatchObject([
      { caseId, payment: { reference: 'iugu:ABC', result: 'applied' } },
    ]);
  });

  it('that nobody vouches for moves nothing, and the refusal tells no secret', async () => {
    const forged = { ...asaas('PAYMENT_CONFIRMED'), headers: { 'asaas-access-token': 'chute-de-alguem-aleatorio' } };
    expect((await run({ json: forged })).toSee).toEqual([{ provider: 'asaas', problem: { code: 'notice.forged', message: expect.any(String) as string } }]);
    expect((await run({ json: asaas('PAYMENT_CONFIRMED'), secret: null })).toSee).toMatchObject([{ problem: { code: 'notice.no-secret' } }]);
    expect((await run({ json: asaas('PAYMENT_CONFIRMED'), raw: '{"event":"PAYMENT_CONF', secret: SECRET })).toSee).toMatchObject([
      { problem: { message: expect.stringContaining('cortado') as string } },
    ]);
    expect((await run({ json: { pagamento: 1 } })).toSee).toMatchObject([{ problem: { code: 'notice.no-post' } }]);
    expect(await payments()).toEqual([]);
    // What needs nobody, and what only makes somebody ask, needs no proof.
    expect((await run({ json: asaas('PAYMENT_CREATED'), secret: null })).done).toMatchObject([{ event: { kind: 'other' } }]);
    expect((await run({ json: asaas('PAYMENT_CONFIRMED'), secret: null, parameters: { noticeProof: 'before' } })).done).toMatchObject([{ caseId }]);
  });

  it('never fails the run, so that the provider gets its 200 and sends no notice into a pause', async () => {
    for (const body of [null, 'x', [], 7, { event: 'PAYMENT_UNHEARD', payment: { id: 'p' } }, { event: 'PAYMENT_RECEIVED', payment: {} }])
      expect((await run({ json: post(body, { 'asaas-access-token': SECRET }) })).toSee).toMatchObject([{ provider: 'asaas', problem: {} }]);
    expect((await run({ json: post({}), parameters: { noticeProvider: 'banco-do-bairro' } })).toSee).toMatchObject([{ problem: { code: 'notice.provider' } }]);
  });
});
