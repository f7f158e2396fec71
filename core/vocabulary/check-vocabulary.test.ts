import { describe, expect, it } from 'vitest';
import type { MessagePurpose } from '../case/index.ts';
import type { VocabularyContext } from './check-vocabulary.ts';
import { checkVocabulary, vocabularyAllows } from './check-vocabulary.ts';
import { ALLOWED, ALSO_ALLOWED, REFUSED_IN_NOTICES } from './corpus/allowed.ts';
import { ALSO_REFUSED, REFUSED } from './corpus/refused.ts';
import { UNSEEN_ALLOWED } from './corpus/unseen-allowed.ts';
import { UNSEEN_LABELLED, UNSEEN_REFUSED } from './corpus/unseen-refused.ts';

const check = (text: string, options: Partial<VocabularyContext> = {}) => checkVocabulary(text, { channel: 'whatsapp', ...options });
const errors = (text: string, purpose?: MessagePurpose) => check(text, { purpose }).filter(({ severity }) => severity === 'error');
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

describe('the labelled corpus', () => {
  it.each(REFUSED)('refuses as %s: %s', (code, sentence) => {
    expect(errors(sentence).map((finding) => finding.code)).toContain(code);
  });

  it.each(ALSO_REFUSED)('refuses: %s', (sentence) => {
    expect(errors(sentence)).not.toEqual([]);
  });

  it.each(ALLOWED.map(([sentence, purpose]) => ({ sentence, purpose })))('allows: $sentence', ({ sentence, purpose }) => {
    expect(errors(sentence, purpose)).toEqual([]);
  });

  it.each(ALSO_ALLOWED)('allows: %s', (sentence) => {
    expect(errors(sentence)).toEqual([]);
  });

  it.each(REFUSED_IN_NOTICES)('refuses even in a notice: %s', (sentence) => {
    expect(errors(sentence, 'bureau-notice')).not.toEqual([]);
    expect(errors(sentence, 'legal-notice')).not.toEqual([]);
  });

  it('refuses the same in capitals, without accents, and in decomposed Unicode', () => {
    for (const sentence of [...REFUSED.map(([, text]) => text), ...ALSO_REFUSED]) {
      expect(errors(sentence.toUpperCase()), sentence.toUpperCase()).not.toEqual([]);
      expect(errors(plain(sentence)), plain(sentence)).not.toEqual([]);
      expect(errors(sentence.normalize('NFD')), sentence).not.toEqual([]);
    }
  });

  it('refuses a humane text as a whole when one sentence in it is not', () => {
    const humane = ALSO_ALLOWED.slice(0, 6).join(' ');
    for (const [code, sentence] of REFUSED) expect(errors(`${humane} ${sentence} ${humane}`).map((finding) => finding.code), sentence).toContain(code);
  });
});

describe('the corpus of sentences that were unseen when written', () => {
  it.each(UNSEEN_LABELLED)('refuses as %s: %s', (code, sentence) => {
    expect(errors(sentence).map((finding) => finding.code)).toContain(code);
  });

  it.each(UNSEEN_REFUSED)('refuses: %s', (sentence) => {
    expect(errors(sentence)).not.toEqual([]);
  });

  it.each(UNSEEN_ALLOWED.map(([sentence, purpose]) => ({ sentence, purpose })))('allows: $sentence', ({ sentence, purpose }) => {
    expect(errors(sentence, purpose)).toEqual([]);
  });

  it('refuses the same in capitals, without accents, and in decomposed Unicode', () => {
    for (const sentence of [...UNSEEN_LABELLED.map(([, text]) => text), ...UNSEEN_REFUSED]) {
      for (const variant of [sentence.toUpperCase(), plain(sentence), sentence.normalize('NFD')]) expect(errors(variant), variant).not.toEqual([]);
    }
  });

  it('every refusal quotes the words and answers with a reason and a suggestion', () => {
    for (const sentence of UNSEEN_REFUSED) {
      for (const finding of errors(sentence)) {
        expect(sentence).toContain(finding.excerpt);
        expect(finding.message.length, sentence).toBeGreaterThan(15);
        expect(finding.suggestion?.length, sentence).toBeGreaterThan(5);
      }
    }
  });
});

describe('a finding', () => {
  it('quotes the words as they were written, gives a reason with its law and a humane suggestion', () => {
    const text = 'Olá, Ana. Esta é a sua Últ1ma   Chance de pagar.';
    const [finding, ...others] = check(text);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'false-urgency', severity: 'error', excerpt: 'Últ1ma   Chance', message: expect.stringContaining('WhatsApp'), suggestion: expect.stringContaining('fale com a gente') });
  });

  it('every refused sentence is answered with a reason and a suggestion', () => {
    for (const [, sentence] of REFUSED) {
      for (const finding of errors(sentence)) {
        expect(finding.message.length, sentence).toBeGreaterThan(15);
        expect(finding.suggestion?.length, sentence).toBeGreaterThan(5);
        expect(sentence.toLowerCase(), sentence).toContain(finding.excerpt.toLowerCase());
      }
    }
  });

  it('is the same the second time, and once when the words come twice', () => {
    const text = 'Última chance. Última chance.';
    expect(check(text)).toHaveLength(1);
    expect(check(text)).toEqual(check(text));
  });
});

describe('legalese', () => {
  it.each(['Outrossim, informamos o débito supracitado.', 'Vimos por meio desta comunicar.', 'Vossa Senhoria encontra-se em mora.', 'Purgação da mora e adimplemento.'])('is a warning that lets the text leave: %s', (text) => {
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

  it.each(['Sua parcelinha venceu.', 'SUAS PARCELINHAS', 'suas p a r c e l i n h a s', 'Caro cliente, bom dia', 'cara  clienta'.replace('cara  clienta', 'caros clientes, olá')])('blocks, inflected or disguised: %s', (text) => {
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

  it.each(['Responda SAIR', 'Responda com QUERO NEGOCIAR', 'Digite "PAGAR DEPOIS"', 'CPF e CNPJ', 'NF-1001', 'PIX', 'Sistema SERASA e SPC'])('leaves key words and acronyms alone: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it.each(['Que bom!', 'Olá! Tudo bem!', 'Verdade?!'])('one mark is a smile: %s', (text) => {
    expect(errors(text)).toEqual([]);
  });
});

describe('speed', () => {
  it('a text that differs only in names, amounts, dates and links is judged once', () => {
    const text = (n: number) => `Olá, Cliente${'abcdefghij'[n % 10]}! O título NF-${n} venceu em 0${(n % 9) + 1}/01/2026: R$ ${n},00. Pague: https://p.example/${n}`;
    expect(check(text(1), { names: ['Clienteb'] })).toEqual([]);
    expect(check(text(2), { names: ['Clientec'] })).toEqual([]);
    expect(check(`${text(3)} Última chance`, { names: ['Cliented'] })).toHaveLength(1);
  });
});
