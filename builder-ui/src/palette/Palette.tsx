import { Plus } from 'lucide-react';
import { startDrag } from '../canvas/drag.ts';
import { dropOnRuler, insertItem, paletteLabel } from '../document/edits.ts';
import { itemOf } from '../document/items.ts';
import { currentDocument, useEditor } from '../document/store.ts';
import { useT } from '../strings/index.ts';
import { openAddMenu } from './add-menu.ts';
import { PALETTE, type PaletteGroup } from './items.ts';
import { PaletteIcon } from './PaletteIcon.tsx';

const GROUPS: readonly PaletteGroup[] = ['talk', 'solve', 'formal'];

/** What can be dragged onto the ruler. The "+" of each does the same for who doesn't drag. */
export function Palette() {
  const t = useT();
  return (
    <nav className="palette" aria-label={t.palette.title}>
      <h2 className="visually-hidden">{t.palette.title}</h2>
      {GROUPS.map((group) => (
        <div key={group} className="palette-group">
          <h3>{t.palette[group]}</h3>
          <ul>
            {PALETTE.flatMap((entry, index) =>
              entry.group === group
                ? [
                    <li key={index} className="palette-item" data-palette={index} onPointerDown={dragItem}>
                      <PaletteIcon item={entry.item} />
                      <span className="palette-words">
                        <span className="palette-name">{paletteLabel(entry.item)}</span>
                        <span className="palette-detail">{t.palette.describe[entry.describe]}</span>
                      </span>
                      <button
                        type="button"
                        className="palette-plus"
                        data-palette={index}
                        aria-label={t.palette.add(paletteLabel(entry.item))}
                        onClick={addItem}
                      >
                        <Plus size={15} aria-hidden />
                      </button>
                    </li>,
                  ]
                : [],
            )}
          </ul>
        </div>
      ))}
      <p className="palette-help">{t.palette.help}</p>
    </nav>
  );
}

function dragItem(event: React.PointerEvent<HTMLLIElement>): void {
  const { item } = PALETTE[Number(event.currentTarget.dataset['palette'])]!;
  startDrag(event, { type: 'new', item, label: paletteLabel(item) }, dropOnRuler);
}

/** Into the step that is chosen; with none chosen, at the end of the first track. */
function addItem(event: React.MouseEvent<HTMLButtonElement>): void {
  const { item } = PALETTE[Number(event.currentTarget.dataset['palette'])]!;
  const document = currentDocument();
  const { selected } = useEditor.getState();
  const here = itemOf(document, selected.at(-1));
  if ((here?.type === 'step' || here?.type === 'block') && item.kind !== 'step') {
    insertItem(item, { trackId: here.track.id, day: here.step.day, ...(here.type === 'block' ? { index: here.index + 1 } : {}) });
    return;
  }
  const track = here?.type === 'track' || here?.type === 'step' || here?.type === 'block' ? here.track : document.tracks[0]!;
  const lastDay = here?.type === 'step' || here?.type === 'block' ? here.step.day : track.steps.at(-1)?.day;
  if (lastDay === undefined) insertItem(item, { trackId: track.id, day: -3 });
  else openAddMenu({ trackId: track.id, day: lastDay < 0 ? lastDay + 4 : lastDay + 5, anchor: event.currentTarget, item });
}
