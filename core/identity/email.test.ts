import { describe, expect, it } from 'vitest';
import { parseCep } from './cep.ts';
import { contactPointQuality } from './contact-point-quality.ts';
import { maskEmail, parseEmail } from './email.ts';

describe('an e-mail address', () => {
  it.each(['ana@exemplo.example', ' Ana.Souza+cobranca@Exemplo.com.br ', "o'neil@sub.dominio.com", 'a&b@x-y.org', 'x@xn--80ak6aa92e.xn--p1ai', 'a@b.co'])(
    '%s is accepted',
    (text) => {
      expect(parseEmail(text)).toEqual({ valid: true, normalized: text.trim().toLowerCase() });
    },
  );

  it.each([
    ['', 'vazio'],
    ['ana', 'Falta o @'],
    ['ana@@x.com', 'mais de um @'],
    ['@x.com', 'antes do @'],
    ['ana souza@x.com', 'espaço'],
    ['.ana@x.com', 'ponto'],
    ['ana.@x.com', 'ponto'],
    ['a..b@x.com', 'ponto'],
    ['ana@x', 'domínio'],
    ['ana@-x.com', 'domínio'],
    ['ana@x-.com', 'domínio'],
    ['ana@x..com', 'domínio'],
    ['ana@x.c0m', 'final do domínio'],
    ['ana@x.c', 'final'],
    ['joão@x.com', 'acento'],
    [`${'a'.repeat(65)}@x.com`, 'comprido'],
    ['"ana"@x.com', 'símbolo'],
    ['ana@1.2.3.4', 'final'],
  ])('%j is refused with the reason', (text, reason) => {
    expect(parseEmail(text)).toMatchObject({ valid: false, reason: expect.stringContaining(reason) });
  });

  it('of a provider misspelt comes with what was probably meant', () => {
    expect(parseEmail('ana@gmial.com')).toMatchObject({ valid: true, suggestion: 'ana@gmail.com' });
    expect(parseEmail('ana@gmail.com')).not.toHaveProperty('suggestion');
  });

  it('is hidden but for its first letter and domain', () => {
    expect([maskEmail('ana@exemplo.example'), maskEmail('@x')]).toEqual(['a***@exemplo.example', '***']);
  });
});

describe('a postal code', () => {
  it.each([
    ['01310-100', 'SP'],
    ['20040002', 'RJ'],
    ['70.040-010', 'DF'],
    ['72900-000', 'GO'],
    ['69301-000', 'RR'],
    ['69900-000', 'AC'],
    ['76801-000', 'RO'],
    ['68900-000', 'AP'],
    ['99999-999', 'RS'],
  ])('%s is of %s', (text, uf) => {
    expect(parseCep(text)).toMatchObject({ valid: true, uf });
  });

  it.each([
    ['1310100', 'zero do começo'],
    ['00500-000', 'nenhum estado'],
    ['0131010A', 'só tem números'],
    ['', 'tem 0'],
  ])('%j is refused with the reason', (text, reason) => {
    expect(parseCep(text)).toMatchObject({ valid: false, reason: expect.stringContaining(reason) });
  });
});

describe('the quality of a contact point', () => {
  const score = (...history: Parameters<typeof contactPointQuality>[0]) => contactPointQuality(history).score;

  it('is a half when nothing is known', () => {
    expect(contactPointQuality([])).toEqual({ score: 0.5, reason: 'Ainda não foi usado.', usable: true });
  });

  it('orders what happened, and what is recent says more', () => {
    expect(score('answered')).toBeGreaterThan(score('read'));
    expect(score('read')).toBeGreaterThan(score('delivered'));
    expect(score('delivered')).toBeGreaterThan(score('sent'));
    expect(score('sent')).toBeGreaterThan(score('failed'));
    expect(score('failed', 'answered')).toBeGreaterThan(score('answered', 'failed'));
    expect(score('delivered', 'delivered', 'delivered')).toBeGreaterThan(score('delivered'));
  });

  it('is nil when it does not exist or is of somebody else, until a delivery contradicts', () => {
    expect(contactPointQuality(['answered', 'bounced', 'failed'])).toEqual({ score: 0, usable: false, reason: 'Não existe: a última tentativa voltou.' });
    expect(contactPointQuality(['wrong-person'])).toMatchObject({ usable: false, reason: 'É de outra pessoa.' });
    expect(contactPointQuality(['bounced', 'delivered']).usable).toBe(true);
  });

  it('says why', () => {
    expect(contactPointQuality(['sent', 'answered']).reason).toBe('Respondeu 1 de 2 tentativas.');
    expect(contactPointQuality(['read']).reason).toBe('Chegou 1 de 1 tentativa, sem resposta.');
    expect(contactPointQuality(['failed', 'sent']).reason).toBe('Nenhuma entrega em 2 tentativas.');
  });
});
