import { registerGhost, useDrag } from './drag.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { useT } from '../strings/index.ts';

export function DragGhost() {
  const payload = useDrag((state) => state.payload);
  const target = useDrag((state) => state.target);
  const t = useT();
  if (!payload) return null;
  return (
    <div className="drag-ghost" ref={registerGhost} aria-hidden>
      <span>{payload.label}</span>
      <b>{target ? dayLabel(target.day) : t.canvas.dropOnRuler}</b>
    </div>
  );
}
