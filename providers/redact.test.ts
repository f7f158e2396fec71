import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('an error’s text', () => {
  it('loses the secrets in use, plain, URL-encoded and in Base64', () => {
    const secret = 'p@ss word';
    const text = `a ${secret} b ${encodeURIComponent(secret)} c ${Buffer.from(secret).toString('base64')}`;
    expect(redact(text, [secret])).toBe('a ••• b ••• c •••');
  });

  it('loses bearer tokens and CPFs that nobody announced', () => {
    expect(redact('Authorization: Bearer abcdef123456 de 529.982.247-25', [])).toBe('Authorization: Bearer ••• de ***.***.***-**');
  });

  it('stays readable: words are not masked for a short secret, and it fits a record', () => {
    expect(redact('erro de envio', ['de'])).toBe('erro de envio');
    expect(redact('x'.repeat(2000), [])).toHaveLength(500);
  });
});
