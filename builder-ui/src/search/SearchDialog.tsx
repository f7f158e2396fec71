import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { closeDialog } from '../shell/view.ts';
import { useEditor } from '../document/store.ts';
import { useT } from '../strings/index.ts';
import { entriesFor, fold, type SearchEntry } from './entries.ts';
import './search.css';

const SHOWN = 12;

/** Ctrl+K: any step, text, track, rule or action, by a few letters. */
export default function SearchDialog() {
  const t = useT();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const document = useEditor((state) => state.document);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const entries = useMemo(() => (document ? entriesFor(document) : []), [document]);
  const found = useMemo(() => search(entries, query), [entries, query]);
  useEffect(() => {
    if (!dialog.current!.open) dialog.current!.showModal();
  }, []);
  const run = (entry: SearchEntry | undefined): void => {
    if (!entry) return;
    closeDialog();
    // The dialog gives the focus back as it closes; what was found takes it after that.
    setTimeout(entry.run, 0);
  };
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(found[active]);
    }
  };
  return (
    <dialog
      ref={dialog}
      className="search-dialog"
      aria-label={t.search.title}
      onCancel={(event) => {
        event.preventDefault();
        closeDialog();
      }}
      onPointerDown={(event) => {
        if (event.target === dialog.current) closeDialog();
      }}
    >
      <div className="search-sheet">
        <input
          className="search-input"
          role="combobox"
          aria-label={t.search.title}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
          placeholder={t.search.placeholder}
          value={query}
          autoFocus
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <ul id={`${id}-list`} role="listbox" aria-label={t.search.results(found.length)} className="search-list">
          {found.map((entry, index) => (
            <li
              key={entry.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className="search-option"
              onPointerMove={() => setActive(index)}
              onClick={() => run(entry)}
            >
              <span className="search-kind">{t.search.kinds[entry.kind]}</span>
              <span className="search-title">{entry.title}</span>
              {entry.detail && <span className="search-detail">{entry.detail}</span>}
            </li>
          ))}
        </ul>
        {found.length === 0 && <p className="search-none">{t.search.none}</p>}
      </div>
    </dialog>
  );
}

/** Every word must occur; titles that begin with the query come first. */
function search(entries: readonly SearchEntry[], query: string): SearchEntry[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean);
  const whole = fold(query).trim();
  return entries
    .filter((entry) => wanted.every((word) => entry.folded.includes(word)))
    .sort((a, b) => Number(fold(b.title).startsWith(whole)) - Number(fold(a.title).startsWith(whole)))
    .slice(0, SHOWN);
}
