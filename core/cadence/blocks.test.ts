import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Channel, DefaultReason, MessagePurpose } from '../case/index.ts';
import type { Block, BureauBlock, ChannelChoiceBlock, CustomBlock, HumanTaskBlock, MessageBlock, MessageText, OfferBlock, SmallClaimsBlock } from './blocks.ts';
import { blockSchema } from './blocks.ts';
import type { Step, Track } from './document.ts';
import type { Creditor, FrequencyPolicy, Tier, TierRule } from './policies.ts';

interface Base<K extends string> {
  id: string;
  note?: string | undefined;
  disabled?: true | undefined;
  kind: K;
}
interface Text {
  channel: Channel | 'any';
  tierId?: string | undefined;
  defaultReason?: DefaultReason | undefined;
  subject?: string | undefined;
  body: string;
}
/** The same members, whether written as one object or as several put together. */
type Flat<T> = T extends object ? { [K in keyof T]: T[K] } : T;

describe('the types that follow from the definitions', () => {
  test('are those that the rest of the code is written against', () => {
    expectTypeOf<Flat<MessageText>>().toEqualTypeOf<Text>();
    expectTypeOf<Flat<ChannelChoiceBlock>>().toEqualTypeOf<
      Flat<Base<'channelChoice'> & { channels: Channel[]; maxCostCents?: number | undefined; preferAnswered: boolean }>
    >();
    expectTypeOf<Flat<MessageBlock>>().toEqualTypeOf<
      Flat<Base<'message'> & { purpose: MessagePurpose; channel: Channel | 'chosen'; texts: Text[]; asksForAnswer: boolean; aiWording: boolean }>
    >();
    expectTypeOf<Flat<OfferBlock>>().toEqualTypeOf<Flat<Base<'offer'> & { policyId: string }>>();
    expectTypeOf<Flat<BureauBlock>>().toEqualTypeOf<Flat<Base<'bureau'> & { action: 'request' | 'removal'; provider: 'manual' }>>();
    expectTypeOf<Flat<SmallClaimsBlock>>().toEqualTypeOf<Flat<Base<'smallClaims'> & { provider: 'manual' }>>();
    expectTypeOf<Flat<HumanTaskBlock>>().toEqualTypeOf<
      Flat<Base<'humanTask'> & { title: string; instructions: string; team: string; dueInBusinessDays: number }>
    >();
    expectTypeOf<Flat<CustomBlock>>().toEqualTypeOf<Flat<Base<'custom'> & { label: string; node: Record<string, unknown> }>>();
    expectTypeOf<Flat<Step>>().toEqualTypeOf<{ id: string; name: string; day: number; blocks: Block[] }>();
    expectTypeOf<Flat<Track>>().toEqualTypeOf<{ id: string; name: string; tierIds: string[]; steps: Step[] }>();
    expectTypeOf<Flat<Tier>>().toEqualTypeOf<{ id: string; name: string; description: string; rule: TierRule }>();
    expectTypeOf<keyof TierRule>().toEqualTypeOf<
      | 'minLifetimeValueCents'
      | 'maxLifetimeValueCents'
      | 'maxDebtToLifetimePercent'
      | 'minPunctualityPercent'
      | 'minRelationshipMonths'
      | 'minDebtCents'
      | 'maxDebtCents'
    >();
    expectTypeOf<TierRule[keyof TierRule]>().toEqualTypeOf<number | undefined>();
    expectTypeOf<Creditor['kind']>().toEqualTypeOf<'PF' | 'MEI' | 'ME' | 'EPP' | 'LTDA' | 'SA' | 'OTHER'>();
    expectTypeOf<Flat<FrequencyPolicy>>().toEqualTypeOf<{ perDay: number; perSevenDays: number }>();
  });

  test('hold at run time: what a block leaves out is the definition’s default, and what it must say is asked for', () => {
    expect(blockSchema.parse({ id: 'a', kind: 'humanTask', title: 'Ligar' })).toEqual({
      id: 'a',
      kind: 'humanTask',
      title: 'Ligar',
      instructions: '',
      team: 'cobrança',
      dueInBusinessDays: 1,
    });
    expect(blockSchema.parse({ id: 'a', kind: 'channelChoice', channels: ['sms'] })).toEqual({
      id: 'a',
      kind: 'channelChoice',
      channels: ['sms'],
      preferAnswered: true,
    });
    for (const missing of [
      { kind: 'humanTask' },
      { kind: 'channelChoice' },
      { kind: 'message', texts: [{ body: 'x' }] },
      { kind: 'message', purpose: 'charge' },
      { kind: 'message', purpose: 'charge', texts: [] },
      { kind: 'offer' },
      { kind: 'bureau' },
    ])
      expect(blockSchema.safeParse({ id: 'a', ...missing }).success, JSON.stringify(missing)).toBe(false);
    expect(blockSchema.safeParse({ id: 'a', kind: 'humanTask', title: 'Ligar', dueInBusinessDays: 61 }).success).toBe(false);
  });
});
