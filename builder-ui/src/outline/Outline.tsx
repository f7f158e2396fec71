import { ArrowLeft, ArrowRight, Plus } from 'lucide-react';
import { memo } from 'react';
import { dayLabel } from '../../../core/cadence/labels.ts';
import type { Step, Track } from '../../../core/cadence/document.ts';
import { BlockIcon } from '../canvas/BlockIcon.tsx';
import { firmnessOfStep } from '../canvas/firmness.ts';
import { handleCanvasKey } from '../canvas/keyboard.ts';
import { dayAfter } from '../canvas/layout.ts';
import { describeBlock } from '../document/describe-block.ts';
import { nudgeStep } from '../document/edits.ts';
import { currentDocument, select, toggleSelected, useEditor } from '../document/store.ts';
import { useFindingMark } from '../findings/marks.ts';
import { openAddMenu } from '../palette/add-menu.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { DueLine } from '../parts/DueLine.tsx';
import { useT } from '../strings/index.ts';
import './outline.css';

/** The same cadence as an ordered list: for phones, for screen readers, and for who thinks in lists. */
export default function Outline() {
  const t = useT();
  const tracks = useEditor((state) => state.document.tracks);
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <div className="outline" onKeyDown={handleCanvasKey}>
      <h2 className="visually-hidden">{t.outline.title}</h2>
      {tracks.map((track) => (
        <TrackOutline key={track.id} track={track} readOnly={readOnly} />
      ))}
    </div>
  );
}

const TrackOutline = memo(function TrackOutline({ track, readOnly }: { track: Track; readOnly: boolean }) {
  const t = useT();
  const tiers = useEditor((state) => state.document.tiers);
  const names = track.tierIds.flatMap((id) => tiers.find((tier) => tier.id === id)?.name ?? []);
  const lastDay = track.steps.at(-1)?.day;
  return (
    <section className="outline-track" aria-label={t.outline.stepsOf(track.name)}>
      <button type="button" className="outline-track-head" onClick={() => select([track.id], null)}>
        <b>{track.name}</b>
        <span>{names.join(' · ') || t.canvas.noTier}</span>
      </button>
      {track.steps.length === 0 && <p className="note">{t.outline.empty}</p>}
      <ol>
        {track.steps.map((step, index) => {
          const before = track.steps[index - 1];
          return (
            <li key={step.id}>
              {step.day > 0 && (before === undefined || before.day <= 0) && <DueLine />}
              <StepOutline step={step} trackId={track.id} readOnly={readOnly} />
            </li>
          );
        })}
      </ol>
      {!readOnly && (
        <Button
          small
          icon={<Plus size={15} aria-hidden />}
          onClick={(event) => openAddMenu({ trackId: track.id, day: lastDay === undefined ? -3 : dayAfter(lastDay, undefined), anchor: event.currentTarget })}
        >
          {t.outline.addStep}
        </Button>
      )}
    </section>
  );
});

const StepOutline = memo(function StepOutline({ step, trackId, readOnly }: { step: Step; trackId: string; readOnly: boolean }) {
  const t = useT();
  const selected = useEditor((state) => state.selected.includes(step.id));
  const mark = useFindingMark(step.id);
  return (
    <article className={`outline-step firm-${firmnessOfStep(step.blocks)}`} aria-label={t.canvas.stepLabel(dayLabel(step.day), step.name, step.blocks.length)}>
      <header className={selected ? 'is-selected' : ''}>
        <button type="button" className="outline-step-head" data-item={step.id} aria-pressed={selected} onClick={pick}>
          <span className="step-day">{dayLabel(step.day)}</span>
          <span className="outline-step-name">{step.name}</span>
          {mark && <span className={`mark mark-${mark.severity}`} title={t.findings.count(mark.count)} />}
        </button>
        {!readOnly && (
          <>
            <IconButton label={`${t.outline.earlier}: ${step.name}`} icon={<ArrowLeft size={16} aria-hidden />} onClick={() => nudgeStep(step.id, -1, 0)} />
            <IconButton label={`${t.outline.later}: ${step.name}`} icon={<ArrowRight size={16} aria-hidden />} onClick={() => nudgeStep(step.id, 1, 0)} />
            <IconButton
              label={t.canvas.addBlockTo(step.name)}
              icon={<Plus size={17} aria-hidden />}
              onClick={(event) => openAddMenu({ trackId, day: step.day, anchor: event.currentTarget })}
            />
          </>
        )}
      </header>
      <ol>
        {step.blocks.map((block) => (
          <BlockOutline key={block.id} block={block} />
        ))}
      </ol>
    </article>
  );
});

const BlockOutline = memo(function BlockOutline({ block }: { block: Step['blocks'][number] }) {
  const t = useT();
  const selected = useEditor((state) => state.selected.includes(block.id));
  const mark = useFindingMark(block.id);
  const { title, detail } = describeBlock(block, currentDocument(), t);
  return (
    <li>
      <button type="button" className={`outline-block ${selected ? 'is-selected' : ''}`} data-item={block.id} aria-pressed={selected} onClick={pick}>
        <BlockIcon block={block} />
        <span className="block-words">
          <span className="block-title">{title}</span>
          <span className="block-detail">{detail}</span>
        </span>
        {mark && <span className={`mark mark-${mark.severity}`} title={t.findings.count(mark.count)} />}
      </button>
    </li>
  );
});

function pick(event: React.MouseEvent<HTMLButtonElement>): void {
  const id = event.currentTarget.dataset['item']!;
  if (event.shiftKey || event.ctrlKey || event.metaKey) toggleSelected(id);
  else select([id]);
}
