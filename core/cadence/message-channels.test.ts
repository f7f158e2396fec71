import { describe, expect, it } from 'vitest';
import { blockSchema, type Block } from './blocks.ts';
import { channelsOf, purposeOfChoice } from './message-channels.ts';

const choice = (id: string, channels: string[]): Block => blockSchema.parse({ id, kind: 'channelChoice', channels });
const message = (id: string, purpose: string, channel = 'chosen'): Block =>
  blockSchema.parse({ id, kind: 'message', purpose, channel, texts: [{ body: 'Olá' }] });

describe('a choice of channel', () => {
  it('is made for the first message after it that leaves the channel to it', () => {
    const blocks = [choice('c', ['sms']), message('carta', 'formal', 'letter'), message('aviso', 'bureau-notice')];
    expect(purposeOfChoice(blocks, 0)).toBe('bureau-notice');
  });

  it('ends where the next choice begins', () => {
    const blocks = [choice('c', ['sms']), choice('d', ['email']), message('aviso', 'bureau-notice')];
    expect(purposeOfChoice(blocks, 0)).toBe('other');
    expect(purposeOfChoice(blocks, 1)).toBe('bureau-notice');
    expect(channelsOf(blocks, 2)).toEqual(['email']);
  });
});
