import { Columns2, Save, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { compareCadences } from '../../../core/cadence/compare/index.ts';
import { sentenceOf } from '../document/error-sentence.ts';
import { listVersions, removeVersion, type Version } from '../document/storage.ts';
import { edit, timeTravel, useEditor } from '../document/store.ts';
import { saveVersionNow } from '../document/versions.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { Field } from '../parts/Field.tsx';
import { showToast } from '../parts/toasts.ts';
import { closeDialog, showView } from '../shell/view.ts';
import { usePanel, versionKey } from '../simulation/panel.ts';
import { useT } from '../strings/index.ts';
import './versions.css';

/** Versions kept by name, and the session's own history; each compared with the cadence as it is, in sentences. */
export default function VersionsDialog() {
  const t = useT();
  const document = useEditor((state) => state.document);
  const [versions, setVersions] = useState<readonly Version[]>([]);
  const [name, setName] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const reload = (): void => {
    listVersions(document.id).then(setVersions, (error: unknown) => showToast({ text: sentenceOf(error), tone: 'error' }));
  };
  useEffect(reload, [document.id]);
  const version = versions.find((candidate) => candidate.id === shown);
  return (
    <Dialog title={t.versions.title} intro={t.versions.intro} onClose={closeDialog} wide>
      <form
        className="version-new"
        onSubmit={(event) => {
          event.preventDefault();
          void saveVersionNow(name).then(() => {
            setName('');
            reload();
          });
        }}
      >
        <Field label={t.versions.name}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              maxLength={100}
              value={name}
              placeholder={t.versions.namePlaceholder}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" tone="primary" icon={<Save size={16} aria-hidden />}>
          {t.versions.save}
        </Button>
      </form>
      <div className="version-columns">
        <section aria-label={t.versions.saved_}>
          <h3 className="section-title">{t.versions.saved_}</h3>
          {versions.length === 0 && <p className="note">{t.versions.none}</p>}
          <ul className="version-list">
            {versions.map((candidate) => (
              <li key={candidate.id}>
                <button
                  type="button"
                  className="version"
                  aria-pressed={candidate.id === shown}
                  onClick={() => setShown(candidate.id === shown ? null : candidate.id)}
                >
                  <b>{candidate.name}</b>
                  <span>{new Date(candidate.at).toLocaleString(t.app.locale, { dateStyle: 'short', timeStyle: 'short' })}</span>
                </button>
                <IconButton
                  label={t.versions.remove(candidate.name)}
                  icon={<Trash2 size={16} aria-hidden />}
                  onClick={() => void removeVersion(candidate.id).then(reload)}
                />
              </li>
            ))}
          </ul>
          <HistoryList />
        </section>
        {version && <Comparison version={version} />}
      </div>
    </Dialog>
  );
}

function Comparison({ version }: { version: Version }) {
  const t = useT();
  const document = useEditor((state) => state.document);
  const sentences = compareCadences(version.document, document, t.says.differences);
  return (
    <section aria-label={t.versions.since(version.name)} className="comparison">
      <h3 className="section-title">{t.versions.since(version.name)}</h3>
      {sentences.length === 0 ? (
        <p className="note">{t.versions.same}</p>
      ) : (
        <ul className="sentences">
          {sentences.map(({ sentence }, index) => (
            <li key={index}>{sentence}</li>
          ))}
        </ul>
      )}
      <div className="button-row">
        <Button icon={<Columns2 size={16} aria-hidden />} onClick={() => compareSideBySide(version)}>
          {t.comparison.open}
        </Button>
        <Button
          disabled={sentences.length === 0}
          onClick={() => {
            if (edit({ kind: 'replaceDocument', document: { ...version.document, id: document.id }, label: t.versions.restored(version.name) })) closeDialog();
          }}
        >
          {t.versions.restore}
        </Button>
      </div>
    </section>
  );
}

function compareSideBySide(version: Version): void {
  usePanel.setState({ panel: 'compare', comparedWith: versionKey(version) });
  showView('simulation');
  closeDialog();
}

function HistoryList() {
  const t = useT();
  const history = useEditor((state) => state.history);
  const total = history.past.length;
  if (total + history.future.length === 0) return null;
  return (
    <>
      <h3 className="section-title">{t.history.title}</h3>
      <ol className="history-list" reversed>
        {history.future.toReversed().map((entry, index) => (
          <li key={`future-${index}`}>
            <button type="button" className="history-entry is-future" onClick={() => timeTravel(history.future.length - index)}>
              {entry.name}
            </button>
          </li>
        ))}
        {history.past.toReversed().map((entry, index) => (
          <li key={`past-${index}`}>
            <button
              type="button"
              className={`history-entry ${index === 0 ? 'is-here' : ''}`}
              aria-current={index === 0 ? 'step' : undefined}
              disabled={index === 0}
              onClick={() => timeTravel(-index)}
            >
              {entry.name}
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="history-entry" disabled={total === 0} onClick={() => timeTravel(-total)}>
            {t.history.start}
          </button>
        </li>
      </ol>
    </>
  );
}
