import { lazy, Suspense, useEffect, useState } from 'react';
import { AddMenu } from './palette/AddMenu.tsx';
import { DragGhost } from './canvas/DragGhost.tsx';
import { startAutosave } from './document/autosave.ts';
import { useEditor } from './document/store.ts';
import { LiveRegion } from './parts/LiveRegion.tsx';
import { Toasts } from './parts/Toasts.tsx';
import { DropFile } from './files/DropFile.tsx';
import { Dialogs } from './shell/Dialogs.tsx';
import { listenToShortcuts } from './shell/shortcuts.ts';
import { openFirst } from './start/open-first.ts';
import { useT } from './strings/index.ts';

const Desk = lazy(() => import('./shell/Desk.tsx'));
const Gallery = lazy(() => import('./gallery/Gallery.tsx'));

export function App() {
  const t = useT();
  const hasDocument = useEditor((state) => state.document !== undefined);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let alive = true;
    void openFirst().finally(() => alive && setReady(true));
    return () => {
      alive = false;
    };
  }, []);
  useEffect(() => {
    if (!hasDocument) return;
    const stops = [startAutosave((draft) => useEditor.setState({ document: draft.document, history: { past: [], future: [] } })), listenToShortcuts()];
    return () => stops.forEach((stop) => stop());
  }, [hasDocument]);
  return (
    <>
      <Suspense fallback={<p className="loading">{t.app.loading}</p>}>
        {!ready ? <p className="loading">{t.app.loading}</p> : hasDocument ? <Desk /> : <Gallery page />}
      </Suspense>
      <Dialogs />
      <AddMenu />
      <DragGhost />
      <DropFile />
      <Toasts />
      <LiveRegion />
    </>
  );
}
