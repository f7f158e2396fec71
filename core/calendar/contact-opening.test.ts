import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../case/channel.ts';
import { CHANNELS } from '../case/channel.ts';
import { addDays, fromDayNumber, toDayNumber, weekday } from '../civil-date.ts';
import { UFS } from '../identity/uf.ts';
import { contactOpening, isContactDay, nextContactDay } from './contact-opening.ts';
import type { WeekWindow } from './contact-windows.ts';
import { contactWindowsSchema, DEFAULT_WINDOWS, STATE_LAW_WINDOWS, WEEKDAYS } from './contact-windows.ts';
import { effectiveHours } from './effective-hours.ts';
import { holidayOn } from './holidays.ts';
import { timeZoneOf } from './time-zone.ts';
import { instantOf, localMoment } from './zone-clock.ts';

const ALWAYS = Object.fromEntries(WEEKDAYS.map((day) => [day, [['00:00', '24:00']]])) as unknown as WeekWindow;
const wideOpen = contactWindowsSchema.parse({ default: ALWAYS });

describe('a debtor in Acre at 23:30', () => {
  it('is left alone until Monday at nine, their time', () => {
    expect(contactOpening('2026-11-22T04:30:00Z', { uf: 'AC', channel: 'sms' })).toEqual({
      allowed: false,
      localTime: '2026-11-21T23:30',
      localDate: '2026-11-21',
      timeZone: 'America/Rio_Branco',
      nextOpening: '2026-11-23T14:00:00Z',
      code: 'closed-day',
      reason: 'É sábado para o devedor (Acre), dia sem horário de contato. Próximo horário: segunda-feira, 23/11/2026, às 09:00.',
    });
  });

  it('on a weekday, is contacted in the morning', () => {
    expect(contactOpening('2026-11-25T04:30:00Z', { uf: 'AC' })).toMatchObject({
      localTime: '2026-11-24T23:30',
      code: 'outside-hours',
      nextOpening: '2026-11-25T14:00:00Z',
    });
  });
});

describe('the answer', () => {
  it('is yes inside the hours, and says until when', () => {
    expect(contactOpening('2026-11-23T12:00:00Z', { uf: 'SP' })).toMatchObject({
      allowed: true,
      code: 'open',
      nextOpening: '2026-11-23T12:00:00Z',
      reason: 'Contato permitido: são 09:00 de segunda-feira (São Paulo), e o horário vai até 18:00.',
    });
  });

  it('is no from the closing minute on', () => {
    expect(contactOpening('2026-11-23T20:59:59.999Z', { uf: 'SP' }).allowed).toBe(true);
    expect(contactOpening('2026-11-23T21:00:00Z', { uf: 'SP' })).toMatchObject({
      allowed: false,
      code: 'outside-hours',
      nextOpening: '2026-11-24T12:00:00Z',
      reason: expect.stringContaining('São 18:00 para o devedor (São Paulo), fora do horário permitido (09:00 às 18:00).'),
    });
    expect(contactOpening('2026-11-23T11:59:59Z', { uf: 'SP' })).toMatchObject({ allowed: false, nextOpening: '2026-11-23T12:00:00Z' });
  });

  it('is no on Sundays and holidays, even when the user opened them', () => {
    expect(contactOpening('2026-11-22T15:00:00Z', { uf: 'RJ', windows: wideOpen })).toMatchObject({
      allowed: false,
      code: 'sunday',
      reason: expect.stringContaining('É domingo para o devedor (Rio de Janeiro)'),
    });
    expect(contactOpening('2026-11-20T15:00:00Z', { uf: 'RJ', windows: wideOpen })).toMatchObject({
      allowed: false,
      code: 'holiday',
      reason: expect.stringContaining('Dia da Consciência Negra'),
    });
    expect(contactOpening('2026-07-09T15:00:00Z', { uf: 'SP' })).toMatchObject({ code: 'holiday', nextOpening: '2026-07-10T12:00:00Z' });
    expect(contactOpening('2026-07-09T15:00:00Z', { uf: 'RJ' })).toMatchObject({ code: 'open' });
  });

  it('jumps from the Friday before Carnival to Ash Wednesday', () => {
    expect(contactOpening('2026-02-13T22:00:00Z', { uf: 'BA' }).nextOpening).toBe('2026-02-18T12:00:00Z');
  });

  it('accepts an offset and refuses an instant without zone or date that does not exist', () => {
    expect(contactOpening('2026-11-23T09:30:00-03:00', { uf: 'SP' }).nextOpening).toBe('2026-11-23T12:30:00Z');
    for (const text of ['2026-11-23T09:30:00', '2026-02-30T09:30:00Z', '2026-11-23', 'agora']) {
      expect(() => contactOpening(text, { uf: 'SP' })).toThrow(expect.objectContaining({ code: 'instant.unreadable' }));
    }
  });
});

describe('time zones', () => {
  it('are four clocks today, by state', () => {
    const hour = (uf: string, city?: string) => contactOpening('2026-11-23T12:00:00Z', { uf, city }).localTime.slice(11);
    expect([hour('PE', 'Fernando de Noronha'), hour('PE'), hour('SP'), hour('AM'), hour('MT'), hour('RR'), hour('RO'), hour('AC')]).toEqual([
      '10:00',
      '09:00',
      '09:00',
      '08:00',
      '08:00',
      '08:00',
      '08:00',
      '07:00',
    ]);
  });

  it('west of the line from Tabatinga to Porto Acre, Amazonas keeps the hour of Acre (Lei 12.876/2013)', () => {
    const zones = ['Tabatinga', 'EIRUNEPÉ', 'benjamin  constant', 'Manaus', 'Lábrea', undefined].map((city) => timeZoneOf('AM', city));
    expect(zones).toEqual([...Array<string>(3).fill('America/Eirunepe'), ...Array<string>(3).fill('America/Manaus')]);
    expect(timeZoneOf('AC', 'Tabatinga')).toBe('America/Rio_Branco');
  });

  it('know the daylight saving of past summers', () => {
    expect(contactOpening('2018-11-23T11:00:00Z', { uf: 'SP' })).toMatchObject({ allowed: true, localTime: '2018-11-23T09:00' });
    expect(contactOpening('2019-11-22T11:00:00Z', { uf: 'SP' })).toMatchObject({ allowed: false, localTime: '2019-11-22T08:00' });
    expect(contactOpening('2018-11-23T11:00:00Z', { uf: 'BA' }).localTime).toBe('2018-11-23T08:00');
    expect(contactOpening('2018-11-23T11:00:00Z', { uf: 'MT' }).localTime).toBe('2018-11-23T08:00');
  });

  it('go both ways across the change of clocks', () => {
    const zone = timeZoneOf('SP');
    // 04/11/2018: midnight did not exist; 18/02/2018: 23:00 to 24:00 of the 17th happened twice.
    expect(localMoment(instantOf({ date: '2018-11-04', minute: 0 }, zone), zone)).toEqual({ date: '2018-11-04', minute: 60 });
    expect(new Date(instantOf({ date: '2018-02-17', minute: 23 * 60 }, zone)).toISOString()).toBe('2018-02-18T01:00:00.000Z');
    expect(localMoment(Date.parse('2018-02-18T02:00:00Z'), zone)).toEqual({ date: '2018-02-17', minute: 23 * 60 });
    expect(localMoment(Date.parse('2018-02-18T03:00:00Z'), zone)).toEqual({ date: '2018-02-18', minute: 0 });
  });
});

describe('windows', () => {
  it('never get wider than a state law that was read, and follow a second-hand one when the user says so', () => {
    expect(effectiveHours(wideOpen, 'SP', 'sms')[1]).toEqual([[480, 1200]]);
    expect(effectiveHours(wideOpen, 'AL', 'sms')[6]).toEqual([[480, 840]]);
    expect(effectiveHours(wideOpen, 'RJ', 'sms')[1]).toEqual([[0, 1440]]);
    expect(effectiveHours(contactWindowsSchema.parse({ default: ALWAYS, enforcedStates: ['RJ'] }), 'RJ', 'sms').map((ranges) => ranges.length)).toEqual([
      0, 1, 1, 1, 1, 1, 0,
    ]);
  });

  it("use the state's own hours, then narrow them by channel", () => {
    const windows = contactWindowsSchema.parse({
      byState: {
        RS: {
          monday: [
            ['08:00', '12:00'],
            ['13:00', '19:00'],
          ],
        },
      },
      byChannel: { voice: { monday: [['10:00', '17:00']] } },
    });
    expect(effectiveHours(windows, 'RS', 'sms')[1]).toEqual([
      [480, 720],
      [780, 1140],
    ]);
    expect(effectiveHours(windows, 'RS', 'voice')[1]).toEqual([
      [600, 720],
      [780, 1020],
    ]);
    expect(effectiveHours(windows, 'RS', 'sms')[2]).toEqual([]);
    expect(effectiveHours(windows, 'PR', 'voice')[1]).toEqual([[600, 1020]]);
    expect(contactOpening('2026-11-23T15:30:00Z', { uf: 'RS', channel: 'sms', windows })).toMatchObject({
      allowed: false,
      nextOpening: '2026-11-23T16:00:00Z',
      reason: expect.stringContaining('08:00 às 12:00 e 13:00 às 19:00'),
    });
  });

  it('join ranges that touch', () => {
    const windows = contactWindowsSchema.parse({
      default: {
        monday: [
          ['12:00', '15:00'],
          ['09:00', '12:00'],
          ['10:00', '11:00'],
        ],
      },
    });
    expect(effectiveHours(windows, 'RS', 'sms')[1]).toEqual([[540, 900]]);
  });

  it('do not bind letters, which go out on business days', () => {
    expect(contactOpening('2026-11-23T03:30:00Z', { uf: 'SP', channel: 'letter' })).toMatchObject({ allowed: true });
    expect(contactOpening('2026-11-21T15:00:00Z', { uf: 'SP', channel: 'letter' })).toMatchObject({
      allowed: false,
      code: 'closed-day',
      nextOpening: '2026-11-23T03:00:00Z',
    });
  });

  it('that never open are an error that says so', () => {
    const windows = contactWindowsSchema.parse({ default: {} });
    expect(() => contactOpening('2026-11-23T15:00:00Z', { uf: 'SP', windows })).toThrow(expect.objectContaining({ code: 'windows.never-open' }));
    expect(isContactDay('2026-11-23', { uf: 'SP', windows })).toBe(false);
  });

  it.each([[{ monday: [['18:00', '09:00']] }], [{ monday: [['9:00', '18:00']] }], [{ monday: [['09:00', '25:00']] }], [{ funday: [] }]])(
    'refuse what is no window: %j',
    (week) => {
      expect(contactWindowsSchema.safeParse({ default: week }).success).toBe(false);
    },
  );

  it('default to Monday to Friday, nine to six', () => {
    expect(effectiveHours(DEFAULT_WINDOWS, 'PR', undefined)).toEqual([[], ...Array.from({ length: 5 }, () => [[540, 1080]]), []]);
    expect(
      Object.values(STATE_LAW_WINDOWS)
        .map(({ standing }) => standing)
        .sort(),
    ).toEqual(['law', 'law', 'second-hand', 'second-hand', 'second-hand', 'second-hand']);
  });
});

describe('for any instant, state and channel', () => {
  const epoch = fc.integer({ min: Date.parse('2010-01-01T00:00:00Z') / 1000, max: Date.parse('2040-01-01T00:00:00Z') / 1000 }).map((seconds) => seconds * 1000);
  const windows = fc.constantFrom(DEFAULT_WINDOWS, wideOpen);

  it('no contact is allowed on a Sunday, a holiday or outside the hours, and the next opening is allowed', () => {
    fc.assert(
      fc.property(epoch, fc.constantFrom(...UFS), fc.constantFrom(...CHANNELS), windows, (ms, uf, channel: Channel, hours) => {
        const instant = new Date(ms).toISOString();
        const place = { uf, channel, windows: hours };
        const opening = contactOpening(instant, place);
        const { localDate } = opening;
        const minute = Number(opening.localTime.slice(11, 13)) * 60 + Number(opening.localTime.slice(14));
        if (opening.allowed) {
          expect(weekday(localDate)).not.toBe(0);
          expect(holidayOn(localDate, { uf })).toBeUndefined();
          if (channel !== 'letter' && (hours === DEFAULT_WINDOWS || uf === 'SP' || uf === 'AL')) expect(minute >= 480 && minute < 1200).toBe(true);
          if (channel !== 'letter' && hours === DEFAULT_WINDOWS) expect(weekday(localDate) !== 6 && minute >= 540 && minute < 1080).toBe(true);
          expect(isContactDay(localDate, place)).toBe(true);
        } else {
          const next = contactOpening(opening.nextOpening, place);
          expect(opening.nextOpening > instant && next.allowed).toBe(true);
          expect(contactOpening(new Date(Date.parse(opening.nextOpening) - 1000).toISOString(), place).allowed).toBe(false);
          for (let day = addDays(localDate, 1); day < next.localDate; day = addDays(day, 1)) expect(isContactDay(day, place)).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the next contact day is one and skips none', () => {
    fc.assert(
      fc.property(fc.integer({ min: toDayNumber('2010-01-01'), max: toDayNumber('2040-01-01') }).map(fromDayNumber), fc.constantFrom(...UFS), (date, uf) => {
        const next = nextContactDay(date, { uf });
        expect(next >= date && isContactDay(next, { uf })).toBe(true);
        for (let day = date; day < next; day = addDays(day, 1)) expect(isContactDay(day, { uf })).toBe(false);
      }),
    );
  });
});
