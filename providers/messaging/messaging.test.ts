import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Outbox } from '../../sandbox/outbox/outbox.ts';
import { startOutbox } from '../../sandbox/outbox/outbox.ts';
import type { MessageProvider, OutgoingMessage } from './index.ts';
import { evolutionProvider, gatewayProvider, manualProvider, smtpProvider, testSmtp } from './index.ts';

let folder: string;
let outbox: Outbox;
const open: MessageProvider[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-providers-'));
  outbox = await startOutbox({ dataDir: folder, smtpLogin: { user: 'loja', password: 'senha-da-loja' } });
});
afterEach(async () => {
  for (const provider of open.splice(0)) await provider.close();
  outbox.resetFaults();
  outbox.clear();
});
afterAll(async () => {
  await outbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const message = (change: Partial<OutgoingMessage>): OutgoingMessage => ({ reference: 'c-1', channel: 'sms', to: '+5511987654321', text: 'Olá', ...change });
const send = (provider: MessageProvider, change: Partial<OutgoingMessage> = {}, timeoutMs = 5000) => {
  open.push(provider);
  return provider.send(message(change), AbortSignal.timeout(timeoutMs));
};
const smtp = (change: object = {}) => ({
  host: '127.0.0.1',
  port: outbox.smtpPort,
  secure: false,
  user: 'loja',
  password: 'senha-da-loja',
  fromAddress: 'cobranca@loja.example',
  fromName: 'Loja Boa',
  ...change,
});
const email = { channel: 'email', to: 'ana@exemplo.example', toName: 'Ana Souza', subject: 'Seu título', html: '<p>Olá</p>' } as const;

describe('the generic gateway', () => {
  it('takes a message with our reference and gives its id', async () => {
    const receipt = await send(gatewayProvider({ baseUrl: `${outbox.gatewayUrl}/`, token: outbox.token }));
    const [kept] = outbox.list().messages;
    expect(kept).toMatchObject({ channel: 'sms', to: '+5511987654321', text: 'Olá', reference: 'c-1' });
    expect(receipt).toEqual({ kind: 'sent', status: 'sent', providerMessageId: kept!.id });
  });

  it('refuses a wrong token without showing it', async () => {
    const receipt = await send(gatewayProvider({ baseUrl: outbox.gatewayUrl, token: 'token-errado-123' }));
    expect(receipt).toMatchObject({ kind: 'refused', fault: 'account' });
    expect(JSON.stringify(receipt)).not.toContain('token-errado-123');
  });
});

describe('Evolution API', () => {
  const provider = () => evolutionProvider({ baseUrl: outbox.evolutionUrl, apiKey: outbox.token, instance: outbox.instance });

  it('takes a WhatsApp message; PENDING counts as sent, not as delivered', async () => {
    const receipt = await send(provider(), { channel: 'whatsapp' });
    expect(receipt).toMatchObject({ kind: 'sent', status: 'sent', providerMessageId: outbox.list().messages[0]!.id });
    expect(outbox.list().messages[0]).toMatchObject({ via: 'evolution', to: '5511987654321' });
  });

  it('refuses a number that has no WhatsApp, and any other channel', async () => {
    expect(await send(provider(), { channel: 'whatsapp', to: '+5511900000000' })).toMatchObject({ kind: 'refused', fault: 'person' });
    expect(await send(provider(), { channel: 'sms' })).toMatchObject({ kind: 'refused', fault: 'message' });
  });

  it('whose instance does not exist, or whose key is another, is the account’s to mend', async () => {
    const other = (change: object) => evolutionProvider({ baseUrl: outbox.evolutionUrl, apiKey: outbox.token, instance: outbox.instance, ...change });
    expect(await send(other({ instance: 'outra' }), { channel: 'whatsapp' })).toMatchObject({ kind: 'refused', fault: 'account' });
    expect(await send(other({ apiKey: 'errada' }), { channel: 'whatsapp' })).toMatchObject({ kind: 'refused', fault: 'account' });
  });
});

describe('SMTP', () => {
  it('sends text and HTML with a Message-ID made of our reference', async () => {
    const receipt = await send(smtpProvider(smtp()), email);
    expect(receipt).toEqual({ kind: 'sent', status: 'sent', providerMessageId: '<c-1@loja.example>' });
    expect(outbox.list().messages[0]).toMatchObject({
      channel: 'email',
      to: 'ana@exemplo.example',
      subject: 'Seu título',
      text: expect.stringContaining('Olá') as string,
    });
  });

  it('is refused for good by a 5xx, told to come later by a 4xx', async () => {
    outbox.order({ kind: 'refuse', door: 'smtp', status: 550, times: 1 });
    expect(await send(smtpProvider(smtp()), email)).toMatchObject({ kind: 'refused', fault: 'person' });
    outbox.order({ kind: 'refuse', door: 'smtp', status: 451, times: 1 });
    expect((await send(smtpProvider(smtp()), email)).kind).toBe('unreachable');
  });

  it('does not send with a wrong password, and does not show it', async () => {
    const receipt = await send(smtpProvider(smtp({ password: 'senha-errada-xyz' })), email);
    expect(receipt).toMatchObject({ kind: 'refused', fault: 'account' });
    expect(JSON.stringify(receipt)).not.toContain('senha-errada-xyz');
  });

  it('cannot be reached where nobody listens', async () => {
    const port = await closedPort();
    expect((await send(smtpProvider(smtp({ port })), email)).kind).toBe('unreachable');
  });

  it('is in doubt when the answer to the text is lost or does not come', async () => {
    outbox.order({ kind: 'lose-answer', door: 'smtp', times: 1 });
    expect((await send(smtpProvider(smtp()), email)).kind).toBe('unknown');
    expect(outbox.list().messages).toHaveLength(1);
    outbox.order({ kind: 'hang', door: 'smtp', times: 1 });
    expect((await send(smtpProvider(smtp()), email, 300)).kind).toBe('unknown');
  });

  it('tests a connection without sending', async () => {
    expect(await testSmtp(smtp())).toBeNull();
    expect(await testSmtp(smtp({ password: 'senha-errada-xyz' }))).toMatch(/usuário ou a senha/);
    expect(outbox.list().messages).toHaveLength(0);
  });
});

describe('letters', () => {
  it('wait for a person, and nothing of them is written', async () => {
    expect(await send(manualProvider(), { channel: 'letter' })).toEqual({ kind: 'prepared' });
  });
});

describe('a message in doubt', () => {
  it('is asked about at the gateway by our reference: taken, or never received', async () => {
    const provider = gatewayProvider({ baseUrl: outbox.gatewayUrl, token: outbox.token });
    outbox.order({ kind: 'lose-answer', door: 'gateway', times: 1 });
    expect((await send(provider)).kind).toBe('unknown');
    const signal = AbortSignal.timeout(5000);
    expect(await provider.lookUp!('c-1', signal)).toMatchObject({ kind: 'sent', providerMessageId: outbox.list().messages[0]!.id });
    expect(await provider.lookUp!('c-2', signal)).toMatchObject({ kind: 'unreachable' });
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
