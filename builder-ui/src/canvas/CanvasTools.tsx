import { useReactFlow } from '@xyflow/react';
import { CalendarDays, Maximize, Minus, Plus, Rows3 } from 'lucide-react';
import { freshId } from '../../../core/cadence/operations/index.ts';
import { currentDocument, edit, select } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { t, useT } from '../strings/index.ts';
import { useExampleDueDate } from './example-due-date.ts';

export function CanvasTools({ onFit }: { onFit: () => void }) {
  const t = useT();
  const flow = useReactFlow();
  const { dueDate } = useExampleDueDate();
  return (
    <>
      <div className="canvas-tools canvas-tools-left">
        <Button small icon={<Rows3 size={15} aria-hidden />} onClick={addTrack}>
          {t.canvas.addTrack}
        </Button>
        <label className="due-date-picker">
          <CalendarDays size={15} aria-hidden />
          <span>{t.canvas.exampleDueDate}</span>
          <input
            type="date"
            value={dueDate ?? ''}
            min="2000-01-01"
            max="2099-12-31"
            onChange={(event) => useExampleDueDate.setState({ dueDate: event.target.value || null })}
          />
        </label>
      </div>
      <div className="canvas-tools canvas-tools-right">
        <IconButton label={t.canvas.zoomOut} icon={<Minus size={17} aria-hidden />} onClick={() => void flow.zoomOut({ duration: 120 })} />
        <IconButton label={t.canvas.zoomIn} icon={<Plus size={17} aria-hidden />} onClick={() => void flow.zoomIn({ duration: 120 })} />
        <IconButton label={t.canvas.fit} icon={<Maximize size={16} aria-hidden />} onClick={onFit} />
      </div>
    </>
  );
}

function addTrack(): void {
  const document = currentDocument();
  const id = freshId(document, 'track');
  const served = new Set(document.tracks.flatMap((track) => track.tierIds));
  const free = document.tiers.filter((tier) => !served.has(tier.id)).map((tier) => tier.id);
  if (edit({ kind: 'addTrack', track: { id, name: t().canvas.trackNumber(document.tracks.length + 1), tierIds: free.slice(0, 1), steps: [] } }))
    select([id], null);
}
