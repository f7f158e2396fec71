import { describe, expect, it } from 'vitest';
import type { MessageText } from '../cadence/blocks.ts';
import { chooseText, variantName } from './choose-text.ts';

const any: MessageText = { channel: 'any', body: 'any' };
const sms: MessageText = { channel: 'sms', body: 'sms' };
const gold: MessageText = { channel: 'any', tierId: 'ouro', body: 'ouro' };
const goldSms: MessageText = { channel: 'sms', tierId: 'ouro', body: 'ouro sms' };
const ill: MessageText = { channel: 'any', defaultReason: 'illness', body: 'doença' };
const illSms: MessageText = { channel: 'sms', defaultReason: 'illness', body: 'doença sms' };
const goldIllSms: MessageText = { channel: 'sms', tierId: 'ouro', defaultReason: 'illness', body: 'tudo' };
const all = [any, sms, gold, goldSms, ill, illSms, goldIllSms];

describe('chooseText', () => {
  it.each([
    [{ channel: 'email' }, any],
    [{ channel: 'sms' }, sms],
    [{ channel: 'email', tierId: 'ouro' }, gold],
    [{ channel: 'sms', tierId: 'ouro' }, goldSms],
    [{ channel: 'email', defaultReason: 'illness' }, ill],
    [{ channel: 'sms', defaultReason: 'illness' }, illSms],
    [{ channel: 'sms', tierId: 'ouro', defaultReason: 'illness' }, goldIllSms],
    [{ channel: 'email', tierId: 'prata', defaultReason: 'forgot' }, any],
  ] as const)('%o', (situation, expected) => {
    expect(chooseText(all, situation)).toBe(expected);
    expect(chooseText([...all].reverse(), situation)).toBe(expected);
  });

  it('of as many conditions the reason wins, then the channel', () => {
    expect(chooseText([sms, gold, ill], { channel: 'sms', tierId: 'ouro', defaultReason: 'illness' })).toBe(ill);
    expect(chooseText([gold, sms], { channel: 'sms', tierId: 'ouro' })).toBe(sms);
  });

  it('two that are as specific: the first', () => {
    const twin = { ...sms };
    expect(chooseText([twin, sms], { channel: 'sms' })).toBe(twin);
  });

  it('none that fits is no text', () => {
    expect(chooseText([sms, gold], { channel: 'email' })).toBeUndefined();
  });
});

describe('variantName', () => {
  it('names conditions and place', () => {
    expect(variantName(all, goldIllSms)).toBe('sms/ouro/illness#7');
    expect(variantName(all, any)).toBe('any#1');
  });
});
