import { Handle, Position, type NodeProps } from '@xyflow/react';
import { Plus } from 'lucide-react';
import { memo } from 'react';
import type { Block } from '../../../core/cadence/blocks.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { describeBlock } from '../document/describe-block.ts';
import { dropOnRuler } from '../document/edits.ts';
import { currentDocument, select, toggleSelected, useEditor } from '../document/store.ts';
import { useFindingMark } from '../findings/marks.ts';
import { openAddMenu } from '../palette/add-menu.ts';
import { useT } from '../strings/index.ts';
import { BlockIcon } from './BlockIcon.tsx';
import { startDrag, useDrag } from './drag.ts';
import { firmnessOfStep } from './firmness.ts';
import type { StepNode } from './flow-elements.ts';
import { useStepTraffic } from './traffic.ts';
import { useFarAway } from './zoom.ts';

/** One step on the ruler: a card with its day, its name and its blocks in order. */
export const StepCard = memo(function StepCard({ id, data }: NodeProps<StepNode>) {
  const t = useT();
  const { step, trackId, nextDay } = data;
  const selected = useEditor((state) => state.selected.includes(id));
  const current = useEditor((state) => state.current === id);
  const leaving = useDrag((state) => state.payload?.type === 'steps' && state.payload.ids.includes(id));
  const far = useFarAway();
  const mark = useFindingMark(id);
  const traffic = useStepTraffic(id);
  return (
    <div
      role="group"
      className={`step-card firm-${firmnessOfStep(step.blocks)} ${selected ? 'is-selected' : ''} ${leaving ? 'is-leaving' : ''} ${far ? 'is-far' : ''} nodrag nopan`}
      aria-label={t.canvas.stepLabel(dayLabel(step.day), step.name, step.blocks.length)}
      data-step={id}
    >
      <Handle type="target" position={Position.Left} className="line-end" isConnectable={false} />
      <Handle type="source" position={Position.Right} className="line-end" isConnectable={false} />
      <button
        type="button"
        className="step-head"
        data-item={id}
        tabIndex={current ? 0 : -1}
        aria-pressed={selected}
        onClick={selectOnClick}
        onPointerDown={dragStep}
      >
        <span className="step-day">{dayLabel(step.day)}</span>
        <span className="step-name">{step.name}</span>
        {mark && <FindingMark mark={mark} />}
        {traffic !== null && (
          <span className="step-traffic tabular">
            {traffic.toLocaleString(t.app.locale)}
            <span className="visually-hidden"> {t.canvas.cases(traffic)}</span>
          </span>
        )}
      </button>
      <ol className="step-blocks">
        {step.blocks.map((block) => (
          <BlockRow key={block.id} block={block} far={far} />
        ))}
      </ol>
      <button
        type="button"
        className="step-add"
        tabIndex={current ? 0 : -1}
        data-track={trackId}
        data-day={step.day}
        onClick={addHere}
        aria-label={t.canvas.addBlockTo(step.name)}
      >
        <Plus size={14} aria-hidden /> {t.canvas.block}
      </button>
      <button
        type="button"
        className="line-plus"
        tabIndex={current ? 0 : -1}
        data-track={trackId}
        data-day={nextDay}
        onClick={addHere}
        aria-label={t.canvas.addStepAfter(step.name, dayLabel(nextDay))}
        title={t.canvas.addStepOn(dayLabel(nextDay))}
      >
        <Plus size={14} aria-hidden />
      </button>
    </div>
  );
});

const BlockRow = memo(function BlockRow({ block, far }: { block: Block; far: boolean }) {
  const selected = useEditor((state) => state.selected.includes(block.id));
  const current = useEditor((state) => state.current === block.id);
  const leaving = useDrag((state) => state.payload?.type === 'blocks' && state.payload.ids.includes(block.id));
  const mark = useFindingMark(block.id);
  const { title, detail } = describeBlock(block, currentDocument(), useT());
  return (
    <li>
      <button
        type="button"
        className={`block-row ${selected ? 'is-selected' : ''} ${leaving ? 'is-leaving' : ''} ${block.disabled ? 'is-off' : ''}`}
        data-item={block.id}
        tabIndex={current ? 0 : -1}
        aria-pressed={selected}
        onClick={selectOnClick}
        onPointerDown={dragBlock}
      >
        <BlockIcon block={block} />
        <span className={far ? 'visually-hidden' : 'block-words'}>
          <span className="block-title">{title}</span>
          <span className="block-detail">{detail}</span>
        </span>
        {mark && <FindingMark mark={mark} />}
      </button>
    </li>
  );
});

/** A coloured mark, and its words for who doesn't see it. */
function FindingMark({ mark }: { mark: { severity: string; count: number } }) {
  const t = useT();
  return (
    <span className={`mark mark-${mark.severity}`}>
      <span className="visually-hidden"> {t.findings.count(mark.count)}</span>
    </span>
  );
}

// Handlers live outside of the components: an inline one per card costs hundreds of milliseconds at 1,000 nodes.
function selectOnClick(event: React.MouseEvent<HTMLButtonElement>): void {
  const id = event.currentTarget.dataset['item']!;
  if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(id);
  else select([id]);
}

function dragStep(event: React.PointerEvent<HTMLButtonElement>): void {
  const id = event.currentTarget.dataset['item']!;
  startDrag(event, { type: 'steps', ids: withSelection(id, 'step'), label: event.currentTarget.querySelector('.step-name')?.textContent ?? '' }, dropOnRuler);
}

function dragBlock(event: React.PointerEvent<HTMLButtonElement>): void {
  const id = event.currentTarget.dataset['item']!;
  startDrag(
    event,
    { type: 'blocks', ids: withSelection(id, 'block'), label: event.currentTarget.querySelector('.block-title')?.textContent ?? '' },
    dropOnRuler,
  );
}

/** What is dragged when one of several selected things is taken. */
function withSelection(id: string, kind: 'step' | 'block'): string[] {
  const { selected, document } = useEditor.getState();
  if (!selected.includes(id) || selected.length === 1) return [id];
  const steps = new Set(document.tracks.flatMap((track) => track.steps.map((step) => step.id)));
  return [id, ...selected.filter((other) => other !== id && steps.has(other) === (kind === 'step'))];
}

function addHere(event: React.MouseEvent<HTMLButtonElement>): void {
  const { track, day } = event.currentTarget.dataset;
  openAddMenu({ trackId: track!, day: Number(day), anchor: event.currentTarget });
}
