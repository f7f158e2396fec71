import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from '../shell/view.ts';
import { useT } from '../strings/index.ts';
import { useImportOutcome } from './import-file.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };

export default function ImportReport() {
  const t = useT();
  const { outcome } = useImportOutcome();
  if (!outcome) return null;
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
      {outcome.notes.length > 0 && (
        <section aria-label={t.files.importNotes}>
          <h3 className="section-title">{t.files.importNotes}</h3>
          <ul className="import-notes">
            {outcome.notes.map((note, index) => {
              const Icon = ICONS[note.severity];
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
      )}
    </Dialog>
  );
}
