import { describe, expect, it } from 'vitest';
import { namedDocument } from './display.ts';

describe('a document with its name', () => {
  it.each([
    ['12345678000195', 'CNPJ 12.345.678/0001-95'],
    ['12.abc.345/01de-35', 'CNPJ 12.ABC.345/01DE-35'],
    ['52998224725', 'CPF 529.982.247-25'],
    ['529.982.247-25', 'CPF 529.982.247-25'],
    ['isento', 'CNPJ/CPF isento'],
  ])('%s is shown as %s', (document, shown) => {
    expect(namedDocument(document)).toBe(shown);
  });
});
