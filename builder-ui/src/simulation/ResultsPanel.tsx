import { memo, useDeferredValue, useMemo } from 'react';
import { CHANNELS } from '../../../core/case/channel.ts';
import { formatCivilDate } from '../../../core/civil-date.ts';
import { ownValue } from '../../../core/json/own-value.ts';
import { formatMoney } from '../../../core/money.ts';
import { HUMAN_TASK_KINDS, type SimulatedDay } from '../../../core/simulation/types.ts';
import { t, useT } from '../strings/index.ts';
import { AreaChart, Bars, DayColumns, LineChart, type Series } from './charts.tsx';
import { useSimulation, type Run } from './store.ts';
import { costPerRealCents, figuresUpTo } from './figures.ts';
import { reasonWords, trackWords } from './words.ts';

const count = (value: number): string => Math.round(value).toLocaleString(t().app.locale);
const hours = (minutes: number): string => (minutes / 60).toLocaleString(t().app.locale, { maximumFractionDigits: 1 });
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
  // The days shown so far, or those of a run that was stopped, add up to less than was asked for: figures then say until when.
  const whole = results !== null && run.days.length >= run.setup.days && shownDay >= run.days.length - 1;
  const brings = figures.recoveredCents - figures.withoutCents;
  const shownDate = formatCivilDate(run.days[Math.min(shownDay, run.days.length - 1)]!.on);
  const perReal = costPerRealCents(figures);
  return (
    <>
      <dl className="headline">
        <div className="is-main">
          <dt>{brings < 0 ? t.simulation.bringsLess : t.simulation.brings}</dt>
          <dd>
            <b className="tabular">{formatMoney(Math.abs(brings))}</b>
            <span>
              {whole
                ? t.simulation.withLuck(formatMoney(results.difference.lowCents), formatMoney(results.difference.highCents))
                : t.simulation.upTo(shownDate)}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t.simulation.recovered}</dt>
          <dd>
            <b className="tabular">{formatMoney(figures.recoveredCents)}</b>
            {results && <span>{t.simulation.ofOwed(formatMoney(results.owedCents))}</span>}
          </dd>
        </div>
        <div>
          <dt>{t.simulation.withoutCadence}</dt>
          <dd>
            <b className="tabular">{formatMoney(figures.withoutCents)}</b>
            <span>{t.simulation.withoutCadenceHelp}</span>
          </dd>
        </div>
        <div>
          <dt>{t.simulation.settled}</dt>
          <dd>
            <b className="tabular">{count(figures.settled)}</b>
            {results && <span>{t.simulation.ofCases(count(results.cases))}</span>}
          </dd>
        </div>
        <div>
          <dt>{t.simulation.contacts}</dt>
          <dd>
            <b className="tabular">{count(figures.contacts)}</b>
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
        {whole && results.forgivenCents > 0 && (
          <div>
            <dt>{t.simulation.forgiven}</dt>
            <dd>
              <b className="tabular">{formatMoney(results.forgivenCents)}</b>
              <span>{t.simulation.forgivenHelp}</span>
            </dd>
          </div>
        )}
        {figures.humanMinutes > 0 && (
          <div>
            <dt>{t.simulation.work}</dt>
            <dd>
              <b className="tabular">{t.simulation.hours(hours(figures.humanMinutes))}</b>
              <span>{t.simulation.busiestDay(hours(figures.mostMinutes))}</span>
            </dd>
          </div>
        )}
      </dl>
      <LineChart title={t.simulation.chartWithout} series={charts.without} format={shortMoney} shown={shownDay} />
      <AreaChart title={t.simulation.chartRecovered} series={charts.recovered} format={shortMoney} shown={shownDay} />
      {figures.refusals.length > 0 ? (
        <Bars title={t.simulation.chartRefusals} rows={figures.refusals.map(([code, value]) => ({ name: reasonWords(code), value }))} format={count} />
      ) : (
        <p className="note">{t.simulation.noRefusals}</p>
      )}
      <Bars
        title={t.simulation.chartChannels}
        rows={figures.channels.map(([channel, value]) => ({ name: t.labels.channels[channel], value }))}
        format={count}
      />
      <DayColumns title={t.simulation.chartLoad} series={charts.load} format={count} shown={shownDay} />
      {figures.humanMinutes > 0 && <DayColumns title={t.simulation.chartWork} series={charts.work} format={(value) => hours(value)} shown={shownDay} />}
      {charts.human.length > 0 && <DayColumns title={t.simulation.chartHuman} series={charts.human} format={count} shown={shownDay} />}
      {results && (
        <Bars
          title={t.simulation.chartContacts}
          rows={results.contactsPerDebtor.map((value, contacts) => ({ name: String(contacts), value }))}
          format={count}
        />
      )}
    </>
  );
});

function chartsOf(run: Run): { recovered: Series[]; without: Series[]; load: Series[]; work: Series[]; human: Series[] } {
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
  const running = (read: (day: SimulatedDay) => number): number[] => {
    let sum = 0;
    return days.map((day) => (sum += read(day)));
  };
  const without: Series[] = [
    { name: t().simulation.withCadence, values: running((day) => day.recoveredCents) },
    { name: t().simulation.withoutCadence, values: running((day) => day.withoutCadenceCents) },
  ];
  const work: Series[] = [{ name: t().simulation.work, values: days.map((day) => day.humanMinutes) }];
  return { recovered, without, load, work, human };
}
