import { useT } from '../strings/index.ts';

/** The due date, drawn across an upright ruler or a list of steps. */
export function DueLine() {
  const t = useT();
  return (
    <p className="due-rule">
      <span>{t.canvas.dueDate}</span>
    </p>
  );
}
