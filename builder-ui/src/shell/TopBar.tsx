import { CircleAlert, CircleCheck, Cloud, CloudOff, Redo2, Search, Send, Undo2 } from 'lucide-react';
import { useSaving } from '../document/autosave.ts';
import { edit, redo, undo, useEditor } from '../document/store.ts';
import { useFindings } from '../findings/marks.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { useT } from '../strings/index.ts';
import { FileMenu } from './FileMenu.tsx';
import { useNarrow } from './narrow.ts';
import { RulerMark } from './RulerMark.tsx';
import { openDialog, showView, useView, type View } from './view.ts';

export function TopBar() {
  const t = useT();
  const narrow = useNarrow();
  return (
    <header className="topbar">
      <button type="button" className="brand" onClick={openGallery} aria-label={`${t.app.name}: ${t.top.templates}`}>
        <RulerMark />
        {!narrow && <span>{t.app.name}</span>}
      </button>
      <CadenceName />
      <SaveMark />
      <span className="spacer" />
      <ViewTabs />
      <span className="spacer" />
      {!narrow && <UndoRedo />}
      <FindingsPill />
      <IconButton className="topbar-search" label={t.top.search} shortcut="Ctrl+K" icon={<Search size={18} aria-hidden />} onClick={openSearch} />
      <FileMenu />
      {!narrow && (
        <Button tone="primary" icon={<Send size={16} aria-hidden />} onClick={openPublish}>
          {t.top.publish}
        </Button>
      )}
    </header>
  );
}

function CadenceName() {
  const t = useT();
  const name = useEditor((state) => state.document.name);
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <h1 className="cadence-name">
      <input
        aria-label={t.top.cadenceName}
        value={name}
        readOnly={readOnly}
        maxLength={120}
        size={Math.max(8, Math.min(34, name.length))}
        onChange={(event) => event.target.value && edit({ kind: 'describe', name: event.target.value }, { mergeKey: 'name' })}
      />
    </h1>
  );
}

function SaveMark() {
  const t = useT();
  const state = useSaving((saving) => saving.state);
  const readOnly = useEditor((editor) => editor.readOnly);
  if (readOnly) return null;
  return (
    <span className={`save-mark is-${state}`} title={state === 'failed' ? t.top.saveFailedHelp : undefined}>
      {state === 'failed' ? <CloudOff size={15} aria-hidden /> : <Cloud size={15} aria-hidden />}
      <span>{state === 'saved' ? t.top.saved : state === 'pending' ? t.top.saving : t.top.saveFailed}</span>
    </span>
  );
}

const VIEWS: readonly View[] = ['ruler', 'list', 'simulation'];

function ViewTabs() {
  const t = useT();
  const view = useView((state) => state.view);
  const labels = { ruler: t.top.viewRuler, list: t.top.viewList, simulation: t.top.viewSimulation };
  return (
    <div className="view-tabs" role="group" aria-label={t.top.views}>
      {VIEWS.map((candidate) => (
        <button key={candidate} type="button" aria-pressed={view === candidate} onClick={() => showView(candidate)}>
          {labels[candidate]}
        </button>
      ))}
    </div>
  );
}

function UndoRedo() {
  const t = useT();
  const last = useEditor((state) => state.history.past.at(-1)?.name);
  const next = useEditor((state) => state.history.future[0]?.name);
  return (
    <span className="undo-redo">
      <IconButton
        label={last ? t.history.undoNamed(last) : t.history.undo}
        shortcut="Ctrl+Z"
        disabled={!last}
        icon={<Undo2 size={18} aria-hidden />}
        onClick={undo}
      />
      <IconButton
        label={next ? t.history.redoNamed(next) : t.history.redo}
        shortcut="Ctrl+Shift+Z"
        disabled={!next}
        icon={<Redo2 size={18} aria-hidden />}
        onClick={redo}
      />
    </span>
  );
}

function FindingsPill() {
  const t = useT();
  const ready = useFindings((state) => state.ready);
  const findings = useFindings((state) => state.findings);
  const open = useView((state) => state.findingsOpen);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const warnings = findings.filter((finding) => finding.severity === 'warning').length;
  if (!ready) return null;
  return (
    <button
      type="button"
      className={`findings-pill ${errors > 0 ? 'is-error' : warnings > 0 ? 'is-warning' : 'is-good'}`}
      aria-expanded={open}
      onClick={toggleFindings}
      title={t.findings.nextKey}
    >
      {errors + warnings > 0 ? <CircleAlert size={16} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
      <span>{t.findings.summary(errors, warnings)}</span>
    </button>
  );
}

const openGallery = (): void => openDialog('gallery');
const openSearch = (): void => openDialog('search');
const openPublish = (): void => openDialog('publish');
const toggleFindings = (): void => useView.setState((state) => ({ findingsOpen: !state.findingsOpen }));
