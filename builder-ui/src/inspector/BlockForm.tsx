import { Copy, Trash2 } from 'lucide-react';
import type { Block } from '../../../core/cadence/blocks.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { BlockIcon } from '../canvas/BlockIcon.tsx';
import { focusItem } from '../canvas/focus-item.ts';
import { describeBlock } from '../document/describe-block.ts';
import { duplicateItems, removeItems } from '../document/edits.ts';
import type { Item } from '../document/items.ts';
import { currentDocument, edit } from '../document/store.ts';
import { IconButton } from '../parts/Button.tsx';
import { Field, Switch } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';
import { BureauForm } from './BureauForm.tsx';
import { ChannelChoiceForm } from './ChannelChoiceForm.tsx';
import { CustomForm } from './CustomForm.tsx';
import { MessageForm } from './MessageForm.tsx';
import { OfferForm } from './OfferForm.tsx';
import { SmallClaimsForm } from './SmallClaimsForm.tsx';
import { TaskForm } from './TaskForm.tsx';

export function BlockForm({ item }: { item: Extract<Item, { type: 'block' | 'reaction' }> }) {
  const t = useT();
  const { block } = item;
  const { title } = describeBlock(block, currentDocument(), t);
  const day = item.type === 'block' ? item.step.day : 1;
  return (
    <>
      <header className="inspector-head">
        <BlockIcon block={block} size={20} />
        <div className="inspector-title">
          <h2>{title}</h2>
          {item.type === 'block' ? (
            <button type="button" className="link-button" onClick={() => focusItem(item.step.id)} title={t.inspector.goToStep}>
              {dayLabel(item.step.day)} · {item.step.name}
            </button>
          ) : (
            <span className="inspector-place">{t.inspector.reactsTo(t.labels.events[item.event])}</span>
          )}
        </div>
        {item.type === 'block' && (
          <IconButton label={t.inspector.duplicate} shortcut="Ctrl+D" icon={<Copy size={17} aria-hidden />} onClick={() => duplicateItems([block.id])} />
        )}
        <IconButton label={t.inspector.remove} shortcut="Delete" icon={<Trash2 size={17} aria-hidden />} onClick={() => removeItems([block.id])} />
      </header>
      <div className="inspector-body">
        <KindForm block={block} day={day} />
        <Field label={t.inspector.note}>
          {(wiring) => (
            <textarea
              {...wiring}
              className="input"
              rows={2}
              maxLength={2000}
              placeholder={t.inspector.notePlaceholder}
              value={block.note ?? ''}
              onChange={(event) => {
                const { note: _old, ...rest } = block;
                edit(
                  { kind: 'updateBlock', block: (event.target.value ? { ...rest, note: event.target.value } : rest) as Block },
                  { mergeKey: `${block.id}:note` },
                );
              }}
            />
          )}
        </Field>
        <Switch
          label={t.inspector.works}
          help={t.inspector.worksHelp}
          checked={!block.disabled}
          onChange={(on) => edit({ kind: 'switchBlock', blockId: block.id, on })}
        />
      </div>
    </>
  );
}

function KindForm({ block, day }: { block: Block; day: number }) {
  switch (block.kind) {
    case 'message':
      return <MessageForm key={block.id} block={block} day={day} />;
    case 'channelChoice':
      return <ChannelChoiceForm block={block} />;
    case 'offer':
      return <OfferForm block={block} day={day} />;
    case 'bureau':
      return <BureauForm block={block} />;
    case 'smallClaims':
      return <SmallClaimsForm />;
    case 'humanTask':
      return <TaskForm block={block} />;
    case 'custom':
      return <CustomForm block={block} />;
    default:
      return block satisfies never;
  }
}
