import { useEffect, useRef, useState } from 'react';
import { dayLabel } from '../../../core/cadence/labels.ts';
import { focusItem } from '../canvas/focus-item.ts';
import { insertItem, paletteLabel } from '../document/edits.ts';
import { useEditor } from '../document/store.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { useT } from '../strings/index.ts';
import { closeAddMenu, useAddMenu, type AddMenuRequest } from './add-menu.ts';
import { PALETTE } from './items.ts';
import { PaletteIcon } from './PaletteIcon.tsx';

const WIDTH = 330;
const HEIGHT = 520;

export function AddMenu() {
  const request = useAddMenu((state) => state.request);
  return request ? <Menu key={`${request.trackId}:${request.day}`} request={request} /> : null;
}

/** What goes into this cell? A small dialog at the "+": the day can still be changed, arrows walk, Escape leaves. */
function Menu({ request }: { request: AddMenuRequest }) {
  const t = useT();
  const ref = useRef<HTMLDialogElement>(null);
  const [day, setDay] = useState(request.day);
  const hasStep = useEditor((state) => state.document.tracks.find((track) => track.id === request.trackId)?.steps.some((step) => step.day === day) ?? false);
  const box = request.anchor.getBoundingClientRect();
  const left = Math.max(12, Math.min(box.left, window.innerWidth - WIDTH - 12));
  const top = Math.max(12, Math.min(box.bottom + 6, window.innerHeight - HEIGHT - 12));

  useEffect(() => {
    const dialog = ref.current!;
    if (!dialog.open) dialog.showModal();
    dialog.querySelector<HTMLElement>('.add-menu-item')?.focus();
    return () => dialog.close();
  }, []);

  const choices = request.item ? PALETTE.filter((entry) => entry.item === request.item) : PALETTE.filter((entry) => entry.item.kind !== 'step' || !hasStep);
  const choose = (index: number): void => {
    const { item } = choices[index]!;
    closeAddMenu({ returnFocus: false });
    insertItem(item, { trackId: request.trackId, day, ...(request.index !== undefined && day === request.day ? { index: request.index } : {}) });
    const { current } = useEditor.getState();
    if (current) focusItem(current, { selectIt: false });
  };
  return (
    <dialog
      ref={ref}
      className="add-menu"
      style={{ left, top, width: WIDTH }}
      aria-label={t.palette.addMenu(dayLabel(day))}
      onCancel={(event) => {
        event.preventDefault();
        closeAddMenu({ returnFocus: true });
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current) closeAddMenu({ returnFocus: false });
      }}
      onKeyDown={walk}
    >
      <div className="add-menu-sheet">
        <header>
          <h2>{t.palette.addMenu(dayLabel(day))}</h2>
          <NumberField
            label={t.palette.whichDay}
            value={day}
            min={-60}
            max={2000}
            onChange={(value) => value !== null && setDay(value)}
            outOfRange={t.inspector.range}
          />
        </header>
        <ul>
          {choices.map((entry, index) => (
            <li key={index}>
              <button type="button" className="add-menu-item" onClick={() => choose(index)}>
                <PaletteIcon item={entry.item} />
                <span className="palette-words">
                  <span className="palette-name">{paletteLabel(entry.item)}</span>
                  <span className="palette-detail">{t.palette.describe[entry.describe]}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </dialog>
  );
}

function walk(event: React.KeyboardEvent<HTMLDialogElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('.add-menu-item')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  items[(at + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length]?.focus();
}
