import { useRef } from 'react';
import type { WeekWindow, Weekday } from '../../../core/calendar/index.ts';
import { edit, useEditor } from '../document/store.ts';
import { Button } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';
import { CityHolidays } from './CityHolidays.tsx';
import { hoursOf, rangesOf, WEEK_OPEN, type OpenHours } from './week-hours.ts';

const DAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const FIRST = 7;
const LAST = 21;
const HOURS = Array.from({ length: LAST - FIRST }, (_, index) => FIRST + index);

/** The week as a grid of hours: click or drag to open and close, arrows and space by keyboard. */
export function HoursTab() {
  const t = useT();
  const words = t.settings.hours;
  const windows = useEditor((state) => state.document.policies.windows);
  const open = hoursOf(windows.default);
  const painting = useRef<boolean | null>(null);
  const put = (week: WeekWindow): void => void edit({ kind: 'setPolicies', patch: { windows: { ...windows, default: week } } }, { mergeKey: 'windows' });
  const set = (day: Weekday, hour: number, isOpen: boolean): void => {
    if (open[day].has(hour) === isOpen || day === 'sunday') return;
    const hours = new Set(open[day]);
    if (isOpen) hours.add(hour);
    else hours.delete(hour);
    put({ ...windows.default, [day]: rangesOf(hours) });
  };
  const walk = (event: React.KeyboardEvent<HTMLButtonElement>): void => {
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!step) return;
    event.preventDefault();
    const { day, hour } = event.currentTarget.dataset;
    const row = DAYS[DAYS.indexOf(day as Weekday) + step[0]!];
    document.querySelector<HTMLElement>(`.hour-cell[data-day="${row}"][data-hour="${Number(hour) + step[1]!}"]`)?.focus();
  };
  return (
    <>
      <p className="field-help">{words.help}</p>
      <div className="button-row">
        <Button small onClick={() => put(WEEK_OPEN.business)}>
          {words.business}
        </Button>
        <Button small onClick={() => put(WEEK_OPEN.wide)}>
          {words.wide}
        </Button>
        <Button small onClick={() => put(WEEK_OPEN.closed)}>
          {words.clear}
        </Button>
      </div>
      <div className="hours-scroll">
        <table className="hours" aria-label={words.grid} onPointerUp={() => (painting.current = null)} onPointerLeave={() => (painting.current = null)}>
          <thead>
            <tr>
              <td />
              {HOURS.map((hour) => (
                <th key={hour} scope="col">
                  {hour}h
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {DAYS.map((day, row) => (
              <tr key={day}>
                <th scope="row">{words.days[day]}</th>
                {day === 'sunday' ? (
                  <td colSpan={HOURS.length} className="hours-closed">
                    {words.always}
                  </td>
                ) : (
                  HOURS.map((hour, column) => (
                    <td key={hour}>
                      <button
                        type="button"
                        className="hour-cell"
                        data-day={day}
                        data-hour={hour}
                        tabIndex={row === 0 && column === 0 ? 0 : -1}
                        aria-pressed={open[day].has(hour)}
                        aria-label={words.cell(words.days[day], `${hour}h`, open[day].has(hour))}
                        onKeyDown={walk}
                        onPointerDown={() => (painting.current = !open[day].has(hour))}
                        onPointerEnter={() => painting.current !== null && set(day, hour, painting.current)}
                        onClick={() => {
                          set(day, hour, painting.current ?? !open[day].has(hour));
                          painting.current = null;
                        }}
                      />
                    </td>
                  ))
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PartialHours open={open} week={windows.default} />
      <p className="note">{words.legal}</p>
      <CityHolidays />
    </>
  );
}

/** Hours that a whole-hour grid can't show (09:30) stay as they are until that day is touched, and are told. */
function PartialHours({ open, week }: { open: OpenHours; week: WeekWindow }) {
  const t = useT();
  const odd = DAYS.filter((day) => JSON.stringify(rangesOf(open[day])) !== JSON.stringify(week[day]));
  if (odd.length === 0) return null;
  return (
    <p className="field-help">{odd.map((day) => `${t.settings.hours.days[day]}: ${week[day].map(([from, to]) => `${from}–${to}`).join(', ')}`).join('; ')}</p>
  );
}
