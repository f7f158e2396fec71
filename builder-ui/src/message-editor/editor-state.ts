import { history, historyKeymap, insertNewline, standardKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { chips, type ChipWords } from './chips.ts';

export interface EditorRules {
  readonly words: ChipWords;
  readonly singleLine: boolean;
  /** Characters of Liquid. */
  readonly maxLength: number;
}

/**
 * The editor's model of a template: the template. Only "\n" ends a line in it, so that every other character, line ends of other systems
 * included, comes out as it went in.
 */
export function editorState(text: string, rules: EditorRules, extensions: Extension = []): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      EditorState.lineSeparator.of('\n'),
      extensions,
      history(),
      // Plain new lines: a letter is not indented like a program.
      keymap.of([...(rules.singleLine ? [] : [{ key: 'Enter', run: insertNewline, shift: insertNewline }]), ...standardKeymap, ...historyKeymap]),
      EditorView.lineWrapping,
      chips(rules.words),
      EditorView.clipboardInputFilter.of((pasted) => pasted.replace(rules.singleLine ? /\s*[\r\n]+\s*/g : /\r\n?/g, rules.singleLine ? ' ' : '\n')),
      EditorState.transactionFilter.of((transaction) => {
        if (!transaction.docChanged) return transaction;
        const { newDoc, startState } = transaction;
        const grows = newDoc.length > rules.maxLength && newDoc.length > startState.doc.length;
        const breaks = rules.singleLine && newDoc.lines > Math.max(1, startState.doc.lines);
        return grows || breaks ? [] : transaction;
      }),
    ],
  });
}

/** The smallest change from one text to another: what stands around it keeps its cursor, its chips and its undo. */
export function changeBetween(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null;
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
