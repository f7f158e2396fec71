import { Dialog } from '../parts/Dialog.tsx';
import { useT } from '../strings/index.ts';
import { closeDialog } from './view.ts';

type ShortcutName = keyof ReturnType<typeof useT>['shortcuts']['list'];

const GENERAL: readonly (readonly [ShortcutName, string])[] = [
  ['search', 'Ctrl K'],
  ['undo', 'Ctrl Z'],
  ['redo', 'Ctrl Shift Z'],
  ['nextFinding', 'F8'],
  ['previousFinding', 'Shift F8'],
  ['save', 'Ctrl S'],
  ['help', '?'],
];
const RULER: readonly (readonly [ShortcutName, string])[] = [
  ['walk', '← → ↑ ↓'],
  ['move', 'Alt ← → ↑ ↓'],
  ['extend', 'Shift ← → ↑ ↓'],
  ['edit', 'Enter'],
  ['add', '+'],
  ['remove', 'Delete'],
  ['duplicate', 'Ctrl D'],
  ['copyPaste', 'Ctrl C, X, V'],
];

export default function ShortcutsDialog() {
  const t = useT();
  const table = (rows: typeof GENERAL) => (
    <dl className="shortcut-list">
      {rows.map(([name, keys]) => (
        <div key={name}>
          <dt>{t.shortcuts.list[name]}</dt>
          <dd>
            <kbd>{keys}</kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Dialog title={t.shortcuts.title} onClose={closeDialog}>
      <h3 className="section-title">{t.shortcuts.groups.general}</h3>
      {table(GENERAL)}
      <h3 className="section-title">{t.shortcuts.groups.ruler}</h3>
      {table(RULER)}
    </Dialog>
  );
}
