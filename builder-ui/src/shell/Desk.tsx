import { lazy, Suspense, useEffect } from 'react';
import { useEditor } from '../document/store.ts';
import { watchFindings } from '../findings/watch.ts';
import { FindingsPanel } from '../findings/FindingsPanel.tsx';
import { Inspector } from '../inspector/Inspector.tsx';
import { Palette } from '../palette/Palette.tsx';
import { useT } from '../strings/index.ts';
import './desk.css';
import { ElsewhereBar } from './ElsewhereBar.tsx';
import { useNarrow } from './narrow.ts';
import { ReadOnlyBar } from './ReadOnlyBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useView } from './view.ts';

const RulerCanvas = lazy(() => import('../canvas/RulerCanvas.tsx'));
const Outline = lazy(() => import('../outline/Outline.tsx'));
const SimulationView = lazy(() => import('../simulation/SimulationView.tsx'));

/** Begins with what the desk shows, however long that took to arrive: nothing that is not on the screen comes before it. */
function Checks() {
  useEffect(watchFindings, []);
  return null;
}

/** The working surface: bar, palette, ruler, details. */
export default function Desk() {
  const t = useT();
  const narrow = useNarrow();
  const view = useView((state) => state.view);
  const findingsOpen = useView((state) => state.findingsOpen);
  const inspectorOpen = useView((state) => state.inspectorOpen);
  const readOnly = useEditor((state) => state.readOnly);
  // On a phone, choosing something brings its details up.
  useEffect(() => {
    if (!narrow) return;
    return useEditor.subscribe((state, before) => {
      if (state.selected !== before.selected && state.selected.length === 1) useView.setState({ inspectorOpen: true });
    });
  }, [narrow]);
  useEffect(() => {
    if (narrow && useView.getState().view === 'ruler') useView.setState({ view: 'list' });
  }, [narrow]);
  const showPalette = !narrow && view !== 'simulation' && !readOnly;
  return (
    <div className={`desk ${showPalette ? 'has-palette' : ''} ${narrow ? 'is-narrow' : ''} view-${view}`}>
      <a className="skip-link" href="#main">
        {t.app.skipToCanvas}
      </a>
      <TopBar />
      {readOnly && <ReadOnlyBar />}
      <ElsewhereBar />
      <div className="desk-body">
        {showPalette && <Palette />}
        <main id="main" className="desk-main" tabIndex={-1}>
          <Suspense fallback={<p className="loading">{t.app.loading}</p>}>
            {view === 'ruler' && <RulerCanvas />}
            {view === 'list' && <Outline />}
            {view === 'simulation' && <SimulationView />}
            <Checks />
          </Suspense>
          {findingsOpen && <FindingsPanel />}
        </main>
        {(!narrow || inspectorOpen) && view !== 'simulation' && <Inspector />}
      </div>
    </div>
  );
}
