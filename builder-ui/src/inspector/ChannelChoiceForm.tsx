import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ChannelChoiceBlock } from '../../../core/cadence/blocks.ts';
import { CHANNELS, type Channel } from '../../../core/case/channel.ts';
import { CHANNEL_ICONS } from '../canvas/BlockIcon.tsx';
import { edit } from '../document/store.ts';
import { IconButton } from '../parts/Button.tsx';
import { Switch } from '../parts/Field.tsx';
import { MoneyField } from '../parts/MoneyField.tsx';
import { useT } from '../strings/index.ts';

export function ChannelChoiceForm({ block }: { block: ChannelChoiceBlock }) {
  const t = useT();
  const change = (patch: Partial<ChannelChoiceBlock>): void => void edit({ kind: 'updateBlock', block: { ...block, ...patch } });
  const ordered: Channel[] = [...block.channels, ...CHANNELS.filter((channel) => !block.channels.includes(channel))];
  const toggle = (channel: Channel): void => {
    const next = block.channels.includes(channel) ? block.channels.filter((other) => other !== channel) : [...block.channels, channel];
    if (next.length > 0) change({ channels: next });
  };
  const shift = (channel: Channel, delta: -1 | 1): void => {
    const from = block.channels.indexOf(channel);
    const next = block.channels.filter((other) => other !== channel);
    next.splice(from + delta, 0, channel);
    change({ channels: next });
  };
  return (
    <>
      <fieldset className="channel-list">
        <legend>{t.channelChoice.channels}</legend>
        <p className="field-help">{t.channelChoice.channelsHelp}</p>
        <ol>
          {ordered.map((channel) => {
            const Icon = CHANNEL_ICONS[channel];
            const on = block.channels.includes(channel);
            const position = block.channels.indexOf(channel);
            return (
              <li key={channel} className={on ? 'is-on' : ''}>
                <label>
                  <input type="checkbox" checked={on} disabled={on && block.channels.length === 1} onChange={() => toggle(channel)} />
                  <Icon size={17} aria-hidden />
                  <span>{t.labels.channels[channel]}</span>
                </label>
                {on && (
                  <IconButton
                    label={t.channelChoice.up(t.labels.channels[channel])}
                    disabled={position === 0}
                    icon={<ChevronUp size={16} aria-hidden />}
                    onClick={() => shift(channel, -1)}
                  />
                )}
                {on && (
                  <IconButton
                    label={t.channelChoice.down(t.labels.channels[channel])}
                    disabled={position === block.channels.length - 1}
                    icon={<ChevronDown size={16} aria-hidden />}
                    onClick={() => shift(channel, 1)}
                  />
                )}
              </li>
            );
          })}
        </ol>
      </fieldset>
      <Switch
        label={t.channelChoice.preferAnswered}
        help={t.channelChoice.preferAnsweredHelp}
        checked={block.preferAnswered}
        onChange={(preferAnswered) => change({ preferAnswered })}
      />
      <MoneyField
        label={t.channelChoice.maxCost}
        help={t.channelChoice.maxCostHelp}
        optional
        cents={block.maxCostCents ?? null}
        onChange={(cents) => {
          const { maxCostCents: _old, ...rest } = block;
          edit({ kind: 'updateBlock', block: cents === null ? rest : { ...rest, maxCostCents: cents } }, { mergeKey: `${block.id}:cost` });
        }}
      />
    </>
  );
}
