import { memo, useDeferredValue, useMemo } from 'react';
import { CHANNELS } from '../../../core/case/channel.ts';
import { ownValue } from '../../../core/json/own-value.ts';
import { formatMoney } from '../../../core/money.ts';
import { HUMAN_TASK_KINDS } from '../../../core/simulation/types.ts';
import { t, useT } from '../strings/index.ts';
import { AreaChart, Bars, DayColumns, type Series } from './charts.tsx';
import { useSimulation, type Run } from './store.ts';
import { costPerRealCents, figuresUpTo } from './figures.ts';
import { reasonWords, trackWords } from './words.ts';

const whole = (value: number): string => Math.round(value).toLocaleString(t().app.locale);
/** `R$ 12 mil`: an axis has no room for cents. */
const shortMoney = (cents: number): string => `R$ ${(cents / 100).toLocaleString(t().app.locale, { notation: 'compact', maximumFractionDigits: 1 })}`;

export function ResultsPanel() {
  const t = useT();
  const run = useSimulation((state) => state.run);
  const shownDay = useSimulation((state) => state.shownDay);
  if (!run || run.days.length === 0) {
    return (
      <div className="panel-empty">
        <h2>{t.simulation.title}</h2>
        <p>{t.simulation.intro}</p>
        <p>{t.simulation.empty}</p>
      </div>
    );
  }
  return <Deferred run={run} shownDay={shownDay} />;
}

/** The plots follow a breath behind: dragging the day and receiving results stay smooth meanwhile. */
function Deferred({ run, shownDay }: { run: Run; shownDay: number }) {
  return <Results run={useDeferredValue(run)} shownDay={useDeferredValue(shownDay)} />;
}

const Results = memo(function Results({ run, shownDay }: { run: Run; shownDay: number }) {
  const t = useT();
  const figures = useMemo(() => figuresUpTo(run.days, shownDay), [run.days, shownDay]);
  const charts = useMemo(() => chartsOf(run), [run]);
  const { results } = run;
  const perReal = costPerRealCents(figures);
  return (
    <>
      <dl className="headline">
        <div className="is-main">
          <dt>{t.simulation.recovered}</dt>
          <dd>
            <b className="tabular">{formatMoney(figures.recoveredCents)}</b>
            {results && <span>{t.simulation.ofOwed(formatMoney(results.owedCents))}</span>}
          </dd>
        </div>
        <div>
          <dt>{t.simulation.settled}</dt>
          <dd>
            <b className="tabular">{whole(figures.settled)}</b>
            {results && <span>{t.simulation.ofCases(whole(results.cases))}</span>}
          </dd>
        </div>
        <div>
          <dt>{t.simulation.contacts}</dt>
          <dd>
            <b className="tabular">{whole(figures.contacts)}</b>
            {results && (
              <span>{t.simulation.perDebtor((figures.contacts / Math.max(1, results.cases)).toLocaleString(t.app.locale, { maximumFractionDigits: 1 }))}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t.simulation.cost}</dt>
          <dd>
            <b className="tabular">{formatMoney(figures.costCents)}</b>
            <span>{t.simulation.perReal(perReal.toLocaleString(t.app.locale, { maximumFractionDigits: 1 }))}</span>
          </dd>
        </div>
      </dl>
      <AreaChart title={t.simulation.chartRecovered} series={charts.recovered} format={shortMoney} shown={shownDay} />
      {figures.refusals.length > 0 ? (
        <Bars title={t.simulation.chartRefusals} rows={figures.refusals.map(([code, value]) => ({ name: reasonWords(code), value }))} format={whole} />
      ) : (
        <p className="note">{t.simulation.noRefusals}</p>
      )}
      <Bars
        title={t.simulation.chartChannels}
        rows={figures.channels.map(([channel, value]) => ({ name: t.labels.channels[channel], value }))}
        format={whole}
      />
      <DayColumns title={t.simulation.chartLoad} series={charts.load} format={whole} shown={shownDay} />
      {charts.human.length > 0 && <DayColumns title={t.simulation.chartHuman} series={charts.human} format={whole} shown={shownDay} />}
      {results && (
        <Bars
          title={t.simulation.chartContacts}
          rows={results.contactsPerDebtor.map((value, contacts) => ({ name: String(contacts), value }))}
          format={whole}
        />
      )}
    </>
  );
});

function chartsOf(run: Run): { recovered: Series[]; load: Series[]; human: Series[] } {
  const { days } = run;
  const { document } = run.setup;
  const words = t().simulation.tasks;
  const trackIds = [...new Set(days.flatMap((day) => Object.keys(day.recoveredByTrack)))];
  const recovered = trackIds.map((trackId): Series => {
    let sum = 0;
    return { name: trackWords(document, trackId), values: days.map((day) => (sum += ownValue(day.recoveredByTrack, trackId) ?? 0)) };
  });
  const load = CHANNELS.map((channel): Series => ({ name: t().labels.channels[channel], values: days.map((day) => day.contacts[channel] ?? 0) })).filter(
    (series) => series.values.some((value) => value > 0),
  );
  const human = HUMAN_TASK_KINDS.map((kind): Series => ({ name: words[kind], values: days.map((day) => day.humanTasks[kind] ?? 0) })).filter((series) =>
    series.values.some((value) => value > 0),
  );
  return { recovered, load, human };
}
