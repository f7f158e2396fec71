import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockFacts } from './locked-facts.ts';
import { verifyWording } from './verify-wording.ts';
import { wordingPrompt } from './wording-prompt.ts';

const ORIGINAL =
  'Olá, Ana! Aqui é da Loja Exemplo. O título NF-1001 venceu em 01/01/2026. Valor de hoje: R$ 100,00 + multa R$ 2,00 + juros R$ 0,33 = R$ 102,33. Para ver e pagar: https://pague.loja.example/c-123. Para falar com uma pessoa, ligue para (11) 3000-1000 ou escreva para ajuda@loja.example. Responda SAIR para parar.';
const GOOD =
  'Oi, Ana, tudo bem? É a Loja Exemplo. Seu título NF-1001 venceu no dia 01/01/2026. Hoje ele está em R$ 100,00 + multa R$ 2,00 + juros R$ 0,33 = R$ 102,33. Você vê e paga em https://pague.loja.example/c-123. Quer falar com uma pessoa? (11) 3000-1000 ou ajuda@loja.example. Se quiser parar, responda SAIR.';
const context = { channel: 'whatsapp', names: ['Ana', 'Ana Souza', 'Loja Exemplo'] } as const;
const breaches = (text: string, original = ORIGINAL, channel: 'whatsapp' | 'sms' = 'whatsapp') => {
  const verdict = verifyWording(original, text, { ...context, channel });
  return verdict.ok ? [] : verdict.reasons.map(({ code }) => code);
};

describe('lockFacts', () => {
  it('finds amounts, dates, links, addresses, telephones, codes and names', () => {
    expect(lockFacts(ORIGINAL, context)).toEqual([
      { kind: 'name', value: 'Loja Exemplo' },
      { kind: 'name', value: 'Ana' },
      { kind: 'link', value: 'https://pague.loja.example/c-123' },
      { kind: 'email', value: 'ajuda@loja.example' },
      { kind: 'date', value: '01/01/2026' },
      ...['R$ 100,00', 'R$ 2,00', 'R$ 0,33', 'R$ 102,33'].map((value) => ({ kind: 'money', value })),
      { kind: 'phone', value: '(11) 3000-1000' },
      { kind: 'code', value: 'NF-1001' },
    ]);
  });

  it('finds percentages, documents, counts and dates in words', () => {
    expect(
      lockFacts('Em 3 parcelas, 2,5% ao mês, até 5 de março de 2026, CNPJ 12.345.678/0001-95 e CPF ***.982.247-**')
        .map(({ kind, value }) => `${kind} ${value}`)
        .sort(),
    ).toEqual(['date 5 de março de 2026', 'document ***.982.247-**', 'document 12.345.678/0001-95', 'number 3', 'percent 2,5%']);
  });
});

describe('verifyWording', () => {
  it('lets a faithful rewording go', () => {
    expect(verifyWording(ORIGINAL, `  ${GOOD}\n`, context)).toEqual({ ok: true, text: GOOD });
    expect(verifyWording(ORIGINAL, ORIGINAL, context).ok).toBe(true);
  });

  it.each([
    ['an amount changed', GOOD.replace('R$ 102,33', 'R$ 102,30'), ['fact-lost', 'fact-invented']],
    ['an amount lost', GOOD.replace(' + juros R$ 0,33', ''), ['fact-lost']],
    ['an amount repeated', `${GOOD} R$ 100,00`, ['fact-invented']],
    ['a discount made up', `${GOOD} Hoje com 10% de desconto.`, ['fact-invented']],
    ['a deadline made up', `${GOOD} Você tem 5 dias.`, ['fact-invented']],
    ['a date changed', GOOD.replace('01/01/2026', '02/01/2026'), ['fact-lost', 'fact-invented']],
    ['a link changed', GOOD.replace('c-123', 'c-124'), ['fact-lost', 'fact-invented']],
    ['a link added', `${GOOD} www.outro.example`, ['fact-invented']],
    ['a telephone changed', GOOD.replace('3000-1000', '3000-1001'), ['fact-lost', 'fact-invented']],
    ['a name lost', GOOD.replace('É a Loja Exemplo. ', ''), ['fact-lost']],
    ['a name changed', GOOD.replace('Oi, Ana', 'Oi, Bia'), ['fact-lost']],
    ['the title number changed', GOOD.replace('NF-1001', 'NF-1002'), ['fact-lost', 'fact-invented']],
    ['a coercive word', `${GOOD} Última chance.`, ['vocabulary']],
    ['a shout', GOOD.replace('tudo bem?', 'tudo bem?!!!'), ['vocabulary']],
    ['legalese that was not there', GOOD.replace('Se quiser', 'Outrossim, se quiser'), ['vocabulary']],
    ['the way out lost', GOOD.replace('Se quiser parar, responda SAIR.', ''), ['opt-out-lost']],
    ['the person lost', GOOD.replace('Quer falar com uma pessoa?', 'Contato:'), ['person-lost']],
    ['code', `${GOOD} {{ x }}`, ['not-plain-text']],
    ['markup', GOOD.replace('Oi, Ana', '**Oi, Ana**'), ['not-plain-text']],
    ['chatter', `Claro! Aqui vai: ${GOOD}`, ['not-plain-text']],
    ['nothing', ' \n', ['empty']],
  ])('refuses %s', (_, text, codes) => {
    expect(breaches(text)).toEqual(codes);
  });

  it('refuses what is much longer or shorter', () => {
    expect(breaches(`${GOOD} ${'Conte com a gente. '.repeat(20)}`)).toContain('too-long');
    expect(verifyWording('Olá! '.repeat(30), 'Olá!', { channel: 'email' })).toMatchObject({ ok: false, reasons: [{ code: 'too-short' }] });
  });

  it('an SMS may not take one segment more', () => {
    const original = `Oi, Ana. ${'a'.repeat(150)}`;
    expect(breaches(`Oi, Ana, ${'a'.repeat(160)}`, original, 'sms')).toContain('too-long');
  });

  it('takes other ways to write the same amount, telephone and day', () => {
    expect(verifyWording('Valor R$ 100,00 até 05/01/2026, (11) 3000-1000', 'Valor R$100 até 5/1/2026, (11)30001000', { channel: 'email' }).ok).toBe(true);
  });

  it('any change of a digit is noticed', () => {
    const digits = [...ORIGINAL].flatMap((char, index) => (/\d/.test(char) ? [index] : []));
    fc.assert(
      fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (index, shift) => {
        const changed = ORIGINAL.slice(0, index) + String((Number(ORIGINAL[index]) + shift) % 10) + ORIGINAL.slice(index + 1);
        expect(breaches(changed)).not.toEqual([]);
      }),
    );
  });
});

describe('wordingPrompt', () => {
  it('hides names, values, links and codes from the model and puts them back', () => {
    const { user, restore, system } = wordingPrompt(ORIGINAL, context);
    for (const secret of ['Ana', 'Loja Exemplo', '102,33', 'pague.loja', '3000-1000', 'NF-1001', '2026']) expect(user).not.toContain(secret);
    expect(restore(user)).toBe(ORIGINAL);
    expect(system).toContain('[[1]]');
  });

  it('a faithful answer in tokens passes once restored', () => {
    const { user, restore } = wordingPrompt(ORIGINAL, context);
    expect(verifyWording(ORIGINAL, restore(user.replace('Olá', 'Oi')), context).ok).toBe(true);
  });
});
