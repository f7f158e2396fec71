import { useId, type ReactNode } from 'react';
import { useT } from '../strings/index.ts';

/** Small plots of our own: a chart library weighs more than all of them, and none speaks with our tokens. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

const WIDTH = 420;
const HEIGHT = 150;
const LEFT = 68;
const BOTTOM = 20;
const TOP = 8;
const SERIES = 5;
const colour = (index: number): string => `var(--series-${(index % SERIES) + 1})`;

function Figure({ title, children, table }: { title: string; children: ReactNode; table: ReactNode }) {
  const t = useT();
  const id = useId();
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      {children}
      <details>
        <summary>{t.simulation.legendTable}</summary>
        {table}
      </details>
    </figure>
  );
}

function Legend({ names }: { names: readonly string[] }) {
  return (
    <ul className="legend">
      {names.map((name, index) => (
        <li key={name}>
          <i style={{ background: colour(index) }} aria-hidden />
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Stacked areas over days, with a mark at the day shown. */
export function AreaChart({ title, series, format, shown }: { title: string; series: readonly Series[]; format: (value: number) => string; shown: number }) {
  const length = Math.max(1, ...series.map((one) => one.values.length));
  const totals = Array.from({ length }, (_, day) => series.reduce((sum, one) => sum + (one.values[day] ?? 0), 0));
  const top = niceTop(Math.max(...totals));
  const x = (day: number): number => LEFT + (day / Math.max(1, length - 1)) * (WIDTH - LEFT - 6);
  const y = (value: number): number => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const base = new Array<number>(length).fill(0);
  const areas = series.map((one) => {
    const lower = base.map((value, day) => `${x(day)},${y(value)}`).toReversed();
    for (let day = 0; day < length; day++) base[day]! += one.values[day] ?? 0;
    return `M${[...base.map((value, day) => `${x(day)},${y(value)}`), ...lower].join('L')}Z`;
  });
  return (
    <Figure title={title} table={<DayTable series={series} format={format} />}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        <Axis top={top} format={format} y={y} />
        {areas.map((path, index) => (
          <path key={index} d={path} fill={colour(index)} fillOpacity={0.85} />
        ))}
        <line className="chart-now" x1={x(shown)} x2={x(shown)} y1={TOP} y2={HEIGHT - BOTTOM} />
        <DayTicks length={length} x={x} />
      </svg>
      {series.length > 1 && <Legend names={series.map((one) => one.name)} />}
    </Figure>
  );
}

/** Lines over days, not stacked, with a mark at the day shown. */
export function LineChart({ title, series, format, shown }: { title: string; series: readonly Series[]; format: (value: number) => string; shown: number }) {
  const length = Math.max(1, ...series.map((one) => one.values.length));
  const top = niceTop(Math.max(1, ...series.flatMap((one) => one.values)));
  const x = (day: number): number => LEFT + (day / Math.max(1, length - 1)) * (WIDTH - LEFT - 6);
  const y = (value: number): number => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  return (
    <Figure title={title} table={<DayTable series={series} format={format} />}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        <Axis top={top} format={format} y={y} />
        {series.map((one, index) => (
          <polyline
            key={one.name}
            points={one.values.map((value, day) => `${x(day)},${y(value)}`).join(' ')}
            fill="none"
            stroke={colour(index)}
            strokeWidth={2.2}
            strokeDasharray={index === 0 ? undefined : '5 4'}
          />
        ))}
        <line className="chart-now" x1={x(shown)} x2={x(shown)} y1={TOP} y2={HEIGHT - BOTTOM} />
        <DayTicks length={length} x={x} />
      </svg>
      <Legend names={series.map((one) => one.name)} />
    </Figure>
  );
}

/** Stacked columns, one per day. */
export function DayColumns({ title, series, format, shown }: { title: string; series: readonly Series[]; format: (value: number) => string; shown: number }) {
  const length = Math.max(1, ...series.map((one) => one.values.length));
  const totals = Array.from({ length }, (_, day) => series.reduce((sum, one) => sum + (one.values[day] ?? 0), 0));
  const top = niceTop(Math.max(1, ...totals));
  const width = (WIDTH - LEFT - 6) / length;
  const y = (value: number): number => TOP + (1 - value / top) * (HEIGHT - TOP - BOTTOM);
  const paths = series.map((one, index) =>
    one.values
      .map((value, day) => {
        if (value === 0) return '';
        const below = series.slice(0, index).reduce((sum, other) => sum + (other.values[day] ?? 0), 0);
        return `M${LEFT + day * width},${y(below)}V${y(below + value)}h${Math.max(0.8, width - 0.6)}V${y(below)}Z`;
      })
      .join(''),
  );
  return (
    <Figure title={title} table={<DayTable series={series} format={format} />}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        <Axis top={top} format={format} y={y} />
        {paths.map((path, index) => (
          <path key={index} d={path} fill={colour(index)} />
        ))}
        <line className="chart-now" x1={LEFT + (shown + 0.5) * width} x2={LEFT + (shown + 0.5) * width} y1={TOP} y2={HEIGHT - BOTTOM} />
        <DayTicks length={length} x={(day) => LEFT + (day + 0.5) * width} />
      </svg>
      {series.length > 1 && <Legend names={series.map((one) => one.name)} />}
    </Figure>
  );
}

/** Lying bars, longest first; plain HTML, so that the words wrap and the numbers can be read out. */
export function Bars({
  title,
  rows,
  format,
}: {
  title: string;
  rows: readonly { readonly name: string; readonly value: number }[];
  format: (value: number) => string;
}) {
  const id = useId();
  const largest = Math.max(1, ...rows.map((row) => row.value));
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>{title}</figcaption>
      <dl className="bars">
        {rows.map((row) => (
          <div key={row.name}>
            <dt>{row.name}</dt>
            <dd>
              <i style={{ width: `${(row.value / largest) * 100}%` }} aria-hidden />
              <span className="tabular">{format(row.value)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

function Axis({ top, format, y }: { top: number; format: (value: number) => string; y: (value: number) => number }) {
  return [0, 0.5, 1].map((share) => (
    <g key={share} className="chart-axis">
      <line x1={LEFT} x2={WIDTH - 6} y1={y(top * share)} y2={y(top * share)} />
      <text x={LEFT - 6} y={y(top * share) + 4} textAnchor="end">
        {format(top * share)}
      </text>
    </g>
  ));
}

function DayTicks({ length, x }: { length: number; x: (day: number) => number }) {
  const every = length <= 40 ? 10 : length <= 130 ? 30 : 60;
  return Array.from({ length: Math.floor((length - 1) / every) + 1 }, (_, index) => (
    <text key={index} className="chart-day" x={x(index * every)} y={HEIGHT - 4} textAnchor="middle">
      {index * every + 1}
    </text>
  ));
}

const WEEK = 7;

/** Week by week, because hundreds of daily rows tell nobody anything. */
function DayTable({ series, format }: { series: readonly Series[]; format: (value: number) => string }) {
  const t = useT();
  const length = Math.max(0, ...series.map((one) => one.values.length));
  const days = Array.from({ length: Math.ceil(length / WEEK) }, (_, week) => Math.min(length - 1, week * WEEK + WEEK - 1));
  return (
    <div className="chart-table" tabIndex={0} role="group">
      <table className="tabular">
        <thead>
          <tr>
            <th scope="col">{t.simulation.day}</th>
            {series.map((one) => (
              <th key={one.name} scope="col">
                {one.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{day + 1}</th>
              {series.map((one) => (
                <td key={one.name}>{format(one.values[day] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function niceTop(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  for (const step of [1, 2, 2.5, 5, 10]) if (value <= step * power) return step * power;
  return value;
}
