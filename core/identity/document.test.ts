import { generateCnpj, generateCpf } from '@brazilian-utils/brazilian-utils';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDocument, maskDocument, parseDocument } from './document.ts';

/** The rule written out once more, independently: weights from the right 2–9 (CNPJ) or 2–11 (CPF), character code − 48. */
function checkDigits(base: string, weightsUpTo: number): string {
  let text = base;
  for (let round = 0; round < 2; round += 1) {
    let sum = 0;
    [...text].reverse().forEach((character, index) => {
      sum += (character.charCodeAt(0) - 48) * (2 + (index % (weightsUpTo - 1)));
    });
    const rest = sum % 11;
    text += rest < 2 ? '0' : String(11 - rest);
  }
  return text.slice(base.length);
}

describe('CPF', () => {
  it.each(['529.982.247-25', '52998224725', ' 529 982 247 25 ', '12345678909', '529–982–247–25'])('%s is valid', (value) => {
    expect(parseDocument(value)).toMatchObject({ kind: 'cpf', valid: true });
  });

  it.each([
    ['529.982.247-26', 'dígitos verificadores'],
    ['111.111.111-11', 'dígitos iguais'],
    ['1234567890', 'perder zeros'],
    ['', 'vazio'],
  ])('%s is refused with the reason', (value, reason) => {
    const parsed = parseDocument(value, 'cpf');
    expect(parsed.valid).toBe(false);
    expect(parsed.reason).toContain(reason);
  });

  it('is refused when letters or too many digits are in it', () => {
    expect(parseDocument('529.982.247-2X', 'cpf').reason).toContain('letras');
    expect(parseDocument('529982247250', 'cpf').reason).toBe('O CPF tem 11 dígitos e este tem 12.');
  });

  it('is written and hidden as people know it', () => {
    expect(parseDocument('52998224725').formatted).toBe('529.982.247-25');
    expect(maskDocument('52998224725')).toBe('***.982.247-**');
  });

  it('agrees with the rule for any nine digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{9}$/), (base) => {
        fc.pre(!/^(\d)\1{8}$/.test(base));
        const good = base + checkDigits(base, 11);
        expect(parseDocument(good).valid).toBe(true);
        const wrong = base + String((Number(good.slice(9)) + 1) % 100).padStart(2, '0');
        expect(parseDocument(wrong).valid).toBe(false);
      }),
    );
    expect(parseDocument(generateCpf()).valid).toBe(true);
  });
});

describe('CNPJ', () => {
  it.each(['12.345.678/0001-95', '12345678000195', '12.ABC.345/01DE-35', '12abc34501de35'])('%s is valid', (value) => {
    expect(parseDocument(value)).toMatchObject({ kind: 'cnpj', valid: true });
  });

  it('keeps its letters, in upper case', () => {
    expect(parseDocument('12.abc.345/01de-35')).toMatchObject({ normalized: '12ABC34501DE35', formatted: '12.ABC.345/01DE-35' });
  });

  it.each([
    ['12.ABC.345/01DE-36', 'dígitos verificadores'],
    ['12.ABC.345/01DE-3A', 'sempre números'],
    ['00.000.000/0000-00', 'caracteres iguais'],
    ['2345678000195', 'perder zeros'],
    ['12.ÁBC.345/01DE-35', 'outros símbolos'],
    ['12ABC34501DE3', 'tem 14 caracteres e este tem 13.'],
    ['', 'vazio'],
  ])('%s is refused with the reason', (value, reason) => {
    expect(parseDocument(value, 'cnpj').reason).toContain(reason);
  });

  it('agrees with the rule for any twelve letters and digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{12}$/), (base) => {
        fc.pre(!/^(.)\1{11}$/.test(base));
        const good = base + checkDigits(base, 9);
        expect(parseDocument(good, 'cnpj').valid).toBe(true);
        expect(parseDocument(good.toLowerCase(), 'cnpj').valid).toBe(true);
        expect(parseDocument(base + String((Number(good.slice(12)) + 1) % 100).padStart(2, '0'), 'cnpj').valid).toBe(false);
      }),
    );
    expect(parseDocument(generateCnpj({ version: 2 })).valid).toBe(true);
  });

  it('shows in part what is public of a company, and nothing of what is no document', () => {
    expect(maskDocument('12ABC34501DE35')).toBe('12.ABC.***/****-35');
    expect(maskDocument('52998')).toBe('***');
    expect(formatDocument('52998')).toBe('52998');
  });
});
