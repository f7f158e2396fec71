import { CalendarPlus } from 'lucide-react';
import { BlockIcon, iconOf } from '../canvas/BlockIcon.tsx';
import type { PaletteItem } from '../canvas/drag.ts';
import type { MessageBlock } from '../../../core/cadence/blocks.ts';

export function PaletteIcon({ item }: { item: PaletteItem }) {
  if (item.kind === 'step') {
    return (
      <span className="block-icon firm-0" aria-hidden>
        <CalendarPlus size={17} strokeWidth={1.9} />
      </span>
    );
  }
  if (item.kind === 'message') {
    const block: Pick<MessageBlock, 'kind' | 'purpose' | 'channel'> = { kind: 'message', purpose: item.purpose, channel: 'chosen' };
    return <BlockIcon block={block as MessageBlock} />;
  }
  const Icon = iconOf({ kind: item.kind });
  const firm = item.kind === 'offer' ? 2 : item.kind === 'bureau' || item.kind === 'smallClaims' ? 5 : 0;
  return (
    <span className={`block-icon firm-${firm}`} aria-hidden>
      <Icon size={17} strokeWidth={1.9} />
    </span>
  );
}
