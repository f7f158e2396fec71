import { useMemo } from 'react';
import { useEditor } from '../document/store.ts';
import { isRunning, useSimulation } from '../simulation/store.ts';
import { useT } from '../strings/index.ts';
import type { Strings } from '../strings/pt-BR/index.ts';
import './comparison.css';
import { ResultsCompared } from './ResultsCompared.tsx';
import { SideBySide, type NamedVersion } from './SideBySide.tsx';
import type { Comparison, FinishedRun } from './use-comparison.ts';

/** Both rulers, and below them what each would bring. */
export function CompareStage({ comparison }: { comparison: Comparison }) {
  const t = useT();
  const document = useEditor((state) => state.document);
  const { chosen, aligned, runs } = comparison;
  const waiting = useSimulation((state) => isRunning(state.run) || isRunning(state.other));
  const before = useMemo((): NamedVersion => ({ name: chosen.label, document: chosen.document }), [chosen.label, chosen.document]);
  const after = useMemo((): NamedVersion => ({ name: t.comparison.thisOne, document }), [t, document]);
  return (
    <div className="compare-stage">
      <SideBySide aligned={aligned} before={before} after={after} />
      {runs ? (
        <ResultsCompared before={runs.before.results} after={runs.after.results} names={[before.name, after.name]} setup={setupWords(runs.after, t)} />
      ) : (
        <section className="vs-results" aria-label={t.comparison.results}>
          <h2>{t.comparison.results}</h2>
          <p className="note">{waiting ? t.comparison.running : t.comparison.before}</p>
        </section>
      )}
    </div>
  );
}

const setupWords = ({ results, setup }: FinishedRun, t: Strings): string => t.comparison.setup(results.cases, setup.days, setup.seed);
