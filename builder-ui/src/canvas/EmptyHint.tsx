import { LayoutTemplate, Plus } from 'lucide-react';
import { useEditor } from '../document/store.ts';
import { openAddMenu } from '../palette/add-menu.ts';
import { Button } from '../parts/Button.tsx';
import { openDialog } from '../shell/view.ts';
import { useT } from '../strings/index.ts';

/** What an empty ruler says: how to begin, by hand or from a template. */
export function EmptyHint() {
  const t = useT();
  const empty = useEditor((state) => state.document.tracks.every((track) => track.steps.length === 0));
  const trackId = useEditor((state) => state.document.tracks[0]!.id);
  if (!empty) return null;
  return (
    <div className="empty-hint">
      <h2>{t.canvas.emptyTitle}</h2>
      <p>{t.canvas.emptyHelp}</p>
      <div className="button-row">
        <Button tone="primary" icon={<Plus size={16} aria-hidden />} onClick={(event) => openAddMenu({ trackId, day: -3, anchor: event.currentTarget })}>
          {t.canvas.addFirst}
        </Button>
        <Button icon={<LayoutTemplate size={16} aria-hidden />} onClick={() => openDialog('gallery')}>
          {t.top.templates}
        </Button>
      </div>
    </div>
  );
}
