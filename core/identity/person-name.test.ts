import { describe, expect, it } from 'vitest';
import { firstNameOf, readName } from './person-name.ts';

describe('a name as a table has it', () => {
  it.each([
    ['4711 - MARIA SOUZA', 'MARIA SOUZA'],
    ['(0012) Maria Souza', 'Maria Souza'],
    ['MARIA SOUZA (4711)', 'MARIA SOUZA'],
    ['SOUZA, MARIA', 'MARIA SOUZA'],
    ['000123 Maria Souza', 'Maria Souza'],
    ['3M do Brasil', '3M do Brasil'],
    ['Souza, Lima e Cia Ltda', 'Souza, Lima e Cia Ltda'],
  ])('%s is %s', (text, name) => expect(readName(text).name).toBe(name));

  it.each([
    ['123 Milhas', '123 Milhas'],
    ['1001 Festas', '1001 Festas'],
    ['Souza, Lima e Associados', 'Souza, Lima e Associados'],
    ['4711 - Padaria Sol', 'Padaria Sol'],
  ])('the company %s is %s', (text, name) => expect(readName(text, 'company').name).toBe(name));

  it.each(['ESPÓLIO DE JOSÉ LIMA', 'Maria Souza (FALECIDA)', 'Consumidor Final', 'CLIENTE BALCÃO'])('%s is nobody to write to', (text) =>
    expect(readName(text).refusal).toMatch(/\p{L}{3,}/u),
  );

  it.each([
    ['Dra. Ana Lima', 'Ana'],
    ['Sr. João', 'João'],
    ['4711 - Maria Souza', 'Maria'],
    ['J. Carlos Lima', 'Carlos'],
    ['Dona', 'Dona'],
    ['Maria', 'Maria'],
  ])('%s is called %s', (name, called) => expect(firstNameOf(name)).toBe(called));
});
