import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { momentOf, momentOfFact, momentOfItem, momentOnItem } from './today.ts';

/** A Sunday, 22:00 in Brasília: already Monday in UTC. */
const SUNDAY = '2026-11-22';
const SUNDAY_NIGHT = '2026-11-23T01:00:00Z';
const OTHER = '2026-12-01';
const OTHER_MORNING = '2026-12-01T14:00:00Z';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(SUNDAY_NIGHT) });
  vi.stubEnv('REGUA_TODAY', '');
  vi.stubEnv('REGUA_DEMONSTRATION', '');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('the day to work on', () => {
  it.each([
    { asked: '', variable: '', demonstration: '', today: SUNDAY, kind: 'real' },
    { asked: '', variable: SUNDAY, demonstration: '', today: SUNDAY, kind: 'real' },
    { asked: '22/11/2026', variable: '', demonstration: '', today: SUNDAY, kind: 'real' },
    // The node's own word is stronger than a variable that somebody forgot.
    { asked: SUNDAY, variable: OTHER, demonstration: '', today: SUNDAY, kind: 'real' },
    { asked: SUNDAY, variable: OTHER, demonstration: '1', today: SUNDAY, kind: 'real' },
    { asked: SUNDAY, variable: 'amanhã', demonstration: '', today: SUNDAY, kind: 'real' },
    { asked: OTHER, variable: '', demonstration: '', today: OTHER, kind: 'rehearsal' },
    { asked: OTHER, variable: SUNDAY, demonstration: '', today: OTHER, kind: 'rehearsal' },
    { asked: '', variable: OTHER, demonstration: '', today: OTHER, kind: 'rehearsal' },
    { asked: '  ', variable: '01/12/2026', demonstration: '', today: OTHER, kind: 'rehearsal' },
    { asked: OTHER, variable: OTHER, demonstration: '0', today: OTHER, kind: 'rehearsal' },
    { asked: OTHER, variable: OTHER, demonstration: 'true', today: OTHER, kind: 'rehearsal' },
    { asked: OTHER, variable: '', demonstration: '1', today: OTHER, kind: 'demonstration' },
    { asked: '', variable: OTHER, demonstration: '1', today: OTHER, kind: 'demonstration' },
    { asked: '', variable: '', demonstration: '1', today: SUNDAY, kind: 'real' },
  ])('asked "$asked", REGUA_TODAY "$variable", demonstration "$demonstration": $kind on $today', ({ asked, variable, demonstration, today, kind }) => {
    vi.stubEnv('REGUA_TODAY', variable);
    vi.stubEnv('REGUA_DEMONSTRATION', demonstration);
    expect(momentOf(asked)).toEqual({ today, kind, now: kind === 'real' ? SUNDAY_NIGHT : OTHER_MORNING });
  });

  it('is refused when REGUA_TODAY is no date, with what to do', () => {
    vi.stubEnv('REGUA_TODAY', 'amanhã');
    expect(() => momentOf('')).toThrow(/REGUA_TODAY tem "amanhã", que não é uma data.*reinicie o n8n/);
    expect(() => momentOfItem({})).toThrow(/REGUA_TODAY/);
  });
});

describe('the day of an item', () => {
  it.each(['', OTHER, 'amanhã'])('that a real run gave it is real, though REGUA_TODAY is "%s"', (variable) => {
    vi.stubEnv('REGUA_TODAY', variable);
    expect(momentOfItem(momentOnItem(momentOf(SUNDAY)))).toEqual({ today: SUNDAY, now: SUNDAY_NIGHT, kind: 'real' });
  });

  it('stays the day of its run past midnight, at the clock’s hour', () => {
    const item = momentOnItem(momentOf(''));
    vi.setSystemTime(new Date('2026-11-23T03:30:00Z'));
    expect(momentOfItem(item)).toEqual({ today: SUNDAY, now: '2026-11-23T03:30:00Z', kind: 'real' });
  });

  it('is the clock’s for one that waited for days', () => {
    const item = momentOnItem(momentOf(''));
    vi.setSystemTime(new Date('2026-11-25T15:00:00Z'));
    expect(momentOfItem(item)).toEqual({ today: '2026-11-25', now: '2026-11-25T15:00:00Z', kind: 'real' });
  });

  it('that never was is a rehearsal, whoever wrote it there', () => {
    expect(momentOfItem({ today: OTHER })).toEqual({ today: OTHER, now: OTHER_MORNING, kind: 'rehearsal' });
    expect(momentOfItem({ today: OTHER, now: OTHER_MORNING })).toEqual({ today: OTHER, now: OTHER_MORNING, kind: 'rehearsal' });
  });

  it('that is rehearsed stays so in a demonstration, on its very day, and without its day', () => {
    const item = momentOnItem(momentOf(OTHER));
    expect(item).toEqual({ today: OTHER, now: OTHER_MORNING, rehearsal: true });
    vi.stubEnv('REGUA_DEMONSTRATION', '1');
    expect(momentOfItem(item).kind).toBe('rehearsal');
    vi.setSystemTime(new Date('2026-12-01T20:00:00Z'));
    expect(momentOfItem(item)).toEqual({ today: OTHER, now: OTHER_MORNING, kind: 'rehearsal' });
    expect(momentOfItem({ rehearsal: true }).kind).toBe('rehearsal');
  });
});

it('a fact is of the clock’s day, and in a demonstration of the day that is played', () => {
  vi.stubEnv('REGUA_TODAY', OTHER);
  expect(momentOfFact(momentOf(''))).toEqual({ today: SUNDAY, now: SUNDAY_NIGHT, kind: 'real' });
  vi.stubEnv('REGUA_DEMONSTRATION', '1');
  expect(momentOfFact(momentOf('')).today).toBe(OTHER);
});
