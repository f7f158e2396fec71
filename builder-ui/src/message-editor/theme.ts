import { EditorView } from '@codemirror/view';

/** The editor's clothes, by our tokens: custom properties reach into its shadow root, style sheets don't. */
export const theme = EditorView.theme({
  '&': {
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-s)',
    background: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: 'var(--text-md)',
  },
  '&.cm-focused': { outline: '2.5px solid var(--accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.75', overflow: 'auto', maxHeight: '22rem' },
  '.cm-content': { padding: '0.55rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.8rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.chip-in': {
    // Inline, so that it stands on the line of the words around it.
    display: 'inline',
    margin: '0 1px',
    padding: '0.16em 0.5em',
    border: '1px solid var(--accent-line)',
    borderRadius: 'var(--radius-s)',
    background: 'var(--accent-soft)',
    color: 'var(--accent-strong)',
    fontSize: '0.92em',
    fontWeight: '550',
    boxDecorationBreak: 'clone',
    cursor: 'grab',
    whiteSpace: 'nowrap',
  },
  '.chip-in.is-picked': { background: 'var(--accent)', borderColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.liquid-code': {
    padding: '0.1em 0.25em',
    borderRadius: '0.25rem',
    background: 'var(--paper-deep)',
    color: 'var(--ink-soft)',
    fontFamily: 'ui-monospace, monospace',
    fontSize: '0.86em',
  },
  '.cm-tooltip.cm-tooltip-autocomplete': {
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-m)',
    background: 'var(--surface)',
    boxShadow: 'var(--shadow-2)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'inherit',
    fontSize: 'var(--text-sm)',
    maxHeight: '15rem',
    maxWidth: 'min(21rem, 86vw)',
    minWidth: '15rem',
    padding: '0.3rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    display: 'grid',
    padding: '0.35rem 0.6rem',
    borderRadius: 'var(--radius-s)',
    lineHeight: '1.35',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent-soft)', color: 'var(--accent-strong)' },
  '.cm-completionLabel': { fontWeight: '600' },
  '.cm-completionDetail': { margin: '0', color: 'var(--ink-soft)', fontStyle: 'normal', overflow: 'hidden', textOverflow: 'ellipsis' },
});

export const tallEnough = EditorView.theme({ '.cm-content': { minHeight: '10rem' } });
