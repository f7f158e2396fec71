import { useEffect, useState } from 'react';
import { t } from '../strings/index.ts';
import { Field } from './Field.tsx';

/**
 * A number as Brazilians write it (decimal comma). What is being typed stays as typed; only a number inside the bounds is handed on.
 * Empty is `null` when `optional`.
 */
export function NumberField({
  label,
  value,
  onChange,
  min,
  max,
  decimals = 0,
  fixed = false,
  prefix,
  suffix,
  help,
  optional,
  placeholder,
  outOfRange,
}: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
  decimals?: number;
  /** Always shown with all decimals, as amounts of money are. */
  fixed?: boolean;
  prefix?: string;
  suffix?: string;
  help?: string;
  optional?: boolean;
  placeholder?: string;
  outOfRange: (min: string, max: string) => string;
}) {
  const [text, setText] = useState(() => write(value, decimals, fixed));
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    if (!touched) setText(write(value, decimals, fixed));
  }, [value, decimals, fixed, touched]);
  const read = readNumber(text, decimals);
  const empty = text.trim() === '';
  const wrong = empty ? !optional : read === null || read < min || read > max;
  return (
    <Field label={label} help={help} error={wrong ? outOfRange(write(min, decimals), write(max, decimals)) : undefined}>
      {(wiring) => (
        <span className="number-box">
          {prefix && <span aria-hidden>{prefix}</span>}
          <input
            {...wiring}
            className="input"
            inputMode={decimals > 0 ? 'decimal' : 'numeric'}
            value={text}
            placeholder={placeholder}
            onFocus={() => setTouched(true)}
            onBlur={() => setTouched(false)}
            onChange={(event) => {
              setText(event.target.value);
              const next = readNumber(event.target.value, decimals);
              if (event.target.value.trim() === '' && optional) onChange(null);
              else if (next !== null && next >= min && next <= max) onChange(next);
            }}
          />
          {suffix && <span aria-hidden>{suffix}</span>}
        </span>
      )}
    </Field>
  );
}

function write(value: number | null, decimals: number, fixed = false): string {
  return value === null
    ? ''
    : value.toLocaleString(t().app.locale, { minimumFractionDigits: fixed ? decimals : 0, maximumFractionDigits: decimals, useGrouping: false });
}

function readNumber(text: string, decimals: number): number | null {
  const clean = text
    .trim()
    .replace(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  if (!/^-?\d+(\.\d+)?$/.test(clean)) return null;
  const value = Number(clean);
  const factor = 10 ** decimals;
  return Number.isFinite(value) && Math.abs(value * factor - Math.round(value * factor)) < 1e-6 ? value : null;
}
