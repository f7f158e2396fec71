import { X } from 'lucide-react';
import { useState } from 'react';
import { type UF, UFS } from '../../../core/identity/uf.ts';
import { edit, useEditor } from '../document/store.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { useT } from '../strings/index.ts';
import { readHolidayDate, showHolidayDate } from './holiday-date.ts';

/** Municipal holidays, which no table ships: the user writes down those of the cities their clients live in. */
export function CityHolidays() {
  const words = useT().settings.hours.holidays;
  const holidays = useEditor((state) => state.document.policies.cityHolidays);
  const creditor = useEditor((state) => state.document.creditor);
  const [uf, setUf] = useState<string>(creditor.uf);
  const [city, setCity] = useState(creditor.city);
  const [day, setDay] = useState('');
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const on = readHolidayDate(day);
  const put = (cityHolidays: typeof holidays): void => void edit({ kind: 'setPolicies', patch: { cityHolidays } });
  return (
    <section className="city-holidays">
      <h4>{words.title}</h4>
      <p className="field-help">{words.help}</p>
      <form
        className="holiday-new"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (on === undefined || city.trim() === '') return;
          put([...holidays, { uf: uf as UF, city: city.trim(), on, name: name.trim() || words.unnamed }]);
          setDay('');
          setName('');
          setAsked(false);
        }}
      >
        <Field label={words.uf}>
          {(wiring) => (
            <select {...wiring} className="input" value={uf} onChange={(event) => setUf(event.target.value)}>
              {UFS.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={words.city} error={asked && city.trim() === '' ? words.cityMissing : undefined}>
          {(wiring) => <input {...wiring} className="input" maxLength={100} value={city} onChange={(event) => setCity(event.target.value)} />}
        </Field>
        <Field label={words.day} error={asked && on === undefined ? words.dayWrong : undefined}>
          {(wiring) => (
            <input {...wiring} className="input" maxLength={10} placeholder={words.dayExample} value={day} onChange={(event) => setDay(event.target.value)} />
          )}
        </Field>
        <Field label={words.name}>
          {(wiring) => <input {...wiring} className="input" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Button type="submit">{words.add}</Button>
      </form>
      <ul className="words">
        {holidays.map((holiday, index) => (
          <li key={`${holiday.uf}:${holiday.city}:${holiday.on}:${index}`}>
            <b>{showHolidayDate(holiday.on)}</b>
            <span>
              {holiday.name}, {holiday.city} ({holiday.uf})
            </span>
            <IconButton
              label={words.remove(holiday.name, holiday.city)}
              icon={<X size={15} aria-hidden />}
              onClick={() => put(holidays.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
