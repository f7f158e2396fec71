import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { gatewayProvider } from './gateway.ts';

const MANUAL = new URL('../../../docs/gateway.md', import.meta.url);
const TOKEN = 'um-segredo-bem-comprido';
let folder: string;
let baseUrl: string;
let receiver: ReturnType<typeof spawn>;

/** The receiver of the manual, as it is printed there, with a provider behind it that answers with what it was asked. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'regua-receiver-'));
  const [, code] = /```js\n([\s\S]*?)```/.exec(readFileSync(MANUAL, 'utf8'))!;
  writeFileSync(join(folder, 'receiver.mjs'), code!);
  writeFileSync(
    join(folder, 'your-provider.mjs'),
    `let calls = 0;
export const sendByYourProvider = async ({ to, channel, text }) => {
  if (text === 'quebra') throw new Error('?');
  return [++calls, channel, to, text].join('|');
};`,
  );
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
  baseUrl = `http://127.0.0.1:${port}/v1`;
  receiver = spawn(process.execPath, [join(folder, 'receiver.mjs')], { env: { ...process.env, TOKEN, PORT: String(port) }, stdio: 'inherit' });
  await vi.waitFor(async () => expect((await fetch(`${baseUrl}/health`, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(200), {
    timeout: 20_000,
  });
});
afterAll(() => {
  receiver?.kill();
  rmSync(folder, { recursive: true, force: true });
});

it('the receiver in the manual understands us, and sends one message once', async () => {
  const provider = gatewayProvider({ baseUrl, token: TOKEN });
  const send = (reference: string, text: string) => provider.send({ reference, channel: 'sms', to: '+5511987654321', text }, AbortSignal.timeout(10_000));
  const sent = { kind: 'sent', status: 'sent', providerMessageId: '1|sms|+5511987654321|Oi, Ana!' };
  expect(await send('r-1', 'Oi, Ana!')).toEqual(sent);
  expect(await send('r-1', 'Oi, Ana!')).toEqual(sent);
  expect(await send('r-2', 'Oi, Bia!')).toMatchObject({ kind: 'sent', providerMessageId: expect.stringMatching(/^2\|/) });
  expect(await send('r-3', 'quebra')).toMatchObject({ kind: 'unknown' });
  expect(
    await gatewayProvider({ baseUrl, token: 'outro' }).send({ reference: 'r-4', channel: 'sms', to: '+5511987654321', text: 'x' }, AbortSignal.timeout(10_000)),
  ).toMatchObject({
    kind: 'refused',
  });
});
