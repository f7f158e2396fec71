import type { WeekWindow } from '../../../core/calendar/index.ts';
import { edit, useEditor } from '../document/store.ts';
import { Button } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';
import { CityHolidays } from './CityHolidays.tsx';
import { WEEK_OPEN } from './week-hours.ts';
import { WeekGrid } from './WeekGrid.tsx';

/** When people may be contacted: the week, and the holidays of the city. */
export function HoursTab() {
  const t = useT();
  const words = t.settings.hours;
  const windows = useEditor((state) => state.document.policies.windows);
  const put = (week: WeekWindow): void => void edit({ kind: 'setPolicies', patch: { windows: { ...windows, default: week } } }, { mergeKey: 'windows' });
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
      <WeekGrid week={windows.default} onChange={put} />
      <p className="field-help">{words.keys}</p>
      <p className="note">{words.legal}</p>
      <CityHolidays />
    </>
  );
}
