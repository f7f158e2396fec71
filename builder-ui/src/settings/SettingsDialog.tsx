import { lazy, Suspense } from 'react';
import { Dialog } from '../parts/Dialog.tsx';
import { useEditor } from '../document/store.ts';
import { closeDialog, useView } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { ChargesTab } from './ChargesTab.tsx';
import { CreditorTab } from './CreditorTab.tsx';
import { EventsTab } from './EventsTab.tsx';
import { FormalTab } from './FormalTab.tsx';
import { HoursTab } from './HoursTab.tsx';
import { LimitsTab } from './LimitsTab.tsx';
import { OffersTab } from './OffersTab.tsx';
import './settings.css';
import { WordsTab } from './WordsTab.tsx';

const TiersTab = lazy(() => import('./TiersTab.tsx'));

/** The rules that hold for the whole cadence. */
export default function SettingsDialog() {
  const t = useT();
  const tab = useView((state) => state.settingsTab);
  const readOnly = useEditor((state) => state.readOnly);
  const tabs = Object.keys(t.settings.tabs) as (keyof typeof t.settings.tabs)[];
  return (
    <Dialog title={t.settings.title} intro={t.settings.intro} onClose={closeDialog} wide>
      <div className="settings">
        <nav aria-label={t.settings.title} className="settings-tabs">
          {tabs.map((candidate) => (
            <button
              key={candidate}
              type="button"
              aria-current={candidate === tab ? 'page' : undefined}
              onClick={() => useView.setState({ settingsTab: candidate })}
            >
              {t.settings.tabs[candidate]}
            </button>
          ))}
        </nav>
        <fieldset className="settings-page" disabled={readOnly}>
          <h3 className="settings-title">{t.settings.tabs[tab as keyof typeof t.settings.tabs]}</h3>
          {tab === 'creditor' && <CreditorTab />}
          {tab === 'tiers' && (
            <Suspense fallback={<p>{t.app.loading}</p>}>
              <TiersTab />
            </Suspense>
          )}
          {tab === 'hours' && <HoursTab />}
          {tab === 'limits' && <LimitsTab />}
          {tab === 'offers' && <OffersTab />}
          {tab === 'charges' && <ChargesTab />}
          {tab === 'formal' && <FormalTab />}
          {tab === 'words' && <WordsTab />}
          {tab === 'events' && <EventsTab />}
        </fieldset>
      </div>
    </Dialog>
  );
}
