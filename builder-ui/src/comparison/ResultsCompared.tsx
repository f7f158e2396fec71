import type { Channel } from '../../../core/case/channel.ts';
import type { SimulationResults } from '../../../core/simulation/types.ts';
import { reasonWords } from '../simulation/words.ts';
import { useT } from '../strings/index.ts';
import { measuresOf, verdictOn, type Measure } from './measures.ts';
import { RESULTS_ID } from './link-ids.ts';
import { VerdictMark } from './VerdictMark.tsx';
import { difference, direction, written } from './written.ts';

/** Both runs, figure by figure, each difference in words. */
export function ResultsCompared({
  before,
  after,
  names,
  setup,
}: {
  before: SimulationResults;
  after: SimulationResults;
  names: readonly [string, string];
  setup: string;
}) {
  const t = useT();
  const words = t.comparison;
  const measures = measuresOf(before, after);
  const groups: { title: string; rows: { measure: Measure; name: string }[] }[] = [
    { title: words.groups.outcome, rows: measures.main.map((measure) => ({ measure, name: words.measures[measure.id] })) },
    { title: words.groups.channels, rows: measures.channels.map((measure) => ({ measure, name: t.labels.channels[measure.id as Channel] })) },
    { title: words.groups.refusals, rows: measures.refusals.map((measure) => ({ measure, name: reasonWords(measure.id) })) },
  ];
  return (
    <section id={RESULTS_ID} tabIndex={-1} className="vs-results" aria-label={words.results}>
      <h2>{words.results}</h2>
      <p className="vs-setup">{setup}</p>
      <table className="vs-table tabular">
        <thead>
          <tr>
            <td />
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        {groups
          .filter(({ rows }) => rows.length > 0)
          .map(({ title, rows }) => (
            <tbody key={title}>
              <tr>
                <th scope="rowgroup" colSpan={4} className="vs-group">
                  {title}
                </th>
              </tr>
              {rows.map(({ measure, name }) => (
                <tr key={measure.id}>
                  <th scope="row">{name}</th>
                  <td data-version={names[0]}>{written(measure.before, measure, t)}</td>
                  <td data-version={names[1]}>{written(measure.after, measure, t)}</td>
                  <td className={`vs-difference is-${verdictOn(measure)}`}>
                    <VerdictMark measure={measure} />
                    {words.differs[direction(measure)](difference(measure, t))}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
      </table>
      <p className="note">{words.luck}</p>
    </section>
  );
}
