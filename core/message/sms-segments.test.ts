import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toGsm7 } from './gsm7.ts';
import { smsSegments } from './sms-segments.ts';

describe('smsSegments', () => {
  it.each([
    ['', 0, 'GSM-7', 0],
    ['a'.repeat(160), 1, 'GSM-7', 160],
    ['a'.repeat(161), 2, 'GSM-7', 161],
    ['a'.repeat(306), 2, 'GSM-7', 306],
    ['a'.repeat(307), 3, 'GSM-7', 307],
    ['àéèùìòÇØøÅåÄÖÑÜäöñü', 1, 'GSM-7', 19],
    ['€'.repeat(80), 1, 'GSM-7', 160],
    ['€'.repeat(81), 2, 'GSM-7', 162],
    ['[]{}|~^\\', 1, 'GSM-7', 16],
    ['ç' + 'a'.repeat(69), 1, 'UCS-2', 70],
    ['ç' + 'a'.repeat(70), 2, 'UCS-2', 71],
    ['ã' + 'a'.repeat(133), 2, 'UCS-2', 134],
    ['ã' + 'a'.repeat(134), 3, 'UCS-2', 135],
    ['🙂', 1, 'UCS-2', 2],
  ] as const)('%#: counts segments and units', (text, segments, encoding, length) => {
    expect(smsSegments(text)).toMatchObject({ segments, encoding, length });
  });

  it('does not split a two-unit character over segments', () => {
    // 152 septets, then € (2): it goes to the next segment, which leaves a gap of one.
    const text = 'a'.repeat(152) + '€' + 'a'.repeat(152);
    expect(smsSegments(text)).toMatchObject({ length: 306, segments: 3 });
    expect(smsSegments('🙂'.repeat(34) + 'ab')).toMatchObject({ length: 70, segments: 1 });
    expect(smsSegments('a' + '🙂'.repeat(66))).toMatchObject({ length: 133, segments: 2 });
    expect(smsSegments('🙂'.repeat(67))).toMatchObject({ length: 134, segments: 3 });
  });

  it.each([...'ãõáíóúâêôç'])('%s is not in GSM-7 and is named', (char) => {
    expect(smsSegments(`a${char}${char}`)).toMatchObject({ encoding: 'UCS-2', outside: [char] });
  });

  it('says what still fits', () => {
    expect(smsSegments('abc').remaining).toBe(157);
    expect(smsSegments('a'.repeat(161)).remaining).toBe(153 - 8);
  });

  it('a plain text never takes more segments, and is always GSM-7', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc ÁÀÃÂçõéê–“”…º€🙂ñ\n'), maxLength: 400 }), (text) => {
        const plain = smsSegments(toGsm7(text));
        expect(plain.encoding).toBe('GSM-7');
        expect(plain.segments).toBeLessThanOrEqual(smsSegments(text).segments + 1);
        expect(toGsm7(toGsm7(text))).toBe(toGsm7(text));
      }),
    );
  });
});

describe('toGsm7', () => {
  it.each([
    ['Olá, João! Atenção à ação.', 'Ola, Joao! Atencao à acao.'],
    ['“aspas” – travessão… 1º', '"aspas" - travessao... 1o'],
    ['emoji 🙂 fora', 'emoji fora'],
    ['é à ñ Ç ü ficam', 'é à ñ Ç ü ficam'],
    ['a\u0303o', 'ao'],
  ])('%s → %s', (text, plain) => {
    expect(toGsm7(text)).toBe(plain);
  });
});
