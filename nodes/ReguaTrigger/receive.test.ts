import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IWebhookFunctions } from 'n8n-workflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../ledger/index.ts';
import { openSqliteLedger } from '../../ledger/index.ts';
import { AT, claimFor, importedCase, importOne, PORTFOLIO, runWith } from '../../ledger/testing/fixtures.ts';
import { receive } from './receive.ts';

const SECRET = 'um-segredo-bem-comprido';
let folder: string;
let ledger: Ledger;
let caseId: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-receive-'));
  ledger = openSqliteLedger({ file: join(folder, 'ledger.sqlite') });
  await ledger.migrate();
  caseId = await importOne(ledger);
  await ledger.startRun(runWith());
});
afterAll(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Call {
  readonly secret?: { header?: string; secret?: string } | 'none' | 'broken';
  readonly headers?: object;
  readonly body?: unknown;
  readonly query?: object;
  readonly size?: number;
  readonly ledger?: object;
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** One request, as n8n hands it to a trigger. */
async function call({ secret = { header: 'Authorization', secret: SECRET }, headers = { authorization: SECRET }, ...request }: Call) {
  let answered: { status: number; body: Record<string, unknown> } | undefined;
  const context = {
    getNode: () => ({
      type: 'n8n-nodes-regua.reguaTrigger',
      typeVersion: 2,
      parameters: {},
      credentials: { ...(secret === 'none' ? {} : { reguaWebhook: {} }), reguaLedger: {} },
    }),
    getCredentials: (type: string) => {
      if (type === 'reguaLedger') return Promise.resolve(request.ledger ?? { engine: 'sqlite', file: join(folder, 'ledger.sqlite') });
      return secret === 'broken' ? Promise.reject(new Error('chave de criptografia errada: abc')) : Promise.resolve(secret);
    },
    getHeaderData: () => headers,
    getBodyData: () => request.body ?? {},
    getQueryData: () => request.query ?? {},
    getWebhookName: () => (request.query ? 'setup' : 'default'),
    getRequestObject: () => ({ rawBody: Buffer.alloc(request.size ?? 0) }),
    getNodeParameter: (name: string) => ({ cadenceId: 'classica', events: ['payment', 'delivery'], ...request.parameters })[name] ?? '',
    getResponseObject: () => ({ status: (status: number) => ({ json: (body: Record<string, unknown>) => void (answered = { status, body }) }) }),
  };
  const { webhookResponse, workflowData } = await receive(context as unknown as IWebhookFunctions);
  return { ...(answered ?? { status: 200, body: webhookResponse as Record<string, unknown> }), items: workflowData ?? [] };
}

const payment = { event: 'payment', reference: 'pix-1', amount: '10,00', debtNumber: 'NF-1' };
const REFUSED = { status: 401, body: { ok: false, reason: 'Segredo ausente ou errado.' }, items: [] };

describe('the door', () => {
  it.each<[string, Call]>([
    ['no credential', { secret: 'none' }],
    ['no credential and an empty header', { secret: 'none', headers: { authorization: '' } }],
    ['an empty secret', { secret: { secret: '' }, headers: { authorization: '' } }],
    ['an empty secret shown as a bearer', { secret: { secret: 'Bearer ' }, headers: { authorization: 'Bearer ' } }],
    ['a secret of spaces', { secret: { secret: ' '.repeat(20) }, headers: { authorization: ' '.repeat(20) } }],
    ['a secret of fifteen characters', { secret: { secret: 'a'.repeat(15) }, headers: { authorization: 'a'.repeat(15) } }],
    ['a credential without its fields', { secret: {}, headers: {} }],
    ['the wrong secret', { headers: { authorization: 'Bearer um-segredo-bem-compridO' } }],
    ['the right secret in another header', { headers: { 'x-secret': SECRET } }],
    ['no header', { headers: {} }],
  ])('stays shut, for events and for views alike, with %s', async (_what, one) => {
    expect(await call({ ...one, body: payment })).toEqual(REFUSED);
    for (const view of ['steps', 'day']) expect(await call({ ...one, query: { view } })).toEqual(REFUSED);
    // Before the size is looked at, and before the ledger is.
    expect(await call({ ...one, body: payment, size: 99_000_000, ledger: { engine: 'postgres', port: 1 } })).toEqual(REFUSED);
  });

  it.each([{ authorization: SECRET }, { authorization: `Bearer ${SECRET}` }, { authorization: `bearer  ${SECRET} ` }])('opens with %j', async (headers) => {
    expect((await call({ headers, query: { view: 'steps' } })).status).toBe(200);
  });

  it('opens with a secret of sixteen characters in the header that its owner chose', async () => {
    const sixteen = 'a'.repeat(16);
    const asaas = { secret: { header: 'Asaas-Access-Token', secret: sixteen }, headers: { 'asaas-access-token': sixteen } };
    expect((await call({ ...asaas, query: { view: 'steps' } })).status).toBe(200);
  });

  it('says nothing of why its own credential cannot be read, and lets the sender repeat', async () => {
    const { status, body } = await call({ secret: 'broken', body: payment });
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('criptografia');
  });
});

describe('what is answered', () => {
  it('is 500 when the ledger is away, so that the sender repeats', async () => {
    const away = { engine: 'postgres', host: '127.0.0.1', port: 1, database: 'x', user: 'x', password: 'senha-do-banco' };
    const { status, body } = await call({ body: payment, ledger: away });
    expect(status).toBe(500);
    expect(body).toMatchObject({ ok: false });
    expect(JSON.stringify(body)).not.toContain('senha-do-banco');
  });

  it('is 413 from ten megabytes on', async () => {
    expect((await call({ body: payment, size: 10 * 1024 * 1024 + 1 })).status).toBe(413);
    expect((await call({ query: { view: 'steps' }, size: 10 * 1024 * 1024 })).status).toBe(200);
  });

  it('is 400 with the field for what is wrong in itself', async () => {
    expect(await call({ body: { event: 'reply', phone: '1'.repeat(201), channel: 'sms', text: 'oi' } })).toMatchObject({
      status: 400,
      body: { field: 'phone' },
    });
    expect(await call({ body: [] })).toMatchObject({ status: 400, body: { ok: false } });
  });

  it('is one and the same for a debtor, for nobody and for a repetition', async () => {
    const received = { ok: true, received: 1 };
    const known = { event: 'survey', document: '529.982.247-25', score: 9 };
    for (const body of [payment, payment, known, { ...known, document: '11144477735' }, { ...payment, reference: 'pix-2', debtNumber: 'NADA' }])
      expect(await call({ body })).toMatchObject({ status: 200, body: received });
    expect((await ledger.loadCases([caseId])).get(caseId)!.debts[0]!.payments).toHaveLength(1);
    expect((await ledger.unattributedEvents({ portfolio: PORTFOLIO })).map(({ kind }) => kind)).toEqual(['survey']);
    expect((await ledger.unmatchedPayments({ portfolio: PORTFOLIO })).map(({ reference }) => reference)).toEqual(['pix-2']);
  });
});

describe('a list of receipts', () => {
  it('is recorded in its order, starts the workflow once for each message that is known, and lets others in between', async () => {
    const [claimed] = await ledger.claim([claimFor(caseId)]);
    if (claimed?.kind !== 'claimed') throw new Error('a first claim is granted');
    await ledger.recordOutcomes([{ contactId: claimed.contactId, status: 'sent', at: AT, providerMessageId: 'm1' }]);
    const strangers = Array.from({ length: 2_000 }, (_, index) => ({ keyId: `x${index}`, status: 'READ' }));
    let turns = 0;
    let counting = true;
    const count = (): void => void (counting && (turns++, setImmediate(count)));
    count();
    const data = [{ keyId: 'm1', status: 'DELIVERY_ACK' }, ...strangers, { keyId: 'm1', status: 'READ' }];
    const { body, items } = await call({ body: { event: 'messages.update', data } });
    counting = false;
    expect(body).toEqual({ ok: true, received: 2_002 });
    expect(items[1]!.map(({ json }) => json['event'])).toMatchObject([
      { id: `${claimed.contactId}:delivered`, status: 'delivered' },
      { id: `${claimed.contactId}:read`, status: 'read' },
    ]);
    expect((await ledger.events(caseId)).map(({ kind }) => kind).filter((kind) => kind.startsWith('contact.'))).toEqual([
      'contact.claimed',
      'contact.sent',
      'contact.delivered',
      'contact.read',
    ]);
    expect(turns).toBeGreaterThan(8);
  });

  it('keeps what it cannot read and goes on', async () => {
    const data = [null, { keyId: 'k'.repeat(201), status: 'READ' }, { keyId: 'm1', status: 'toString' }, { keyId: 'm1', status: 'READ' }];
    expect((await call({ body: { event: 'messages.update', data } })).body).toEqual({ ok: true, received: 2 });
    expect((await ledger.unattributedEvents({ portfolio: PORTFOLIO })).at(-1)).toMatchObject({ kind: 'unread' });
  });
});

describe('a telephone that two share', () => {
  it('speaks for nobody: silent for both, kept, and asked about once', async () => {
    const bruno = await importOne(ledger, importedCase({ document: '11144477735', name: 'Bruno' }));
    const reply = { event: 'reply', id: 'w1', phone: '+5511987654321', channel: 'whatsapp', text: 'SAIR' };
    for (let times = 0; times < 2; times += 1) expect((await call({ body: reply })).body).toEqual({ ok: true, received: 1 });
    for (const id of [caseId, bruno])
      expect((await ledger.loadCases([id])).get(id)!.debtor).toMatchObject({ optedOut: [], contactPoints: [{ consent: { whatsapp: false } }] });
    expect((await ledger.tasks({ status: 'open' })).map(({ kind }) => kind)).toEqual(['attribution']);
    // Where the person is known, the person is heard, and the telephone stays silent.
    await call({ body: { event: 'optOut', id: 'w2', document: '11144477735', phone: '+5511987654321' } });
    expect((await ledger.loadCases([bruno])).get(bruno)!.debtor.optedOut).toEqual(['all']);
    expect((await ledger.loadCases([caseId])).get(caseId)!.debtor).toMatchObject({ optedOut: [], contactPoints: [{ consent: { sms: false, voice: false } }] });
  });
});
