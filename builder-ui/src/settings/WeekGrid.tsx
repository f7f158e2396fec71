import { useRef, useState } from 'react';
import type { WeekWindow, Weekday } from '../../../core/calendar/index.ts';
import { showToast } from '../parts/toasts.ts';
import { useT } from '../strings/index.ts';
import { clock, MOST_RANGES, SLOT, slotState, withSlot } from './week-hours.ts';

const DAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const FIRST_HOUR = 7;
const LAST_HOUR = 21;
const HOURS = Array.from({ length: LAST_HOUR - FIRST_HOUR }, (_, index) => FIRST_HOUR + index);
const SLOTS = HOURS.flatMap((hour) => [hour * 60, hour * 60 + SLOT]);
const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, -SLOTS.length],
  End: [0, SLOTS.length],
};

/** The week in half hours: click or drag to open and close; by keyboard arrows walk, space paints one, Shift with an arrow paints on. */
export function WeekGrid({ week, onChange }: { week: WeekWindow; onChange: (week: WeekWindow) => void }) {
  const t = useT();
  const words = t.settings.hours;
  const painting = useRef<boolean | null>(null);
  const [standsOn, setStandsOn] = useState<{ day: Weekday; slot: number }>({ day: 'monday', slot: 9 * 60 });
  const isOpen = (day: Weekday, slot: number): boolean => slotState(week[day], slot) === 'open';
  const set = (day: Weekday, slot: number, open: boolean): void => {
    const ranges = withSlot(week[day], slot, open);
    if (ranges.length > MOST_RANGES) showToast({ text: words.tooMany(words.days[day], MOST_RANGES), tone: 'info' });
    else if (JSON.stringify(ranges) !== JSON.stringify(week[day])) onChange({ ...week, [day]: ranges });
  };
  const walk = (event: React.KeyboardEvent<HTMLButtonElement>, day: Weekday, slot: number): void => {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    const toDay = DAYS[DAYS.indexOf(day) + step[0]];
    const toSlot = SLOTS[Math.max(0, Math.min(SLOTS.length - 1, SLOTS.indexOf(slot) + step[1]))]!;
    const cell = document.querySelector<HTMLElement>(`.hour-cell[data-day="${toDay}"][data-slot="${toSlot}"]`);
    if (!cell || !toDay) return;
    cell.focus();
    if (event.shiftKey) set(toDay, toSlot, isOpen(day, slot));
  };
  const stop = (): void => void (painting.current = null);
  return (
    <div className="hours-scroll">
      <table className="hours" aria-label={words.grid} onPointerUp={stop} onPointerLeave={stop}>
        <thead>
          <tr>
            <td />
            {HOURS.map((hour) => (
              <th key={hour} scope="col" colSpan={2}>
                {hour}h
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <tr key={day}>
              <th scope="row">{words.days[day]}</th>
              {day === 'sunday' ? (
                <td colSpan={SLOTS.length} className="hours-closed">
                  {words.always}
                </td>
              ) : (
                SLOTS.map((slot) => (
                  <td key={slot}>
                    <button
                      type="button"
                      className="hour-cell"
                      data-day={day}
                      data-slot={slot}
                      tabIndex={standsOn.day === day && standsOn.slot === slot ? 0 : -1}
                      aria-pressed={PRESSED[slotState(week[day], slot)]}
                      aria-label={words.cell(words.days[day], clock(slot), clock(slot + SLOT))}
                      onFocus={() => setStandsOn({ day, slot })}
                      onKeyDown={(event) => walk(event, day, slot)}
                      onPointerDown={(event) => {
                        // A finger would otherwise stay with the cell it came down on.
                        event.currentTarget.releasePointerCapture(event.pointerId);
                        painting.current = !isOpen(day, slot);
                        set(day, slot, painting.current);
                      }}
                      onPointerEnter={() => painting.current !== null && set(day, slot, painting.current)}
                      onClick={(event) => {
                        // By keyboard there was no pointer that painted already.
                        if (event.detail === 0) set(day, slot, !isOpen(day, slot));
                      }}
                    />
                  </td>
                ))
              )}
              <td className="hours-written tabular">
                {week[day].map(([from, to]) => (
                  <span key={from}>
                    {from}–{to}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const PRESSED = { open: true, closed: false, part: 'mixed' } as const;
