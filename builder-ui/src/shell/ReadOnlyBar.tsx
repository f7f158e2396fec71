import { Pencil } from 'lucide-react';
import { currentDocument } from '../document/store.ts';
import { Button } from '../parts/Button.tsx';
import { openCadence, withOwnId } from '../start/open-cadence.ts';
import { useT } from '../strings/index.ts';

export function ReadOnlyBar() {
  const t = useT();
  return (
    <section className="bar bar-info" aria-label={t.readOnly.label}>
      <p>{t.readOnly.banner}</p>
      <Button small tone="primary" icon={<Pencil size={15} aria-hidden />} onClick={editCopy}>
        {t.readOnly.edit}
      </Button>
    </section>
  );
}

function editCopy(): void {
  history.replaceState(null, '', location.pathname + location.search);
  void openCadence(withOwnId(currentDocument()));
}
