import { registerGhost, useDrag } from './drag.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { useT } from '../strings/index.ts';

/**
 * What the hand carries. The shield under it takes all the pointer's events, so that the browser looks for what lies beneath
 * in no card and colours none that is passed over.
 */
export function DragGhost() {
  const payload = useDrag((state) => state.payload);
  const target = useDrag((state) => state.target);
  const t = useT();
  if (!payload) return null;
  return (
    <div className="drag-shield" aria-hidden>
      <div className="drag-ghost" ref={registerGhost}>
        <span>{payload.label}</span>
        <b>{target ? dayLabel(target.day) : t.canvas.dropOnRuler}</b>
      </div>
    </div>
  );
}
