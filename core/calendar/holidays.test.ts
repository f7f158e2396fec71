import { getHolidays } from '@brazilian-utils/brazilian-utils';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, fromDayNumber, toDayNumber, weekday } from '../civil-date.ts';
import { UFS } from '../identity/uf.ts';
import { addBusinessDays, businessDaysBetween, isBusinessDay, lastPayableDayOfCobv, nextBusinessDay } from './business-days.ts';
import { cityHolidaysSchema } from './city-holidays.ts';
import { easterOf } from './easter.ts';
import { holidayOn, holidaysOf } from './holidays.ts';

describe('Easter', () => {
  it('falls where almanacs say', () => {
    const known = [
      '1900-04-15',
      '1913-03-23',
      '1943-04-25',
      '1954-04-18',
      '1981-04-19',
      '2000-04-23',
      '2008-03-23',
      '2011-04-24',
      '2019-04-21',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
      '2049-04-18',
      '2076-04-19',
      '2100-03-28',
      '2160-03-23',
      '2199-04-14',
    ];
    expect(known.map((date) => easterOf(Number(date.slice(0, 4))))).toEqual(known);
  });

  it('is a Sunday between 22 March and 25 April in every year, as Gauss reckons it', () => {
    for (let year = 1900; year <= 2199; year += 1) {
      // Gauss's rule with the constants of each century, an independent reckoning.
      const [m, n] = year < 2100 ? [24, 5] : [24, 6];
      const d = (19 * (year % 19) + m!) % 30;
      const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n!) % 7;
      let day = 22 + d + e;
      if (day === 57) day = 50;
      if (day === 56 && d === 28 && year % 19 > 10) day = 49;
      const easter = easterOf(year);
      expect(easter).toBe(addDays(`${year}-03-01`, day - 1));
      expect(weekday(easter)).toBe(0);
    }
  });
});

describe('holidays', () => {
  it('of 2026 are the national and bank ones', () => {
    expect(holidaysOf(2026).map(({ date, kind }) => `${date} ${kind}`)).toEqual([
      '2026-01-01 national',
      '2026-02-16 bank',
      '2026-02-17 bank',
      '2026-04-03 national',
      '2026-04-21 national',
      '2026-05-01 national',
      '2026-06-04 bank',
      '2026-09-07 national',
      '2026-10-12 national',
      '2026-11-02 national',
      '2026-11-15 national',
      '2026-11-20 national',
      '2026-12-25 national',
    ]);
    expect(holidayOn('2026-02-16')).toEqual({
      date: '2026-02-16',
      name: 'Carnaval (segunda-feira)',
      kind: 'bank',
      source: 'Resolução CMN 4.880/2020, art. 6º',
    });
  });

  it('have 20 November from 2024 on, and earlier where the state had it', () => {
    expect([2023, 2024].map((year) => holidayOn(`${year}-11-20`)?.kind)).toEqual([undefined, 'national']);
    expect(holidayOn('2023-11-20', { uf: 'RJ' })?.kind).toBe('state');
    expect(holidayOn('2022-11-20', { uf: 'SP' })).toBeUndefined();
    expect(holidayOn('2023-11-20', { uf: 'SP' })?.kind).toBe('state');
  });

  it('agree with date-holidays on national and bank days from 2001 to 2099', () => {
    const library = new Holidays('BR');
    for (let year = 2001; year <= 2099; year += 1) {
      const theirs = library
        .getHolidays(year)
        .filter(({ type, name }) => (type === 'public' || type === 'bank') && !/Eleição/.test(name))
        .map(({ date }) => date.slice(0, 10));
      expect(
        holidaysOf(year).map(({ date }) => date),
        String(year),
      ).toEqual([...new Set(theirs)].sort());
    }
  });

  it('agree with @brazilian-utils on the states from 2024 on, but for laws that its 2.4 has not read', () => {
    // Lei AC 3.137/2016, Lei AL 7.530/2013, and Santa Catarina's Saturdays (Decreto SC 1.460/2018).
    const later = (uf: string, date: string): boolean =>
      (uf === 'AC' && date.endsWith('-01-20')) || (uf === 'AL' && date >= `${date.slice(0, 4)}-11-29`) || (uf === 'SC' && new Date(date).getUTCDay() % 6 === 0);
    for (const uf of UFS) {
      for (let year = 2024; year <= 2060; year += 1) {
        const theirs = getHolidays({ year, stateCode: uf })
          .filter(({ type }) => type === 'state')
          .map(({ date }) => `${year}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`);
        const ours = holidaysOf(year, { uf });
        const all = new Set(ours.map(({ date }) => date));
        const missing = theirs.filter((date) => !all.has(date) && !later(uf, date));
        const extra = ours.filter(({ kind, date }) => kind === 'state' && !theirs.includes(date) && !later(uf, date));
        expect([...missing, ...extra.map(({ date }) => date)], `${uf} ${year}`).toEqual([]);
      }
    }
  });

  it.each([
    ['AC', '2017-01-20', '2016-01-20', 'Lei AC 3.137/2016'],
    ['AL', '1995-11-20', '1994-11-20', 'Lei AL 5.724/1995'],
    ['AL', '2024-09-16', '2023-09-16', 'Lei AL 9.358/2024'],
    ['ES', '2020-04-20', '2019-04-29', 'Lei ES 11.010/2019'],
    ['MT', '2003-11-20', '2002-11-20', 'Lei MT 7.879/2002'],
    ['PB', '2015-07-26', '2016-07-26', 'Lei PB 3.489/1967, art. 2º'],
    ['PE', '2018-03-06', '2017-03-06', 'Lei PE 16.241/2017, art. 49'],
    ['RJ', '2008-04-23', '2007-04-23', 'Lei RJ 5.198/2008 (STF, ADI 4092)'],
    ['SP', '1997-07-09', '1996-07-09', 'Lei SP 9.497/1997'],
    ['TO', '2008-03-18', '2009-03-18', 'Lei TO 960/1998, até a Lei TO 2.013/2009'],
  ])('of %s hold on %s and not on %s, by %s', (uf, kept, free, law) => {
    expect(holidayOn(kept, { uf })?.source).toBe(law);
    expect(holidayOn(free, { uf })).toBeUndefined();
  });

  it('that the Supremo struck down are none: Rondônia’s 18 June (ADI 3940), Amapá’s 25 July (ADI 4820)', () => {
    expect(holidayOn('2019-06-18', { uf: 'RO' })).toBeUndefined();
    expect(holidayOn('2019-07-25', { uf: 'AP' })).toBeUndefined();
  });

  it('of Alagoas bridge 30 November to the weekend (Lei AL 7.530/2013, art. 2º)', () => {
    const kept = (year: number) => holidaysOf(year, { uf: 'AL' }).find(({ name }) => name === 'Dia do Evangélico')?.date;
    // Saturday, Monday, Tuesday, Wednesday, Thursday.
    expect([2024, 2026, 2027, 2022, 2023].map(kept)).toEqual(['2024-11-30', '2026-11-30', '2027-11-29', '2022-11-30', '2023-12-01']);
  });

  it('name the law of every state row', () => {
    for (const uf of UFS) for (const { source, kind } of holidaysOf(2026, { uf })) if (kind === 'state') expect(source).toMatch(/^(Leis?|Constituição) /);
  });

  it('of Santa Catarina move to the next Sunday from a working day, when the law says so', () => {
    expect(holidayOn('2026-08-16', { uf: 'SC' })?.name).toBe('Dia do Estado de Santa Catarina');
    expect(holidayOn('2026-08-11', { uf: 'SC' })).toBeUndefined();
    expect(holidayOn('2004-11-25', { uf: 'SC' })?.kind).toBe('state');
  });

  it('of a city come from the user, every year or one', () => {
    const cityHolidays = cityHolidaysSchema.parse([
      { uf: 'SP', city: 'São Paulo', on: '01-25', name: 'Aniversário da cidade' },
      { uf: 'SP', city: 'São Paulo', on: '2026-03-10', name: 'Luto' },
      { uf: 'SP', city: 'Santos', on: '01-26', name: 'Aniversário de Santos' },
    ]);
    const place = { uf: 'sp', city: 'SAO PAULO', cityHolidays };
    expect(holidayOn('2027-01-25', place)).toMatchObject({ name: 'Aniversário da cidade', kind: 'city' });
    expect([holidayOn('2026-03-10', place)?.name, holidayOn('2027-03-10', place), holidayOn('2026-01-26', place)]).toEqual(['Luto', undefined, undefined]);
    expect(cityHolidaysSchema.safeParse([{ uf: 'SP', city: 'X', on: '02-30', name: 'x' }]).success).toBe(false);
  });

  it('of a state that does not exist are refused', () => {
    expect(() => holidaysOf(2026, { uf: 'XX' })).toThrow(expect.objectContaining({ code: 'uf.unknown' }));
  });
});

describe('business days', () => {
  it('leave out weekends, Carnival and Corpus Christi, and count 31 December', () => {
    expect(['2026-02-13', '2026-02-14', '2026-02-16', '2026-02-17', '2026-02-18', '2026-06-04', '2026-12-31'].map((date) => isBusinessDay(date))).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it('know the state holidays of the place', () => {
    expect([isBusinessDay('2026-07-09'), isBusinessDay('2026-07-09', { uf: 'SP' }), isBusinessDay('2026-07-09', { uf: 'RJ' })]).toEqual([true, false, true]);
  });

  it('jump over Carnival', () => {
    expect(addBusinessDays('2026-02-13', 1)).toBe('2026-02-18');
    expect(addBusinessDays('2026-02-18', -1)).toBe('2026-02-13');
    expect(addBusinessDays('2026-02-14', 5)).toBe('2026-02-24');
    expect(nextBusinessDay('2026-02-14')).toBe('2026-02-18');
    expect(addBusinessDays('2026-02-14', 0)).toBe('2026-02-18');
  });

  it('give the last payable day of a cobv as Bacen exemplifies', () => {
    expect([0, 1].map((validity) => lastPayableDayOfCobv('2020-12-25', validity))).toEqual(['2020-12-28', '2020-12-29']);
    expect(lastPayableDayOfCobv('2026-02-13', 1)).toBe('2026-02-18');
    expect(() => lastPayableDayOfCobv('2026-02-13', -1)).toThrow(expect.objectContaining({ code: 'calendar.validity' }));
  });

  it('refuse a count that is no whole number', () => {
    expect(() => addBusinessDays('2026-01-01', 1.5)).toThrow(expect.objectContaining({ code: 'calendar.days', field: 'add' }));
  });

  const date = fc.integer({ min: toDayNumber('1950-01-01'), max: toDayNumber('2150-01-01') }).map(fromDayNumber);
  const place = fc.option(fc.constantFrom(...UFS), { nil: undefined }).map((uf) => ({ uf }));

  it('added are the ones between', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 300 }), place, (from, count, where) => {
        const to = addBusinessDays(from, count, where);
        expect(isBusinessDay(to, where)).toBe(true);
        expect(businessDaysBetween(from, to, where)).toBe(count);
        expect(businessDaysBetween(to, from, where)).toBe(-count);
        const back = addBusinessDays(to, -count, where);
        expect(back <= from && (back === from || !isBusinessDay(from, where))).toBe(true);
      }),
    );
  });

  it('next is never before, is one, and skips none', () => {
    fc.assert(
      fc.property(date, place, (from, where) => {
        const next = nextBusinessDay(from, where);
        expect(next >= from && isBusinessDay(next, where)).toBe(true);
        for (let day = from; day < next; day = addDays(day, 1)) expect(isBusinessDay(day, where)).toBe(false);
      }),
    );
  });
});
