import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteLedger } from '../../ledger/index.ts';
import type { N8n } from '../../sandbox/n8n/server.ts';
import { startN8n } from '../../sandbox/n8n/server.ts';
import type { Session } from '../../sandbox/n8n/session.ts';
import type { Outbox } from '../../sandbox/outbox/outbox.ts';
import { startOutbox } from '../../sandbox/outbox/outbox.ts';

let folder: string;
let outbox: Outbox;
let n8n: N8n;
let session: Session;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-credentials-'));
  outbox = await startOutbox({ dataDir: folder, smtpLogin: { user: 'loja', password: 'senha-da-loja' } });
  n8n = await startN8n({ userFolder: folder });
  session = await n8n.login();
});
afterAll(async () => {
  await n8n?.stop();
  await outbox?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the editor's test button does with credentials that are still being typed. */
async function press(type: string, data: object): Promise<{ status: string; message: string }> {
  const { id } = await session.rest<{ id: string }>('POST', '/credentials', { name: type, type, data });
  return session.rest('POST', '/credentials/test', { credentials: { id, name: type, type, data } });
}

describe('the test button of each credential', () => {
  it('says whether the e-mail server takes the password', async () => {
    const smtp = {
      host: '127.0.0.1',
      port: outbox.smtpPort,
      secure: false,
      user: 'loja',
      password: 'senha-da-loja',
      fromAddress: 'a@loja.example',
      fromName: 'Loja',
    };
    expect(await press('reguaSmtp', smtp)).toMatchObject({ status: 'OK' });
    const wrong = await press('reguaSmtp', { ...smtp, password: 'senha-errada-xyz' });
    expect(wrong).toMatchObject({ status: 'Error', message: expect.stringContaining('usuário ou a senha') as string });
    expect(wrong.message).not.toContain('senha-errada-xyz');
  });

  it('says whether the gateway is there and takes the token', async () => {
    expect(await press('reguaGateway', { baseUrl: `${outbox.gatewayUrl}/`, token: outbox.token })).toMatchObject({ status: 'OK' });
    expect(await press('reguaGateway', { baseUrl: outbox.gatewayUrl, token: 'outro' })).toMatchObject({ status: 'Error' });
  });

  it('says whether Evolution knows the instance and takes the key', async () => {
    const evolution = { baseUrl: outbox.evolutionUrl, apiKey: outbox.token, instance: outbox.instance };
    expect(await press('reguaEvolution', evolution)).toMatchObject({ status: 'OK' });
    expect(await press('reguaEvolution', { ...evolution, instance: 'outra' })).toMatchObject({ status: 'Error' });
  });

  it('says whether the ledger opens', async () => {
    const file = join(folder, 'um.sqlite');
    expect(await press('reguaLedger', { engine: 'sqlite', file: '' })).toMatchObject({
      status: 'OK',
      message: expect.stringContaining(join(folder, '.n8n', 'regua', 'ledger.sqlite')) as string,
    });
    expect(await press('reguaLedger', { engine: 'sqlite', file })).toMatchObject({
      status: 'Error',
      message: expect.stringContaining(`"${file}" não existe`) as string,
    });
    expect(await press('reguaLedger', { engine: 'sqlite', file, whenMissing: 'create' })).toMatchObject({
      status: 'OK',
      message: expect.stringContaining('Arquivo novo, vazio') as string,
    });
    // n8n presses the button by itself on saving: what it makes would be a ledger that nobody asked for.
    expect(existsSync(file)).toBe(false);
    const ledger = openSqliteLedger({ file });
    await ledger.migrate();
    await ledger.close();
    expect(await press('reguaLedger', { engine: 'sqlite', file })).toMatchObject({ status: 'OK' });
    expect(await press('reguaLedger', { engine: 'sqlite', file: '/dev/null/nada.sqlite', whenMissing: 'create' })).toMatchObject({
      status: 'Error',
      message: expect.stringContaining('não existe') as string,
    });
    expect(await press('reguaLedger', { engine: 'sqlite', file: 'loja.sqlite' })).toMatchObject({
      status: 'Error',
      message: expect.stringContaining(join(folder, '.n8n', 'regua', 'loja.sqlite')) as string,
    });
    expect(
      await press('reguaLedger', { engine: 'postgres', host: '127.0.0.1', port: 1, database: 'x', user: 'x', password: 'senha-do-banco', ssl: 'off' }),
    ).toMatchObject({ status: 'Error' });
  });

  it('says whether the webhook’s secret is long enough', async () => {
    expect(await press('reguaWebhook', { header: 'Authorization', secret: 'curto' })).toMatchObject({ status: 'Error' });
    expect(await press('reguaWebhook', { header: 'Authorization', secret: 'um-segredo-bem-comprido' })).toMatchObject({ status: 'OK' });
  });
});
