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

  it('takes the names of debtor and creditor for what they are', async () => {
    const text = 'Pilantra, a Vagabundo Modas informa: sua conta venceu ontem.';
    expect((await regua(['guard', '--text', text, '--json'])).json.allowed).toBe(false);
    expect((await regua(['guard', '--text', text, '--debtor', 'Pilantra Souza', '--creditor', 'Vagabundo Modas', '--json'])).json.findings).toEqual([]);
  });

  it('judges many messages, a line of JSON each, in their order', async () => {
    const lines = [
      JSON.stringify('Oi, Ana. Sua conta venceu ontem. Podemos ajudar?'),
      JSON.stringify({ text: 'Prezada Ana, informamos que vamos bloquear sua conta bancária.' }),
      'isto não é JSON',
      '',
      JSON.stringify({ text: 'Caloteiro, sua conta venceu.', debtor: 'Caloteiro da Silva' }),
    ];
    const { code, out } = await regua(['guard', '--file', 'm.jsonl'], { 'm.jsonl': `${lines.join('\n')}\n` });
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(2);
    expect(answers).toHaveLength(4);
    expect(answers[0]).toEqual({ allowed: true, findings: [] });
    expect(answers[1]).toMatchObject({ allowed: false, findings: [{ code: 'coercion', severity: 'error', excerpt: expect.stringContaining('bloquear') }] });
    expect(answers[2]).toEqual({ problem: 'Linha 3: escreva um texto entre aspas ou um objeto JSON com "text".' });
    expect(answers[3].allowed).toBe(true);
    expect((await regua(['guard', '--file', 'm.jsonl'], { 'm.jsonl': lines[0]! })).code).toBe(0);
    expect((await regua(['guard', '--file', 'm.jsonl'], { 'm.jsonl': lines[1]! })).code).toBe(1);
    expect((await regua(['guard', '--file', 'm.jsonl', '--text', 'a'])).code).toBe(2);
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
