import { ChevronDown, ChevronUp, Copy, Plus, Trash2 } from 'lucide-react';
import type { Item } from '../document/items.ts';
import { STEP_FIELDS } from '../../../core/cadence/definitions/cadence.ts';
import { limitsOf } from '../../../core/cadence/limits.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { BlockIcon } from '../canvas/BlockIcon.tsx';
import { focusItem } from '../canvas/focus-item.ts';
import { describeBlock } from '../document/describe-block.ts';
import { duplicateItems, nudgeBlock, removeItems } from '../document/edits.ts';
import { edit, select, useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { openAddMenu } from '../palette/add-menu.ts';
import { useT } from '../strings/index.ts';

export function StepForm({ item }: { item: Extract<Item, { type: 'step' }> }) {
  const t = useT();
  const document = useEditor((state) => state.document);
  const { step, track } = item;
  return (
    <>
      <header className="inspector-head">
        <span className="day-badge">{dayLabel(step.day)}</span>
        <div className="inspector-title">
          <h2>{step.name}</h2>
          <span className="inspector-place">{track.name}</span>
        </div>
        <IconButton label={t.inspector.duplicate} shortcut="Ctrl+D" icon={<Copy size={17} aria-hidden />} onClick={() => duplicateItems([step.id])} />
        <IconButton label={t.inspector.remove} shortcut="Delete" icon={<Trash2 size={17} aria-hidden />} onClick={() => removeItems([step.id])} />
      </header>
      <div className="inspector-body">
        <Field label={t.inspector.stepName}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={STEP_FIELDS.name.maxLength}
              value={step.name}
              onChange={(event) =>
                event.target.value && edit({ kind: 'renameStep', stepId: step.id, name: event.target.value }, { mergeKey: `${step.id}:name` })
              }
            />
          )}
        </Field>
        <div className="field-pair">
          <NumberField
            key={step.id}
            label={t.inspector.day}
            help={t.inspector.dayHelp}
            value={step.day}
            {...limitsOf(STEP_FIELDS.day.schema)}
            onChange={(day) => day !== null && edit({ kind: 'moveStep', stepId: step.id, trackId: track.id, day }, { mergeKey: `${step.id}:day` })}
            outOfRange={t.inspector.range}
          />
          <Field label={t.inspector.track}>
            {(wiring) => (
              <select
                {...wiring}
                className="input"
                value={track.id}
                onChange={(event) => edit({ kind: 'moveStep', stepId: step.id, trackId: event.target.value, day: step.day })}
              >
                {document.tracks.map((candidate) => (
                  <option key={candidate.id} value={candidate.id}>
                    {candidate.name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </div>
        <section aria-label={t.inspector.blocksOfStep}>
          <h3 className="section-title">{t.inspector.blocksOfStep}</h3>
          {step.blocks.length === 0 && <p className="note">{t.inspector.noBlocks}</p>}
          <ol className="block-list">
            {step.blocks.map((block, index) => {
              const { title, detail } = describeBlock(block, document, t);
              return (
                <li key={block.id}>
                  <button type="button" className="block-list-main" onClick={() => focusItem(block.id)}>
                    <BlockIcon block={block} />
                    <span className="block-words">
                      <span className="block-title">{title}</span>
                      <span className="block-detail">{detail}</span>
                    </span>
                  </button>
                  <IconButton
                    label={`${t.inspector.moveUp}: ${title}`}
                    disabled={index === 0}
                    icon={<ChevronUp size={16} aria-hidden />}
                    onClick={() => nudgeBlock(block.id, -1)}
                  />
                  <IconButton
                    label={`${t.inspector.moveDown}: ${title}`}
                    disabled={index === step.blocks.length - 1}
                    icon={<ChevronDown size={16} aria-hidden />}
                    onClick={() => nudgeBlock(block.id, 1)}
                  />
                </li>
              );
            })}
          </ol>
          <Button
            small
            icon={<Plus size={15} aria-hidden />}
            onClick={(event) => {
              select([step.id]);
              openAddMenu({ trackId: track.id, day: step.day, anchor: event.currentTarget });
            }}
          >
            {t.canvas.addBlockTo(step.name)}
          </Button>
        </section>
      </div>
    </>
  );
}
