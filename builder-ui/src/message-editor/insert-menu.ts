import { autocompletion, completionKeymap, pickedCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import { EditorView, keymap } from '@codemirror/view';
import { MESSAGE_VARIABLES, type MessageVariable } from '../../../core/message/variables.ts';
import type { ChipWords } from './chips.ts';
import { liquidOf } from './liquid-pieces.ts';

const OFFERED = MESSAGE_VARIABLES.filter(({ type }) => type !== 'list');
/** After these a "/" begins a search; inside a word, a date or an address it is a "/". */
const BEFORE_SLASH = /[\s([{"'“‘:;,.!?–—]$/u;
const SEARCH = /^(?:[\p{L}\p{N}][\p{L}\p{N} ]{0,40})?$/u;

/** "/" and some letters, or the button: the list of what can be inserted. */
export function insertMenu(words: ChipWords, onInserted: (name: string) => void) {
  const source = (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const typed = line.text.slice(0, context.pos - line.from);
    const slash = typed.lastIndexOf('/');
    const search = typed.slice(slash + 1);
    const asked = slash >= 0 && SEARCH.test(search) && (slash === 0 || BEFORE_SLASH.test(typed.slice(0, slash)));
    if (!asked && !context.explicit) return null;
    const options = OFFERED.filter((variable) => !asked || matches(variable, words(variable.name), search)).map((variable) =>
      completionOf(variable, words(variable.name), onInserted),
    );
    return options.length > 0 ? { from: asked ? line.from + slash : context.pos, to: context.pos, options, filter: false } : null;
  };
  return [
    autocompletion({ override: [source], icons: false, defaultKeymap: false, activateOnTyping: true, interactionDelay: 0, maxRenderedOptions: OFFERED.length }),
    keymap.of(completionKeymap),
    // A list that scrolls can be reached by whoever scrolls with the keyboard.
    EditorView.updateListener.of(({ view }) => view.dom.parentNode?.querySelector('ul[role=listbox]:not([tabindex])')?.setAttribute('tabindex', '0')),
  ];
}

function completionOf({ name, example }: MessageVariable, label: string, onInserted: (name: string) => void): Completion {
  return {
    label,
    detail: String(example).split('\n')[0]!,
    apply: (view: EditorView, completion: Completion, from: number, to: number) => {
      const insert = liquidOf(name);
      view.dispatch({
        changes: { from, to, insert },
        selection: { anchor: from + insert.length },
        userEvent: 'input.complete',
        annotations: pickedCompletion.of(completion),
      });
      onInserted(name);
    },
  };
}

function matches({ label, name }: MessageVariable, words: string, search: string): boolean {
  const where = fold(`${words} ${label} ${name}`);
  return fold(search)
    .split(' ')
    .every((word) => where.includes(word));
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
