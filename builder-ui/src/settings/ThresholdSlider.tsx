import { useId, useMemo } from 'react';
import { useT } from '../strings/index.ts';

const BARS = 32;

/**
 * A threshold over the portfolio's own distribution. The scale ends at the 97th percentile, so that a few very large
 * values don't squeeze everybody else into one bar; the slider's own end means "no condition".
 */
export function ThresholdSlider({
  label,
  values,
  value,
  keeps,
  step,
  largest,
  format,
  onChange,
}: {
  label: string;
  values: readonly number[];
  value: number | null;
  keeps: 'above' | 'below';
  step: number;
  largest?: number;
  format: (value: number) => string;
  onChange: (value: number | null) => void;
}) {
  const t = useT();
  const id = useId();
  const top = useMemo(() => {
    if (largest !== undefined) return largest;
    const sorted = values.toSorted((a, b) => a - b);
    const end = sorted[Math.floor(sorted.length * 0.97)] ?? 100;
    return Math.max(step * 10, Math.ceil(end / step) * step);
  }, [values, largest, step]);
  const counts = useMemo(() => {
    const bars = new Array<number>(BARS).fill(0);
    for (const each of values) bars[Math.min(BARS - 1, Math.floor((each / top) * BARS))]! += 1;
    return bars;
  }, [values, top]);
  const highest = Math.max(1, ...counts);
  const off = keeps === 'above' ? 0 : top;
  const shown = Math.min(value ?? off, top);
  const text = value === null ? t.settings.tiers.off : format(value);
  return (
    <div className="threshold">
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className={value === null ? 'is-off' : ''}>
        {text}
      </output>
      <svg viewBox={`0 0 ${BARS} 10`} preserveAspectRatio="none" aria-hidden>
        {counts.map((count, index) => {
          const middle = ((index + 0.5) / BARS) * top;
          const kept = value === null || (keeps === 'above' ? middle >= value : middle <= value);
          const height = Math.max(count > 0 ? 0.4 : 0, (count / highest) * 10);
          return <rect key={index} x={index + 0.08} y={10 - height} width={0.84} height={height} className={kept ? 'is-kept' : ''} />;
        })}
      </svg>
      <input
        id={id}
        type="range"
        min={0}
        max={top}
        step={step}
        value={shown}
        aria-valuetext={text}
        onChange={(event) => {
          const next = Number(event.target.value);
          onChange(next === off ? null : next);
        }}
      />
    </div>
  );
}
