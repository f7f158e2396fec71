import { describe, expect, it } from 'vitest';
import { runForTest } from '../run-for-test.ts';

const regua = (line: readonly string[], files?: Record<string, string>) => runForTest(line, files, { today: () => '2026-01-11' });

describe('regua guard', () => {
  it('keeps its contract for a text that may not leave', async () => {
    const { code, json } = await regua(['guard', '--text-file', 'f.txt', '--channel', 'whatsapp', '--json'], {
      'f.txt': '\uFEFFResponda imediatamente, esta é a última chance.\n',
    });
    expect(code).toBe(1);
    expect(json).toMatchObject({ allowed: false, readability: expect.any(Number) });
    for (const finding of json.findings)
      expect(finding).toEqual({
        code: 'false-urgency',
        severity: 'error',
        excerpt: expect.any(String),
        message: expect.any(String),
        suggestion: expect.any(String),
      });
    expect(json.findings.map(({ excerpt }: { excerpt: string }) => excerpt)).toEqual(['Responda imediatamente, esta é a última chance']);
  });

  it('lets a humane text go, and says how easy it reads', async () => {
    const { code, json } = await regua(['guard', '--text', 'Oi, Ana. Sua conta venceu ontem. Podemos ajudar?', '--json']);
    expect(code).toBe(0);
    expect(json).toMatchObject({ allowed: true, findings: [] });
    expect(json.readability).toBeGreaterThan(50);
  });

  it('reads a text with variables as a template', async () => {
    expect((await regua(['guard', '--text', 'Oi, {{ nome }}', '--json'])).json).toMatchObject({
      allowed: false,
      findings: [{ code: 'message.unknown-variable' }],
    });
  });

  it('knows the notices of the law', async () => {
    const text = 'Seu nome poderá ser incluído no cadastro de inadimplentes do Serasa após 10 dias.';
    expect((await regua(['guard', '--text', text, '--purpose', 'bureau-notice', '--json'])).json.findings).toEqual([]);
    expect((await regua(['guard', '--text', text, '--json'])).json).toMatchObject({ allowed: true, findings: [{ severity: 'warning' }] });
  });

  it('gives the size of an SMS', async () => {
    expect((await regua(['guard', '--text', 'Olá', '--channel', 'sms', '--json'])).json.sms).toEqual({ segments: 1, encoding: 'UCS-2', length: 3 });
  });

  it('without JSON it is sentences; without a text it is wrong use', async () => {
    expect((await regua(['guard', '--text', 'Caloteiro'])).out).toMatch(/Não pode: "Caloteiro"[\s\S]*Pode sair\s+não/);
    expect((await regua(['guard'])).code).toBe(2);
    expect((await regua(['guard', '--text', 'a', '--text-file', 'b'])).code).toBe(2);
    expect((await regua(['guard', '--text', '', '--json'])).json).toMatchObject({ allowed: false, findings: [{ code: 'message.empty' }] });
  });
});

describe('regua message', () => {
  it('writes the message as it would leave', async () => {
    const { code, json } = await regua(
      ['message', '--text-file', 't', '--channel', 'sms', '--name', 'João Lima', '--principal', '200,00', '--on', '2026-01-11', '--json'],
      { t: 'Oi, {{ debtor.firstName }}' },
    );
    expect(code).toBe(0);
    expect(json).toMatchObject({ channel: 'sms', variant: 'any#1', sms: { encoding: 'GSM-7' } });
    expect(json.text).toContain('R$200,00+multa 4,00+juros 0,60=R$204,60');
  });

  it('says what is wrong with it', async () => {
    const answer = await regua(['message', '--text-file', 't', '--channel', 'email'], { t: '{{ offer.cash.total }}' });
    expect(answer.code).toBe(1);
    expect(answer.out).toContain('[message.missing-value]');
  });

  it('needs a channel and a text', async () => {
    expect((await regua(['message', '--text-file', 't'])).code).toBe(2);
    expect((await regua(['message', '--channel', 'sms'])).code).toBe(2);
  });
});
