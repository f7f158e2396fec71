import { lazy, Suspense, useEffect, useState } from 'react';
import { useNarrow } from '../shell/narrow.ts';
import { useT } from '../strings/index.ts';
import { AssumptionsPanel } from './AssumptionsPanel.tsx';
import { ComparePanel } from './ComparePanel.tsx';
import { PersonPanel } from './PersonPanel.tsx';
import { Playback } from './Playback.tsx';
import { ResultsPanel } from './ResultsPanel.tsx';
import { SetupBar } from './SetupBar.tsx';
import './simulation.css';
import { leaveSimulation, useSimulation } from './store.ts';

const RulerCanvas = lazy(() => import('../canvas/RulerCanvas.tsx'));
type Tab = 'results' | 'person' | 'compare' | 'assumptions';
const TABS: readonly Tab[] = ['results', 'person', 'compare', 'assumptions'];

/** The cadence at work on a portfolio: the ruler with the cases along its lines, the days underneath, what it comes to beside. */
export default function SimulationView() {
  const t = useT();
  const narrow = useNarrow();
  const [tab, setTab] = useState<Tab>('results');
  const problem = useSimulation((state) => state.problem);
  useEffect(() => leaveSimulation, []);
  return (
    <div className="simulation">
      <div className="simulation-stage">
        <SetupBar />
        {problem && (
          <p className="bar bar-warning" role="alert">
            {problem}
          </p>
        )}
        {!narrow && (
          <Suspense fallback={<p className="loading">{t.app.loading}</p>}>
            <RulerCanvas />
          </Suspense>
        )}
        <Playback />
      </div>
      <aside className="simulation-panel" aria-label={t.simulation.panel}>
        <div className="panel-tabs" role="group" aria-label={t.simulation.panel}>
          {TABS.map((candidate) => (
            <button key={candidate} type="button" aria-pressed={tab === candidate} onClick={() => setTab(candidate)}>
              {t.simulation.tabs[candidate]}
            </button>
          ))}
        </div>
        <div className="panel-body">
          {tab === 'results' && <ResultsPanel />}
          {tab === 'person' && <PersonPanel />}
          {tab === 'compare' && <ComparePanel />}
          {tab === 'assumptions' && <AssumptionsPanel />}
        </div>
      </aside>
    </div>
  );
}
