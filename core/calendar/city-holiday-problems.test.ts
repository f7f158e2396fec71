import { describe, expect, test } from 'vitest';
import { cityHolidayProblems } from './city-holiday-problems.ts';
import { cityHolidaysSchema } from './city-holidays.ts';

const santos = (on: string, name = 'Dia da Cidade', city = 'Santos') => ({ uf: 'SP' as const, city, on, name });
const codes = (...holidays: ReturnType<typeof santos>[]) => cityHolidayProblems(holidays).map(({ code, index }) => `${index} ${code}`);

describe('municipal holidays that say nothing new', () => {
  test('are those written twice, however the city is spelled', () => {
    expect(codes(santos('01-26'), santos('01-26', 'Aniversário', ' SANTOS '), santos('01-26', 'Outro', 'Campinas'))).toEqual(['1 city-holiday.repeated']);
    expect(cityHolidayProblems([santos('01-26'), santos('01-26')])[0]!.message).toBe('O feriado "Dia da Cidade" de Santos está escrito duas vezes.');
  });

  test('are those of the whole state or country', () => {
    expect(codes(santos('12-25'), santos('07-09'), santos('2026-02-17'), santos('01-26'))).toEqual([
      '0 city-holiday.known',
      '1 city-holiday.known',
      '2 city-holiday.known',
    ]);
  });

  test('a date that is Carnival in one year alone is a holiday of its own in the others', () => {
    expect(codes(santos('02-17'), santos('02-29'))).toEqual([]);
  });
});

describe('a malformed municipal holiday', () => {
  test.each(['25/01', '02-30', '2026-02-29', '13-01', ''])('%j is refused with what to write instead', (on) => {
    const read = cityHolidaysSchema.safeParse([santos(on)]);
    expect(read.error?.issues[0]?.message).toBe('Escreva a data como 01-25 (todo ano) ou 2026-01-25.');
  });
});
