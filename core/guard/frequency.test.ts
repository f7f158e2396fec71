import { describe, expect, test } from 'vitest';
import { contact } from '../testing/case-builder.ts';
import { capsFor, ContactDays, countsAsContact } from './frequency.ts';

const on = (day: string, over: object = {}) => contact({ at: `2026-03-${day}T13:00:00Z`, ...over });
const caps = { perDay: 1, perSevenDays: 2 };

describe('days of contact', () => {
  test('a day has room while every seven days that hold it stay under the cap', () => {
    // Six days before and one after never stand in one week of seven together with the day itself.
    expect(new ContactDays([on('04'), on('11')]).room('2026-03-10', caps)).toEqual({ free: true, today: 0, inSevenDays: 1 });
    expect(new ContactDays([on('05'), on('11')]).room('2026-03-10', caps)).toEqual({ free: false, today: 0, inSevenDays: 2 });
    expect(new ContactDays([on('12'), on('16')]).room('2026-03-10', caps)).toEqual({ free: false, today: 0, inSevenDays: 2 });
    expect(new ContactDays([on('12'), on('17')]).room('2026-03-10', caps).inSevenDays).toBe(1);
  });

  test('one more is counted where it falls', () => {
    const days = new ContactDays([]);
    days.add('2026-03-10');
    expect(days.room('2026-03-10', caps)).toEqual({ free: false, today: 1, inSevenDays: 1 });
    expect(days.firstFree('2026-03-10', caps)).toBe('2026-03-11');
  });
});

describe('an attempt', () => {
  test('counts unless it surely reached nobody', () => {
    for (const status of ['claimed', 'composed', 'sent', 'delivered', 'read', 'answered', 'unknown'] as const)
      expect(countsAsContact(on('10', { status }))).toBe(true);
    expect(countsAsContact(on('10', { status: 'failed' }))).toBe(false);
    expect(countsAsContact(on('10', { status: 'failed', deliveredAt: '2026-03-10T14:00:00Z' }))).toBe(true);
    expect(countsAsContact(on('10', { status: 'failed', answeredAt: '2026-03-10T14:00:00Z' }))).toBe(true);
  });

  test('of thanks is held to the week alone', () => {
    expect(capsFor('thanks', caps)).toEqual({ perDay: 2, perSevenDays: 2 });
    expect(capsFor('thanks', { perDay: 5, perSevenDays: 3 })).toEqual({ perDay: 5, perSevenDays: 3 });
    expect(capsFor('charge', caps)).toEqual(caps);
  });
});
