import { FileUp, Plus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { cadenceSchema, SCHEMA_VERSION, type CadenceDocument } from '../../../core/cadence/document.ts';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { readCadence } from '../../../core/cadence/parse.ts';
import { TEMPLATES, type Template } from '../../../templates/index.ts';
import { listDrafts, removeDraft, type Draft } from '../document/storage.ts';
import { useEditor } from '../document/store.ts';
import { chooseFile } from '../files/choose-file.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { showToast } from '../parts/toasts.ts';
import { RulerMark } from '../shell/RulerMark.tsx';
import { closeDialog } from '../shell/view.ts';
import { openCadence, withOwnId } from '../start/open-cadence.ts';
import { t, useT } from '../strings/index.ts';
import { Thumbnail } from '../share/Thumbnail.tsx';
import './gallery.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';

/** Where a cadence begins: as the whole page at first, as a dialog later. */
export default function Gallery({ page }: { page?: boolean }) {
  const t = useT();
  if (!page) {
    return (
      <Dialog title={t.gallery.title} intro={t.gallery.intro} onClose={closeDialog} wide>
        <Choices />
      </Dialog>
    );
  }
  return (
    <main className="start">
      <LanguageSwitch />
      <header className="start-head">
        <RulerMark size={64} />
        <div>
          <p className="start-brand">{t.app.name}</p>
          <h1>{t.app.tagline}</h1>
          <p className="lead">{t.gallery.welcome}</p>
        </div>
      </header>
      <h2>{t.gallery.title}</h2>
      <p className="start-intro">{t.gallery.intro}</p>
      <Choices />
    </main>
  );
}

function Choices() {
  const t = useT();
  const [filter, setFilter] = useState<string | null>(null);
  const tags = [...new Set(TEMPLATES.flatMap((template) => template.tags))];
  const shown = TEMPLATES.filter((template) => filter === null || template.tags.includes(filter));
  return (
    <>
      <div className="filters" role="group" aria-label={t.gallery.filters}>
        <button type="button" className="filter" aria-pressed={filter === null} onClick={() => setFilter(null)}>
          {t.gallery.all}
        </button>
        {tags.map((tag) => (
          <button key={tag} type="button" className="filter" aria-pressed={filter === tag} onClick={() => setFilter(filter === tag ? null : tag)}>
            {t.gallery.tags[tag as keyof typeof t.gallery.tags] ?? tag}
          </button>
        ))}
      </div>
      <ul className="cards">
        {shown.map((template) => (
          <TemplateCard key={template.document.id} template={template} />
        ))}
        <li>
          <button type="button" className="card card-plain" onClick={startBlank}>
            <span className="card-icon">
              <Plus size={26} aria-hidden />
            </span>
            <b>{t.gallery.blank}</b>
            <span>{t.gallery.blankHelp}</span>
          </button>
        </li>
        <li>
          <button type="button" className="card card-plain" onClick={chooseFile}>
            <span className="card-icon">
              <FileUp size={26} aria-hidden />
            </span>
            <b>{t.gallery.openFile}</b>
            <span>{t.gallery.openFileHelp}</span>
          </button>
        </li>
      </ul>
      <Drafts />
    </>
  );
}

function TemplateCard({ template }: { template: Template }) {
  const t = useT();
  const { document } = template;
  const steps = document.tracks.reduce((sum, track) => sum + track.steps.length, 0);
  const lastDay = Math.max(...document.tracks.flatMap((track) => track.steps.map((step) => step.day)));
  return (
    <li>
      <button type="button" className="card" onClick={() => void openCadence(withOwnId(document))}>
        <span className="card-picture">
          <Thumbnail document={document} />
        </span>
        <b>
          <span className="visually-hidden">{t.gallery.use} </span>
          <span lang="pt-BR">{document.name}</span>
        </b>
        <span className="card-description" lang="pt-BR">
          {document.description}
        </span>
        <span className="card-facts">
          {t.gallery.steps(steps)} · {t.gallery.tracks(document.tracks.length)} · {t.gallery.upTo(dayLabel(lastDay))}
        </span>
      </button>
    </li>
  );
}

function startBlank(): void {
  const words = t().gallery;
  const document: CadenceDocument = cadenceSchema.parse({
    schemaVersion: SCHEMA_VERSION,
    id: 'regua',
    name: words.blankName,
    tiers: [{ id: 'todos', name: words.blankTier }],
    tracks: [{ id: 'principal', name: words.blankTrack, tierIds: ['todos'], steps: [] }],
  });
  void openCadence(withOwnId(document));
}

function Drafts() {
  const t = useT();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const openId = useEditor((state) => state.document?.id);
  useEffect(() => {
    // Without storage there simply are no drafts to show.
    listDrafts().then(setDrafts, () => setDrafts([]));
  }, []);
  const others = drafts.filter((draft) => draft.document.id !== openId);
  if (others.length === 0) return null;
  return (
    <section aria-label={t.gallery.continueTitle}>
      <h3 className="section-title">{t.gallery.continueTitle}</h3>
      <ul className="drafts">
        {others.map((draft) => (
          <li key={draft.document.id}>
            <button type="button" className="draft" onClick={() => openDraft(draft)}>
              <b>{draft.document.name}</b>
              <span>{t.gallery.updated(new Date(draft.savedAt).toLocaleString(t.app.locale, { dateStyle: 'short', timeStyle: 'short' }))}</span>
            </button>
            <button
              type="button"
              className="icon-button"
              aria-label={t.gallery.removeDraft(draft.document.name)}
              onClick={() => void removeDraft(draft.document.id).then(() => setDrafts(drafts.filter((other) => other !== draft)))}
            >
              <Trash2 size={17} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A draft may have been written by an older version of the designer: it is read as any file is. */
function openDraft(draft: Draft): void {
  const parsed = readCadence(draft.document);
  if (parsed.ok) void openCadence(parsed.document, { ...draft, document: parsed.document });
  else showToast({ text: t().says.importNote(parsed.problems[0]!.code, parsed.problems[0]!.message), tone: 'error' });
}
