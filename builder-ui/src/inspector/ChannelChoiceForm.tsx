import { ChevronDown, ChevronUp } from 'lucide-react';
import type { ChannelChoiceBlock } from '../../../core/cadence/blocks.ts';
import { BLOCKS } from '../../../core/cadence/definitions/blocks.ts';
import { CHANNELS, type Channel } from '../../../core/case/channel.ts';
import { CHANNEL_ICONS } from '../canvas/BlockIcon.tsx';
import { edit } from '../document/store.ts';
import { IconButton } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';
import { DefinedFields } from './DefinedFields.tsx';

export function ChannelChoiceForm({ block }: { block: ChannelChoiceBlock }) {
  const t = useT();
  const change = (patch: Partial<ChannelChoiceBlock>): void => void edit({ kind: 'updateBlock', block: { ...block, ...patch } });
  const ordered: Channel[] = [...block.channels, ...CHANNELS.filter((channel) => !block.channels.includes(channel))];
  const toggle = (channel: Channel): void => {
    const next = block.channels.includes(channel) ? block.channels.filter((other) => other !== channel) : [...block.channels, channel];
    if (next.length >= BLOCKS.channelChoice.fields.channels.min) change({ channels: next });
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
        <legend>{t.fields.channelChoice.channels.label}</legend>
        <p className="field-help">{t.fields.channelChoice.channels.help}</p>
        <ol>
          {ordered.map((channel) => {
            const Icon = CHANNEL_ICONS[channel];
            const on = block.channels.includes(channel);
            const position = block.channels.indexOf(channel);
            return (
              <li key={channel} className={on ? 'is-on' : ''}>
                <label>
                  <input
                    type="checkbox"
                    checked={on}
                    disabled={on && block.channels.length === BLOCKS.channelChoice.fields.channels.min}
                    onChange={() => toggle(channel)}
                  />
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
      <DefinedFields block={block} except={['channels']} />
    </>
  );
}
