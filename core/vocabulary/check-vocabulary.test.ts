import { describe, expect, it } from 'vitest';
import type { MessagePurpose } from '../case/index.ts';
import type { VocabularyContext } from './check-vocabulary.ts';
import { checkVocabulary, vocabularyAllows } from './check-vocabulary.ts';
import { ALLOWED, REFUSED } from './testing/corpora.ts';
import { WRONGS } from './wrongs.ts';

const check = (text: string, options: Partial<VocabularyContext> = {}) => checkVocabulary(text, { channel: 'whatsapp', ...options });
const errors = (text: string, purpose?: MessagePurpose) => check(text, { purpose }).filter(({ severity }) => severity === 'error');
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');
/** Where a share is promised, the exceptions are shown. */
const expectAtMost = (share: number, exceptions: readonly string[], all: number) =>
  expect(exceptions.length / all, exceptions.join('\n')).toBeLessThanOrEqual(share);

describe('the corpus', () => {
  it('is refused where it should be, save one in a hundred', () => {
    expectAtMost(
      0.01,
      REFUSED.map(({ text }) => text).filter((text) => errors(text).length === 0),
      REFUSED.length,
    );
  });

  it('is refused for what it is, in 93 of 100 cases', () => {
    const otherwise = REFUSED.filter(({ text, wrong }) => !errors(text).some(({ code }) => code === WRONGS[wrong].code));
    expectAtMost(
      0.07,
      otherwise.map(({ text, wrong }) => `${wrong}: ${text}`),
      REFUSED.length,
    );
  });

  it('is allowed where it should be, save one in a thousand', () => {
    expectAtMost(
      0.001,
      ALLOWED.filter(({ text, purpose }) => errors(text, purpose).length > 0).map(({ text }) => text),
      ALLOWED.length,
    );
  });

  it('is refused the same in capitals, without accents, and in decomposed Unicode', () => {
    for (const { text } of REFUSED.filter((_, index) => index % 5 === 0)) {
      if (errors(text).length === 0) continue;
      for (const variant of [text.toUpperCase(), plain(text), text.normalize('NFD')]) expect(errors(variant), variant).not.toEqual([]);
    }
  });

  it('is refused when one such sentence stands in a humane text', () => {
    const humane = ALLOWED.slice(0, 6)
      .map(({ text }) => text)
      .join(' ');
    const alone = REFUSED.filter(({ text }, index) => index % 9 === 0 && /[.!?]$/.test(text) && errors(text).length > 0);
    for (const { text } of alone) expect(errors(`${humane} ${text} ${humane}`), text).not.toEqual([]);
  });

  it('is answered with the words themselves, a reason and a suggestion', () => {
    for (const { text } of REFUSED) {
      for (const finding of errors(text)) {
        expect(text).toContain(finding.excerpt);
        expect(finding.excerpt, text).not.toBe('');
        expect(finding.message, text).toMatch(/[.)]$/);
        expect(finding.suggestion?.length, text).toBeGreaterThan(10);
      }
    }
  });
});

describe('disguises', () => {
  it.each([
    'C4l0t3ir0 tem que pagar o que deve',
    'V A G A B U N D A, paga o que deve',
    'Esta é a sua ú.l.t.i.m.a chance',
    'Você vai se arrepeeeender',
    'Вocê vai ѕе arrepender',
    'vc vai c arrepender',
    'Pague hoje   ou\nvamos negativar você.',
    'ÚLT!MA CHANCE',
  ])('hide nothing: %s', (text) => {
    expect(errors(text)).not.toEqual([]);
  });
});

describe('names', () => {
  it.each(['Sr. Guerra, sua parcela vence amanhã.', 'A loja fica na Rua da Cadeia Velha, 45.', 'Bar do Caloteiro: sua conta de R$ 40,00 está em aberto.'])(
    'say nothing: %s',
    (text) => {
      expect(check(text)).toEqual([]);
    },
  );

  it('do not make an insult polite', () => {
    expect(errors('Sr. Caloteiro, pague o que deve.')).not.toEqual([]);
  });

  it('that the case knows say nothing anywhere', () => {
    const text = 'A Última Chance Modas agradece o pagamento.';
    expect(check(text, { names: ['Última Chance Modas'] })).toEqual([]);
  });
});

describe('a finding', () => {
  it('quotes the words as they were written, gives a reason with its law and a humane suggestion', () => {
    const text = 'Olá, Ana. Esta é a sua Últ1ma   Chance de pagar.';
    const [finding, ...others] = check(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'false-urgency',
      severity: 'error',
      excerpt: expect.stringContaining('Últ1ma   Chance'),
      message: expect.stringContaining('WhatsApp'),
      suggestion: expect.stringContaining('fale com a gente'),
    });
  });

  it('is the same the second time, and once when the words come twice', () => {
    const text = 'Última chance. Última chance.';
    expect(check(text)).toHaveLength(1);
    expect(check(text)).toEqual(check(text));
  });
});

describe('legalese', () => {
  it.each([
    'Outrossim, informamos o débito supracitado.',
    'Vimos por meio desta comunicar.',
    'Vossa Senhoria encontra-se em mora.',
    'Purgação da mora e adimplemento.',
  ])('is a warning that lets the text leave: %s', (text) => {
    const findings = check(text);
    expect(findings.map(({ code }) => code)).toContain('legalese');
    expect(vocabularyAllows(findings)).toBe(true);
  });

  it('does not take "onde você mora" for it', () => {
    expect(check('Onde você mora hoje?')).toEqual([]);
  });
});

describe('consequences', () => {
  const fact = 'Seu nome poderá ser incluído no cadastro de inadimplentes do Serasa após 10 dias.';

  it('as dated facts are what a notice is for', () => {
    expect(check(fact, { purpose: 'bureau-notice' })).toEqual([]);
    expect(check(fact, { purpose: 'legal-notice' })).toEqual([]);
  });

  it('as dated facts get a warning elsewhere', () => {
    for (const purpose of ['charge', 'formal', undefined] as const) expect(check(fact, { purpose })).toMatchObject([{ code: 'threat', severity: 'warning' }]);
  });

  it('without date or doubt are a threat, and in a notice a warning', () => {
    const bare = 'Seu nome será incluído no Serasa.';
    expect(check(bare, { purpose: 'charge' })).toMatchObject([{ code: 'threat', severity: 'error' }]);
    expect(check(bare, { purpose: 'bureau-notice' })).toMatchObject([{ code: 'threat', severity: 'warning' }]);
  });

  it('may have their date in the next sentence of a notice', () => {
    expect(check('O débito será registrado no SPC. Isso acontece depois de 10 dias deste aviso.', { purpose: 'bureau-notice' })).toEqual([]);
  });
});

describe("the creditor's own words", () => {
  const vocabulary = { blocked: [{ term: 'parcelinha', suggestion: 'Diga "parcela".' }, { term: 'caro cliente' }], allowed: [] as string[] };

  it.each([
    'Sua parcelinha venceu.',
    'SUAS PARCELINHAS',
    'suas p a r c e l i n h a s',
    'Caro cliente, bom dia',
    'cara  clienta'.replace('cara  clienta', 'caros clientes, olá'),
  ])('blocks, inflected or disguised: %s', (text) => {
    expect(check(text, { vocabulary }).map(({ code }) => code)).toContain('custom');
  });

  it('carries the suggestion', () => {
    expect(check('Sua parcelinha', { vocabulary })[0]).toMatchObject({ severity: 'error', excerpt: 'parcelinha', suggestion: 'Diga "parcela".' });
  });

  it('matches whole words only', () => {
    expect(check('Supercaro clientela', { vocabulary })).toEqual([]);
  });

  it('takes responsibility for a built-in term', () => {
    expect(check('Última chance', { vocabulary: { blocked: [], allowed: ['ultima chance'] } })).toEqual([]);
    expect(check('Última chance, caloteiro', { vocabulary: { blocked: [], allowed: ['ultima chance'] } })).toMatchObject([{ code: 'ridicule' }]);
  });

  it('an allowed fragment does not switch off a longer phrase that merely holds a letter of it', () => {
    expect(check('Última chance', { vocabulary: { blocked: [], allowed: ['a'] } })).not.toEqual([]);
  });
});

describe('shouting', () => {
  it.each(['MARIA DA SILVA', 'Ana SOUZA'])('leaves names alone when told them: %s', (name) => {
    expect(check(`Olá, ${name}! Sua fatura venceu.`, { names: [name] })).toEqual([]);
  });

  it.each(['Responda SAIR', 'Responda com QUERO NEGOCIAR', 'Digite "PAGAR DEPOIS"', 'CPF e CNPJ', 'NF-1001', 'PIX', 'Sistema SERASA e SPC'])(
    'leaves key words and acronyms alone: %s',
    (text) => {
      expect(check(text)).toEqual([]);
    },
  );

  it.each(['Que bom!', 'Olá! Tudo bem!', 'Verdade?!'])('one mark is a smile: %s', (text) => {
    expect(errors(text)).toEqual([]);
  });
});

describe('speed', () => {
  it('a text that differs only in names, amounts, dates and links is judged once', () => {
    const text = (n: number) =>
      `Olá, Cliente${'abcdefghij'[n % 10]}! O título NF-${n} venceu em 0${(n % 9) + 1}/01/2026: R$ ${n},00. Pague: https://p.example/${n}`;
    expect(check(text(1), { names: ['Clienteb'] })).toEqual([]);
    expect(check(text(2), { names: ['Clientec'] })).toEqual([]);
    expect(check(`${text(3)}\nÚltima chance`, { names: ['Cliented'] })).toHaveLength(1);
  });
});
