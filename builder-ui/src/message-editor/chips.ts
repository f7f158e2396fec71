import { EditorSelection, StateField, type EditorState, type Range } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { messageVariable } from '../../../core/message/variables.ts';
import { piecesOf } from './liquid-pieces.ts';

/** How a variable is called to people. */
export type ChipWords = (name: string) => string;

class Chip extends WidgetType {
  readonly name: string;
  readonly words: string;
  readonly picked: boolean;

  constructor(name: string, words: string, picked: boolean) {
    super();
    this.name = name;
    this.words = words;
    this.picked = picked;
  }

  override eq(other: Chip): boolean {
    return this.name === other.name && this.words === other.words && this.picked === other.picked;
  }

  override toDOM(view: EditorView): HTMLElement {
    const chip = document.createElement('span');
    chip.className = this.picked ? 'chip-in is-picked' : 'chip-in';
    chip.textContent = this.words;
    const variable = messageVariable(this.name);
    chip.title = variable ? `${variable.label}: ${variable.example}` : this.name;
    // The editor moves what is dragged; a press must be left to the browser for a drag to begin.
    chip.draggable = true;
    chip.addEventListener('click', () => pick(view, chip));
    return chip;
  }

  override ignoreEvent(event: Event): boolean {
    return event.type === 'mousedown';
  }
}

const CODE = Decoration.mark({ class: 'liquid-code', attributes: { spellcheck: 'false' } });

/**
 * Shows the variables of a template as chips. The document stays the template itself, character for character: copying, searching and undoing
 * know nothing of chips, and a chip is passed, selected and deleted as one because its stretch of text is.
 */
export function chips(words: ChipWords) {
  const build = (state: EditorState): DecorationSet => {
    const text = state.sliceDoc();
    const { main } = state.selection;
    const ranges: Range<Decoration>[] = [];
    for (const { kind, from, to, name } of piecesOf(text)) {
      if (kind === 'code') ranges.push(CODE.range(from, to));
      if (kind !== 'variable') continue;
      const picked = !main.empty && main.from <= from && main.to >= to;
      ranges.push(Decoration.replace({ widget: new Chip(name!, words(name!), picked), chip: true }).range(from, to));
    }
    return Decoration.set(ranges);
  };
  const field = StateField.define<DecorationSet>({
    create: build,
    update: (before, transaction) => (transaction.docChanged || transaction.selection ? build(transaction.state) : before),
    provide: (self) => [
      EditorView.decorations.from(self),
      EditorView.atomicRanges.of((view) => view.state.field(self).update({ filter: (_from, _to, decoration) => decoration.spec['chip'] === true })),
    ],
  });
  return field;
}

/** Selects a chip whole, as words are by a double click. */
function pick(view: EditorView, chip: HTMLElement): void {
  const from = view.posAtDOM(chip);
  const piece = piecesOf(view.state.sliceDoc()).find((candidate) => candidate.kind === 'variable' && candidate.from === from);
  if (!piece) return;
  view.focus();
  view.dispatch({ selection: EditorSelection.range(piece.from, piece.to), userEvent: 'select.pointer' });
}
