import type { AnyWords } from '../../../core/cadence/definitions/words.ts';
import type { Field as FieldDefinition } from '../../../core/cadence/definitions/field.ts';
import { Field, Switch } from '../parts/Field.tsx';
import { MoneyField } from '../parts/MoneyField.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';

/** Numbers without an end in the document get one in the form, so that a slip of the finger is seen. */
const ENDLESS = 100_000;

/**
 * The control for one field, with the limits and words of its definition. A choice with a single option has nothing to ask.
 * Ids, lists and rows need a form of their own.
 * @param onChange undefined = absent
 */
export function DefinedField({
  field,
  words,
  value,
  onChange,
}: {
  field: FieldDefinition;
  words: AnyWords;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const t = useT();
  const optional = 'optional' in field && field.optional === true;
  const help = [words.help, optional && words.absent && field.kind !== 'choice' ? t.inspector.emptyMeans(words.absent) : undefined].filter(Boolean).join(' ');
  const about = { label: words.label, ...(help ? { help } : {}), ...(words.placeholder ? { placeholder: words.placeholder } : {}) };
  switch (field.kind) {
    case 'text': {
      const change = (text: string): void => {
        if (text === '' && optional) onChange(undefined);
        else if (text.length >= (field.minLength ?? 0)) onChange(text);
      };
      const shared = {
        className: 'input',
        required: (field.minLength ?? 0) > 0,
        maxLength: field.maxLength,
        value: String(value ?? ''),
        ...(words.placeholder ? { placeholder: words.placeholder } : {}),
      };
      return (
        <Field {...about}>
          {(wiring) =>
            field.rows === undefined ? (
              <input {...wiring} {...shared} onChange={(event) => change(event.target.value)} />
            ) : (
              <textarea {...wiring} {...shared} rows={field.rows} onChange={(event) => change(event.target.value)} />
            )
          }
        </Field>
      );
    }
    case 'number':
      return (
        <NumberField
          {...about}
          value={(value as number | undefined) ?? null}
          min={field.min}
          max={field.max ?? ENDLESS}
          optional={optional}
          {...(field.fractional ? { decimals: 2 } : {})}
          {...(field.unit ? { suffix: field.unit } : {})}
          onChange={(next) => (next !== null || optional) && onChange(next ?? undefined)}
          outOfRange={t.inspector.range}
        />
      );
    case 'money':
      return (
        <MoneyField
          {...about}
          cents={(value as number | undefined) ?? null}
          optional={optional}
          onChange={(cents) => (cents !== null || optional) && onChange(optional && cents === 0 ? undefined : (cents ?? undefined))}
        />
      );
    case 'toggle':
      return <Switch label={words.label} {...(help ? { help } : {})} checked={value === true} onChange={onChange} />;
    case 'choice':
      if (field.options.length === 1 && !optional) return null;
      return (
        <Field {...about}>
          {(wiring) => (
            <select {...wiring} className="input" value={String(value ?? '')} onChange={(event) => onChange(event.target.value || undefined)}>
              {optional && <option value="">{capital(words.absent ?? '')}</option>}
              {field.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {words.options?.[option.value] ?? option.label}
                </option>
              ))}
            </select>
          )}
        </Field>
      );
    case 'id':
    case 'list':
    case 'rows':
      return null;
    default:
      return field satisfies never;
  }
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
