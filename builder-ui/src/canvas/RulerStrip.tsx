import { memo, useMemo, type CSSProperties } from 'react';
import { addDays, weekday, type CivilDate } from '../../../core/civil-date.ts';
import { isContactDay } from '../../../core/calendar/index.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { useEditor } from '../document/store.ts';
import { useT } from '../strings/index.ts';
import { useExampleDueDate } from './example-due-date.ts';
import type { Gap, RulerLayout } from './layout.ts';
import { useStretchInView } from './stretch-in-view.ts';

/** The wooden ruler along the top: a mark for each day that has a step, small ticks for the days between, and the due date. */
export const RulerStrip = memo(function RulerStrip({ layout }: { layout: RulerLayout }) {
  const t = useT();
  const { dueDate } = useExampleDueDate();
  const { from, to } = useStretchInView();
  // Only what is near: after an edit the browser would style hundreds of marks anew that nobody sees.
  const gaps = useMemo(() => layout.gaps.filter(({ x, width }) => x <= to && x + width >= from), [layout, from, to]);
  const marks = useMemo(() => layout.marks.filter(({ x }) => x >= from && x <= to), [layout, from, to]);
  return (
    <div className="ruler" aria-hidden>
      <div className="ruler-body" />
      <div className="ruler-marks" data-follows="x">
        {gaps.map((gap) => (
          <GapTicks key={gap.from} gap={gap} />
        ))}
        {marks.map((mark) => (
          <div key={mark.day} className="ruler-day" style={place(mark.x, 0)}>
            <b>{dayLabel(mark.day)}</b>
            {dueDate && <DayDate date={addDays(dueDate, mark.day)} />}
          </div>
        ))}
        <div className="due-flag" style={place(layout.dueX, 0)}>
          {t.canvas.dueDate}
        </div>
        <div className="due-line" style={place(layout.dueX, 0)} />
      </div>
    </div>
  );
});

function GapTicks({ gap }: { gap: Gap }) {
  const count = gap.to - gap.from + 1;
  if (count <= 0) return null;
  return <div className="ruler-gap" style={{ ...place(gap.x, gap.width), '--ticks': count } as CSSProperties} />;
}

function DayDate({ date }: { date: CivilDate }) {
  const t = useT();
  const uf = useEditor((state) => state.document.creditor.uf);
  const windows = useEditor((state) => state.document.policies.windows);
  const open = isContactDayAt(date, uf, windows);
  return (
    <span className={open ? 'ruler-date' : 'ruler-date is-closed'} title={open ? undefined : t.canvas.closedDay}>
      {t.canvas.weekdays[weekday(date)]} {date.slice(8, 10)}/{date.slice(5, 7)}
    </span>
  );
}

function isContactDayAt(date: CivilDate, uf: string, windows: Parameters<typeof isContactDay>[1]['windows']): boolean {
  return isContactDay(date, { uf: uf as Parameters<typeof isContactDay>[1]['uf'], channel: 'email', windows });
}

/** Position in flow units; the style sheet turns it into pixels by the viewport's variables. */
function place(x: number, width: number): CSSProperties {
  return { '--x': x, '--w': width } as CSSProperties;
}
