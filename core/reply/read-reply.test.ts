import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ReplyIntent } from './index.ts';
import { readReply } from './index.ts';

const ON = '2026-11-25';
const corpus = (name: string): (readonly [intent: ReplyIntent, sentence: string])[] =>
  readFileSync(new URL(`./corpus/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(': ')) as ReplyIntent, line.slice(line.indexOf(': ') + 2)]);

describe('a reply', () => {
  it.each(corpus('heard'))('%s: %s', (intent, sentence) => expect(readReply(sentence, { on: ON }).intent).toBe(intent));

  it('that nobody had in mind is understood or honestly not, and what costs dear is hardly ever taken for something else', () => {
    const read = corpus('unheard').map(([wanted, sentence]) => ({ wanted, sentence, got: readReply(sentence, { on: ON }).intent }));
    const wrong = read.filter(({ wanted, got }) => got !== wanted && got !== 'unknown');
    const right = read.filter(({ wanted, got }) => got === wanted);
    expect(wrong.length / read.length, JSON.stringify(wrong)).toBeLessThanOrEqual(0.05);
    expect(right.length / read.length).toBeGreaterThanOrEqual(0.85);
    const dear = read.filter(({ wanted }) => ['opt-out', 'wrong-person', 'dispute', 'claims-paid', 'distress'].includes(wanted));
    const mistaken = dear.filter(({ wanted, got }) => got !== wanted && got !== 'unknown');
    expect(mistaken.length / dear.length, JSON.stringify(mistaken)).toBeLessThanOrEqual(0.02);
  });

  it.each([
    ['pago amanhã', '2026-11-26'],
    ['pago depois de amanhã', '2026-11-27'],
    ['pago na sexta-feira', '2026-11-27'],
    ['pago próxima segunda', '2026-11-30'],
    ['pago quarta', '2026-12-02'],
    ['segunda da semana que vem eu pago', '2026-11-30'],
    ['pago 30/11', '2026-11-30'],
    ['pago 10/12/26', '2026-12-10'],
    ['pago 30 de novembro', '2026-11-30'],
    ['pago hoje à tarde', '2026-11-25'],
    ['pago dia 10', '2026-12-10'],
    ['pago dia dez', '2026-12-10'],
    ['pago dia 20', '2026-12-20'],
    ['pago dia 28', '2026-11-28'],
    ['pago dia 5 do mês que vem', '2026-12-05'],
    ['pago em 3 dias', '2026-11-28'],
    ['pago daqui a 3 dias', '2026-11-28'],
    ['pago daqui duas semanas', '2026-12-09'],
    ['pago no fim do mês', '2026-11-30'],
    ['pago no começo do mês', '2026-12-05'],
    ['pago semana que vem', '2026-12-04'],
    ['pago no quinto dia útil', '2026-12-07'],
    ['não vou pagar hoje, só amanhã', '2026-11-26'],
    ['não consigo pagar essa semana, mas dia 10 eu pago', '2026-12-10'],
    ['vou pg amanha', '2026-11-26'],
    ['pg dia 10', '2026-12-10'],
  ])('"%s" promises %s', (sentence, promiseOn) => expect(readReply(sentence, { on: ON })).toMatchObject({ intent: 'promise', promiseOn }));

  it('promises without a day when only the person knows it', () => {
    const read = readReply('quando cair meu salário eu pago', { on: ON });
    expect(read.intent).toBe('promise');
    expect(read).not.toHaveProperty('promiseOn');
  });

  it('says that it was paid, or will be, by the tense', () => {
    expect(readReply('paguei dia 20', { on: ON })).toMatchObject({ intent: 'claims-paid' });
    expect(readReply('paguei dia 20', { on: ON })).not.toHaveProperty('promiseOn');
    expect(readReply('ainda não paguei', { on: ON }).intent).not.toBe('claims-paid');
    expect(readReply('não vou pagar', { on: ON }).intent).toBe('unknown');
  });

  it.each([
    ['ja pg', 'claims-paid'],
    ['pg ontem', 'claims-paid'],
    ['não vou ter como pagar', 'hardship'],
    ['nao vou poder pagar esse mes', 'hardship'],
    ['não vou pagar nada', 'unknown'],
  ] as const)('"%s" is %s', (sentence, intent) => expect(readReply(sentence, { on: ON }).intent).toBe(intent));

  it('names money, the reason and the words that decided', () => {
    expect(readReply('só tenho R$ 1.250,50 agora', { on: ON })).toMatchObject({ intent: 'partial', amount: 125_050 });
    expect(readReply('fui demitido, nao tenho como pagar', { on: ON })).toMatchObject({ intent: 'hardship', reason: 'unemployment' });
    expect(readReply('tenho 30 anos', { on: ON })).not.toHaveProperty('amount');
    expect(readReply('BLZ, Pago no DIA 10!! obg', { on: ON }).quote).toBe('Pago no DIA 10!!');
    expect(readReply('Oi, já paguei ontem.', { on: ON }).quote).toContain('já paguei');
  });

  it('is read in a moment, however long it is', () => {
    expect(readReply('a '.repeat(200_000), { on: ON }).intent).toBe('unknown');
    expect(readReply('', { on: ON })).toEqual({ intent: 'unknown', confidence: 0, quote: '' });
  });
});
