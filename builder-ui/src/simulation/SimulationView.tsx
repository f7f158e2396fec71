import { lazy, Suspense, useEffect } from 'react';
import { ComparePanel } from '../comparison/ComparePanel.tsx';
import { CompareStage } from '../comparison/CompareStage.tsx';
import { useComparison } from '../comparison/use-comparison.ts';
import { useNarrow } from '../shell/narrow.ts';
import { useT } from '../strings/index.ts';
import { AssumptionsPanel } from './assumptions/AssumptionsPanel.tsx';
import { DebtorDots } from './dots/DebtorDots.tsx';
import { DotLegend } from './dots/DotLegend.tsx';
import { usePanel, showPanel, type Panel } from './panel.ts';
import { PersonPanel } from './PersonPanel.tsx';
import { Playback } from './Playback.tsx';
import { leaveSimulation } from './playback.ts';
import { ResultsPanel } from './ResultsPanel.tsx';
import { SetupBar } from './SetupBar.tsx';
import './simulation.css';
import { useSimulation } from './store.ts';
import { StandingRuler } from './StandingRuler.tsx';

const RulerCanvas = lazy(() => import('../canvas/RulerCanvas.tsx'));
const PANELS: readonly Panel[] = ['results', 'person', 'compare', 'assumptions'];
/** On a phone the ruler is one of the things to look at; elsewhere it is always there. */
const PHONE_PANELS: readonly Panel[] = ['ruler', ...PANELS];

/** The cadence at work on a portfolio: the ruler with the cases along its lines, the days underneath, what it comes to beside. */
export default function SimulationView() {
  const t = useT();
  const narrow = useNarrow();
  const panels = narrow ? PHONE_PANELS : PANELS;
  const wanted = usePanel((state) => state.panel);
  const panel = wanted !== null && panels.includes(wanted) ? wanted : panels[0]!;
  const problem = useSimulation((state) => state.problem);
  const comparison = useComparison(panel === 'compare');
  useEffect(() => leaveSimulation, []);
  return (
    <div className="simulation">
      <div className="simulation-stage">
        <SetupBar comparing={comparison !== null} />
        {problem && (
          <p className="bar bar-warning" role="alert">
            {problem}
          </p>
        )}
        {!narrow && (comparison ? <CompareStage comparison={comparison} /> : <Stage />)}
      </div>
      <aside className="simulation-panel" aria-label={t.simulation.panel}>
        <div className="panel-tabs" role="group" aria-label={t.simulation.panel}>
          {panels.map((candidate) => (
            <button key={candidate} type="button" aria-pressed={panel === candidate} onClick={() => showPanel(candidate)}>
              {t.simulation.tabs[candidate]}
            </button>
          ))}
        </div>
        <div className="panel-body">
          {panel === 'ruler' && <StandingRuler />}
          {panel === 'results' && <ResultsPanel />}
          {panel === 'person' && <PersonPanel />}
          {comparison && <ComparePanel comparison={comparison} />}
          {comparison && narrow && <CompareStage comparison={comparison} />}
          {panel === 'assumptions' && <AssumptionsPanel />}
        </div>
      </aside>
      {narrow && !comparison && <Playback />}
    </div>
  );
}

function Stage() {
  const t = useT();
  return (
    <>
      <div className="simulation-ruler">
        <Suspense fallback={<p className="loading">{t.app.loading}</p>}>
          <RulerCanvas>
            <DebtorDots />
          </RulerCanvas>
        </Suspense>
        <DotLegend />
      </div>
      <Playback />
    </>
  );
}
