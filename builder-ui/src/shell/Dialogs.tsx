import { lazy, Suspense, useEffect } from 'react';
import { useView } from './view.ts';

const Gallery = lazy(() => import('../gallery/Gallery.tsx'));
const PublishDialog = lazy(() => import('../n8n/PublishDialog.tsx'));
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog.tsx'));
const FromN8nDialog = lazy(() => import('../n8n/FromN8nDialog.tsx'));
const LiveDialog = lazy(() => import('../n8n/LiveDialog.tsx'));
const SettingsDialog = lazy(() => import('../settings/SettingsDialog.tsx'));
const loadSearch = () => import('../search/SearchDialog.tsx');
const SearchDialog = lazy(loadSearch);
const VersionsDialog = lazy(() => import('../versions/VersionsDialog.tsx'));
const ShareDialog = lazy(() => import('../share/ShareDialog.tsx'));
const PictureDialog = lazy(() => import('../share/PictureDialog.tsx'));
const ImportReport = lazy(() => import('../files/ImportReport.tsx'));

/** One dialog at a time, each fetched when first opened. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  // Whoever presses Ctrl+K goes on typing: the search has to be there at once.
  useEffect(() => {
    const timer = setTimeout(() => void loadSearch(), 1500);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Suspense fallback={null}>
      {dialog === 'gallery' && <Gallery />}
      {dialog === 'publish' && <PublishDialog />}
      {dialog === 'fromN8n' && <FromN8nDialog />}
      {dialog === 'live' && <LiveDialog />}
      {dialog === 'settings' && <SettingsDialog />}
      {dialog === 'search' && <SearchDialog />}
      {dialog === 'shortcuts' && <ShortcutsDialog />}
      {dialog === 'versions' && <VersionsDialog />}
      {dialog === 'share' && <ShareDialog />}
      {dialog === 'picture' && <PictureDialog />}
      {dialog === 'importReport' && <ImportReport />}
    </Suspense>
  );
}
