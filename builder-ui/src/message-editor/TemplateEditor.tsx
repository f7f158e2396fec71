import { startCompletion } from '@codemirror/autocomplete';
import { Transaction, EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react';
import { announce } from '../parts/announcer.ts';
import { useT } from '../strings/index.ts';
import { changeBetween, editorState } from './editor-state.ts';
import { insertMenu } from './insert-menu.ts';
import { liquidOf, piecesOf } from './liquid-pieces.ts';
import { tallEnough, theme } from './theme.ts';

export interface TemplateEditorHandle {
  focus(): void;
  insertVariable(name: string): void;
  openMenu(): void;
}

export interface TemplateEditorProps {
  readonly label: string;
  readonly value: string;
  readonly singleLine?: boolean;
  readonly maxLength: number;
  readonly readOnly?: boolean;
  readonly onChange: (value: string) => void;
  readonly handle?: Ref<TemplateEditorHandle>;
}

/**
 * A template with its variables as chips. CodeMirror, because its document is the text itself: input methods, phones, the clipboard and undo
 * work on Liquid while people see words. It lives in a shadow root, where its styles need no looser CSP.
 */
export default function TemplateEditor({ label, value, singleLine = false, maxLength, readOnly = false, onChange, handle }: TemplateEditorProps) {
  const t = useT();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const latest = useRef({ onChange, value });
  latest.current = { onChange, value };

  useEffect(() => {
    const element = host.current!;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const say = (sentence: (words: string) => string) => (name: string) => announce(sentence(t.variables[name as keyof typeof t.variables]));
    const inserted = say(t.message.inserted);
    const removed = say(t.message.removed);
    const created = new EditorView({
      root,
      parent: root,
      state: editorState(latest.current.value, { words: (name) => t.variables[name as keyof typeof t.variables] ?? name, singleLine, maxLength }, [
        insertMenu((name) => t.variables[name as keyof typeof t.variables] ?? name, inserted),
        theme,
        singleLine ? [] : tallEnough,
        EditorState.readOnly.of(readOnly),
        EditorState.phrases.of({ Completions: t.message.insertList }),
        EditorView.contentAttributes.of({
          'aria-label': label,
          'aria-description': t.message.editorHelp,
          ...(singleLine ? { 'aria-multiline': 'false' } : {}),
          ...(readOnly ? { 'aria-readonly': 'true' } : {}),
          spellcheck: 'true',
          autocorrect: 'on',
          autocapitalize: 'sentences',
          lang: 'pt-BR',
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const text = update.state.sliceDoc();
          if (text !== latest.current.value) latest.current.onChange(text);
          const deleted = update.transactions.find((transaction) => transaction.isUserEvent('delete'));
          const gone = deleted && piecesOf(deletedText(deleted)).find(({ kind }) => kind === 'variable');
          if (gone) removed(gone.name!);
        }),
      ]),
    });
    view.current = created;
    return () => {
      created.destroy();
      view.current = null;
    };
  }, [label, singleLine, maxLength, readOnly, t]);

  // A change from outside (undo of the cadence, a fix of one click) is not this field's to undo. Before anything else can be typed, or it would be lost.
  useLayoutEffect(() => {
    const change = view.current && changeBetween(view.current.state.sliceDoc(), value);
    if (change) view.current!.dispatch({ changes: change, annotations: Transaction.addToHistory.of(false) });
  }, [value]);

  useImperativeHandle(handle, () => ({
    focus: () => view.current?.focus(),
    insertVariable: (name) => {
      const editor = view.current;
      if (!editor) return;
      editor.focus();
      editor.dispatch(editor.state.replaceSelection(liquidOf(name)), { scrollIntoView: true, userEvent: 'input' });
      announce(t.message.inserted(t.variables[name as keyof typeof t.variables]));
    },
    openMenu: () => {
      view.current?.focus();
      if (view.current) startCompletion(view.current);
    },
  }));

  return <div ref={host} className="template-editor" />;
}

function deletedText(transaction: Transaction): string {
  let text = '';
  transaction.changes.iterChanges((from, to) => (text += transaction.startState.sliceDoc(from, to)));
  return text;
}
