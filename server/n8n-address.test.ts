import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { greetingSentence, greetN8n, parseN8nAddress } from './n8n-address.ts';

describe('an address of n8n', () => {
  it.each([
    ['https://n8n.loja.example', 'https://n8n.loja.example'],
    [' http://localhost:5678/ ', 'http://localhost:5678'],
    ['https://loja.example/automacao/', 'https://loja.example/automacao'],
    ['HTTPS://N8N.Loja.example:443//', 'https://n8n.loja.example'],
  ])('%s is kept as %s', (typed, kept) => expect(parseN8nAddress(typed)).toBe(kept));

  it.each([
    '',
    'n8n.loja.example',
    'localhost:5678',
    'ftp://n8n.loja.example',
    'https://',
    'file:///etc/passwd',
    'https://n8n.loja.example?x=1',
    'https://a#b',
  ])('is not "%s", and the sentence shows one', (typed) => {
    expect(() => parseN8nAddress(typed)).toThrow(
      expect.objectContaining({ code: 'n8n.address', field: 'n8n', message: expect.stringContaining('http://localhost:5678') }),
    );
  });

  it.each(['https://ana:senha123@n8n.loja.example', 'ftp://ana:senha123@n8n.loja.example'])('takes no password, and never repeats it: %s', (typed) => {
    expect(() => parseN8nAddress(typed)).toThrow(expect.objectContaining({ code: 'n8n.address', message: expect.not.stringContaining('senha123') }));
  });
});

describe('the first knock at n8n', () => {
  let status = 401;
  let location: string | undefined;
  const server = createServer((_request, response) => response.writeHead(status, location ? { location } : {}).end('{}'));
  let url: string;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());

  it('knows n8n by its asking for the key', async () => {
    expect(await greetN8n(url)).toEqual({ kind: 'n8n' });
    expect(greetingSentence(url, { kind: 'n8n' })).toBeUndefined();
  });

  it('tells another program, a moved n8n and nobody apart, each with what to do', async () => {
    status = 404;
    expect(greetingSentence(url, await greetN8n(url))).toContain('N8N_PUBLIC_API_DISABLED');
    [status, location] = [301, 'https://n8n.loja.example/api/v1/workflows?limit=1'];
    expect(greetingSentence(url, await greetN8n(url))).toContain('--n8n https://n8n.loja.example.');
    expect(greetingSentence('http://127.0.0.1:1', await greetN8n('http://127.0.0.1:1'))).toContain('não respondeu em http://127.0.0.1:1');
  });
});
