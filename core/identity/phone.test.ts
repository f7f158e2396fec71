import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DDDS, maskPhone, parsePhone } from './phone.ts';
import { parseUf, ufOfDdd, UFS } from './uf.ts';

const MOBILE = { valid: true, normalized: '+5511987654321', formatted: '(11) 98765-4321', type: 'mobile', ddd: 11, uf: 'SP' };

describe('a mobile', () => {
  it.each([
    '(11) 98765-4321',
    '11987654321',
    '+55 11 98765-4321',
    '+55 (0) 11 98765-4321',
    '5511987654321',
    '0055 11 98765 4321',
    '011 98765-4321',
    '0 15 11 98765-4321',
    '0xx11 98765-4321',
    '55 011 98765-4321',
    'Cel: 11 98765-4321',
    '11.98765.4321 ramal 20',
    '(11) 9 8765–4321',
  ])('%s is read', (text) => {
    expect(parsePhone(text)).toEqual(MOBILE);
  });

  it('of eight digits gets its ninth, and says so; unless told not to', () => {
    expect(parsePhone('(11) 8765-4321')).toEqual({ ...MOBILE, ninthDigitAdded: true });
    expect(parsePhone('+55 11 8765-4321').normalized).toBe('+5511987654321');
    expect(parsePhone('(11) 8765-4321', { addNinthDigit: false })).toMatchObject({
      valid: false,
      reason: 'Falta o nono dígito: celulares têm 9 números depois do DDD.',
    });
  });

  it('without area code takes the one given', () => {
    expect(parsePhone('98765-4321', { defaultDdd: 11 })).toEqual(MOBILE);
    expect(parsePhone('98765-4321').reason).toContain('Falta o DDD');
    expect(parsePhone('+55 98765-4321').reason).toContain('Falta o DDD');
  });
});

describe('55', () => {
  it.each([
    ['55 98765-4321', '+5555987654321', 'mobile'],
    ['(55) 3221-1234', '+555532211234', 'landline'],
    ['55 55 98765-4321', '+5555987654321', 'mobile'],
    ['+55 55 3221-1234', '+555532211234', 'landline'],
    ['55 55 8765-4321', '+5555987654321', 'mobile'],
    ['55 11 3222-1234', '+551132221234', 'landline'],
  ])('in %s is told apart: country or area code', (text, normalized, type) => {
    expect(parsePhone(text)).toMatchObject({ valid: true, normalized, type });
  });
});

describe('a landline', () => {
  it.each([
    ['(11) 3222-1234', '+551132221234'],
    ['0 21 11 3222 1234', '+551132221234'],
    ['(61) 2021-0000', '+556120210000'],
    ['(71) 5555-0000', '+557155550000'],
  ])('%s is read', (text, normalized) => {
    expect(parsePhone(text)).toMatchObject({ valid: true, type: 'landline', normalized });
  });
});

describe('words beside the number', () => {
  it.each(['+55 11 98765-4321 (WhatsApp)', '11 98765-4321 - zap', 'zap: 11987654321', '(11) 98765-4321 cel.'])('%s is read', (text) => {
    expect(parsePhone(text)).toMatchObject({ valid: true, normalized: '+5511987654321' });
  });

  it('a number for messages is somebody else’s, who must not hear of the debt', () => {
    expect(parsePhone('11 98765-4321 (recado com a mãe)')).toMatchObject({ valid: false, reason: expect.stringContaining('recado') });
  });

  it.each(['11987654321 / 1133334444', '(11) 98765-4321 e (11) 3333-4444', '11 98765-4321; 98765-4322', '1133334444, 1133334445'])(
    '%s is more than one',
    (text) => {
      expect(parsePhone(text)).toMatchObject({ valid: false, reason: 'Há mais de um telefone: escreva um por vez.' });
    },
  );

  it.each(['11/98765-4321', '11, 98765-4321', '0/15/11/98765-4321'])('%s is one, oddly parted', (text) => {
    expect(parsePhone(text).reason ?? '').not.toContain('mais de um');
  });
});

describe('what is nobody’s phone', () => {
  it.each([
    ['0800 123 4567', 'serviço'],
    ['0800 12 4567', 'serviço'],
    ['0300 789 1234', 'serviço'],
    ['0303 123 4567', 'serviço'],
    ['4004-1234', 'serviço'],
    ['3003-1234', 'serviço'],
    ['190', 'serviço'],
    ['+1 212 555 1234', 'outro país'],
    ['00 351 21 123 4567', 'outro país'],
    ['(20) 98765-4321', 'DDD 20 não existe'],
    ['(11) 1234-5678', 'fixos começam'],
    ['(11) 88765-4321', 'começam com 9'],
    ['11 98765-43210', 'tem 12'],
    ['1198', 'tem 4'],
    ['', 'vazio'],
    ['sem telefone', 'vazio'],
    ['11 98765-4321 e 11 98765-4322', 'mais de um telefone'],
  ])('%s is refused with the reason', (text, reason) => {
    expect(parsePhone(text)).toMatchObject({ valid: false, reason: expect.stringContaining(reason) });
  });
});

describe('area codes', () => {
  it('are the 67 in use, each of one state', () => {
    expect(DDDS).toHaveLength(67);
    expect(new Set(DDDS).size).toBe(67);
    expect([11, 21, 55, 61, 68, 81, 99].map(ufOfDdd)).toEqual(['SP', 'RJ', 'RS', 'DF', 'AC', 'PE', 'MA']);
    expect([10, 20, 23, 25, 26, 29, 30, 36, 39, 40, 50, 52, 56, 57, 58, 59, 60, 70, 72, 76, 78, 80, 90].map(ufOfDdd).every((uf) => uf === undefined)).toBe(
      true,
    );
  });

  it('any of them with any number is read back the same from what was normalised', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DDDS), fc.stringMatching(/^(9\d{8}|[2-5]\d{7})$/), (ddd, subscriber) => {
        const phone = parsePhone(`${ddd}${subscriber}`);
        expect(phone).toMatchObject({ valid: true, ddd, type: subscriber.length === 9 ? 'mobile' : 'landline' });
        for (const text of [phone.normalized, phone.formatted, phone.normalized.slice(1), `0${ddd}${subscriber}`]) expect(parsePhone(text)).toEqual(phone);
      }),
    );
  });
});

it('phones are hidden but for their end', () => {
  expect([maskPhone('+5511987654321'), maskPhone('+551132221234'), maskPhone('x')]).toEqual(['(11) *****-4321', '(11) ****-1234', '***']);
});

describe('states', () => {
  it('are 27, read by code or name', () => {
    expect(UFS).toHaveLength(27);
    expect([parseUf(' sp '), parseUf('São Paulo'), parseUf('amapa'), parseUf('DF')]).toEqual(['SP', 'SP', 'AP', 'DF']);
    expect(() => parseUf('XX')).toThrow(expect.objectContaining({ code: 'uf.unknown', field: 'uf' }));
  });
});
