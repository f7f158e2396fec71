import type { Cents } from '../../../core/money.ts';
import { useT } from '../strings/index.ts';
import { NumberField } from './NumberField.tsx';

const LARGEST_REAIS = 100_000_000;

/** An amount in reais as people write it; integer cents outside. */
export function MoneyField({
  label,
  cents,
  onChange,
  help,
  optional,
  placeholder,
}: {
  label: string;
  cents: Cents | null;
  onChange: (cents: Cents | null) => void;
  help?: string;
  optional?: boolean;
  placeholder?: string;
}) {
  const t = useT();
  return (
    <NumberField
      label={label}
      value={cents === null ? null : cents / 100}
      onChange={(reais) => onChange(reais === null ? null : Math.round(reais * 100))}
      min={0}
      max={LARGEST_REAIS}
      decimals={2}
      fixed
      prefix="R$"
      {...(help ? { help } : {})}
      {...(optional ? { optional } : {})}
      {...(placeholder ? { placeholder } : {})}
      outOfRange={t.inspector.range}
    />
  );
}
