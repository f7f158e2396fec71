import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCivilDate, fromDayNumber, toDayNumber } from '../civil-date.ts';
import { cellCount, cellDate, cellText, cellYesNo, rawText } from './cells.ts';

describe('cellText', () => {
  test.each([
    ['  Ana\u00a0 Souza \u200b', 'Ana Souza'],
    ['\ufeffAna', 'Ana'],
    ['JosÃ© da ConceiÃ§Ã£o', 'José da Conceição'],
    ['S/N', ''],
    ['Não informado', ''],
    [' - ', ''],
    [null, ''],
    [undefined, ''],
    [0, '0'],
    [12.5, '12.5'],
    [{}, ''],
  ])('reads %j as %j', (value, expected) => expect(cellText(value)).toBe(expected));

  test('a street number may say that there is none', () => expect(rawText(' S/N ')).toBe('S/N'));
});

describe('cellDate', () => {
  test.each([
    [46_347, '2026-11-21'],
    ['46347', '2026-11-21'],
    [46_347.75, '2026-11-21'],
    [60_000, '2064-04-08'],
    ['21/11/2026', '2026-11-21'],
    ['21/11/2026 10:30', '2026-11-21'],
    ['2026-11-21T03:00:00.000Z', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['21112026', '2026-11-21'],
    [new Date('2026-11-21T03:00:00Z'), '2026-11-21'],
  ])('reads %j as %s', (value, expected) => expect(cellDate(value)).toBe(expected));

  test.each(['31/02/2026', 'amanhã', '', '12', 5, '11/2026'])('refuses %j', (value) =>
    expect(() => cellDate(value)).toThrow(expect.objectContaining({ code: 'date.unreadable' })),
  );

  test('every way of writing a date gives that date', () => {
    fc.assert(
      fc.property(fc.integer({ min: toDayNumber('1960-01-01'), max: toDayNumber('2100-12-31') }), (day) => {
        const date = fromDayNumber(day);
        for (const written of [date, formatCivilDate(date), date.replaceAll('-', ''), day + 25_569, `${date}T00:00:00Z`]) expect(cellDate(written)).toBe(date);
      }),
    );
  });
});

describe('cellYesNo and cellCount', () => {
  test.each([
    ['S', true],
    ['sim', true],
    [1, true],
    ['Não', false],
    [false, false],
    ['talvez', undefined],
    ['', undefined],
  ])('yes or no: %j is %j', (value, expected) => expect(cellYesNo(value)).toBe(expected));

  test.each([
    ['12', 12],
    [12, 12],
    ['12,0', 12],
    ['1.200', 1200],
    ['-1', undefined],
    ['1,5', undefined],
    ['', undefined],
  ])('a count: %j is %j', (value, expected) => expect(cellCount(value)).toBe(expected));
});
