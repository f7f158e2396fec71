import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
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
    expect(receipt.kind).toBe('refused');
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
    expect((await send(provider(), { channel: 'whatsapp', to: '+5511900000000' })).kind).toBe('refused');
    expect((await send(provider(), { channel: 'sms' })).kind).toBe('refused');
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
    expect((await send(smtpProvider(smtp()), email)).kind).toBe('refused');
    outbox.order({ kind: 'refuse', door: 'smtp', status: 451, times: 1 });
    expect((await send(smtpProvider(smtp()), email)).kind).toBe('unreachable');
  });

  it('does not send with a wrong password, and does not show it', async () => {
    const receipt = await send(smtpProvider(smtp({ password: 'senha-errada-xyz' })), email);
    expect(receipt.kind).toBe('unreachable');
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
  it('are written to a folder that only n8n’s user reads, under our reference', async () => {
    const receipt = await send(manualProvider({ folder: join(folder, 'cartas') }), { channel: 'letter', html: '<p>Carta</p>', reference: 'c/../1' });
    expect(receipt).toEqual({ kind: 'prepared', file: join(folder, 'cartas', 'c____1.html') });
    expect(readFileSync(join(folder, 'cartas', 'c____1.html'), 'utf8')).toBe('<p>Carta</p>');
    expect(statSync(join(folder, 'cartas')).mode & 0o077).toBe(0);
  });

  it('are the printed page when there is one', async () => {
    const receipt = await send(manualProvider({ folder: join(folder, 'cartas') }), {
      channel: 'letter',
      html: '<p>Carta</p>',
      pdf: new TextEncoder().encode('%PDF-1.7'),
    });
    expect(receipt).toEqual({ kind: 'prepared', file: join(folder, 'cartas', 'c-1.pdf') });
  });

  it('that cannot be written did not leave', async () => {
    expect((await send(manualProvider({ folder: '/dev/null/cartas' }), { channel: 'letter' })).kind).toBe('unreachable');
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
