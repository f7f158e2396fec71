import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { useImportOutcome, type ImportNoteShown } from './import-file.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };

export default function ImportReport() {
  const t = useT();
  const { outcome } = useImportOutcome();
  if (!outcome) return null;
  const warned = (note: ImportNoteShown): boolean => note.severity !== 'info';
  const read = outcome.notes.filter((note) => note.outcome === 'read');
  const sections: readonly (readonly [title: string, notes: readonly ImportNoteShown[]])[] = [
    [t.files.notesToCheck, read.filter(warned)],
    [t.files.notesLeft, outcome.notes.filter((note) => note.outcome === 'left')],
    [t.files.notesRead, read.filter((note) => !warned(note))],
    [t.files.notesCovered, outcome.notes.filter((note) => note.outcome === 'covered')],
    [t.files.importNotes, outcome.notes.filter((note) => note.outcome === undefined)],
  ];
  return (
    <Dialog
      title={outcome.ok ? t.files.importTitle : t.files.importFailed}
      onClose={closeDialog}
      footer={
        <Button tone="primary" onClick={closeDialog}>
          {t.files.understood}
        </Button>
      }
    >
      <p className="lead">{outcome.summary}</p>
      {outcome.ok && <p className="field-help">{t.files.keepCurrent}</p>}
      {sections.map(([title, notes]) => notes.length > 0 && <Notes key={title} title={title} notes={notes} />)}
    </Dialog>
  );
}

/** Reached by Tab, so that a long report can be scrolled without a mouse. */
function Notes({ title, notes }: { title: string; notes: readonly ImportNoteShown[] }) {
  return (
    <section aria-label={title} tabIndex={0}>
      <h3 className="section-title">{title}</h3>
      <ul className="import-notes">
        {notes.map((note, index) => {
          const Icon = note.outcome && note.outcome !== 'left' && note.severity === 'info' ? CircleCheck : ICONS[note.severity];
          return (
            <li key={index} className={`finding finding-${note.severity}`}>
              <Icon size={17} aria-hidden />
              <p>
                {note.place && <b>{note.place}: </b>}
                {note.message}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
