import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTable, looksGarbled, repairMojibake } from './encoding.ts';

const misread = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));
const portuguese = fc.string({ unit: fc.constantFrom(...'abc ÁÀÂÃÉÊÍÓÔÕÚÇáàâãéêíóôõúüç') });

describe('encoding', () => {
  test('garbled Portuguese is made whole again', () => {
    fc.assert(
      fc.property(portuguese, (text) => {
        expect(repairMojibake(misread(text))).toBe(text);
      }),
    );
  });

  test('good Portuguese is left alone', () => {
    fc.assert(
      fc.property(portuguese, (text) => {
        expect(repairMojibake(text)).toBe(text);
      }),
    );
  });

  test('a lost letter is noticed', () => {
    expect(looksGarbled('Cobran\ufffda')).toBe(true);
    expect(looksGarbled('Cobrança')).toBe(false);
  });

  test('a file is read as UTF-8, UTF-16 or Windows-1252, whichever it is', () => {
    expect(decodeTable(new TextEncoder().encode('\ufeffAção'))).toBe('Ação');
    expect(decodeTable(Uint8Array.from([0x41, 0xe7, 0xe3, 0x6f, 0x80]))).toBe('Ação€');
    expect(decodeTable(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0xe7, 0x00]))).toBe('Aç');
  });
});
