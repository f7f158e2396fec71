import { pluralIn } from '../plural.ts';
import type { history as portuguese } from '../pt-BR/history.ts';

const plural = pluralIn('en');

export const history: typeof portuguese = {
  history: {
    undo: 'Undo',
    redo: 'Redo',
    undoNamed: (name) => `Undo: ${name}`,
    redoNamed: (name) => `Redo: ${name}`,
    did: (name) => `Done: ${name}.`,
    undid: (name) => `Undone: ${name}.`,
    redid: (name) => `Redone: ${name}.`,
    nothingToUndo: 'Nothing to undo.',
    nothingToRedo: 'Nothing to redo.',
    title: 'History',
    start: 'As it was opened',
    empty: 'Nothing has changed since you opened this cadence.',
  },
  edits: {
    moveBlocks: (count, day) => (count === 1 ? `Move block to ${day}` : `Move ${count} blocks to ${day}`),
    moveSteps: (count) => (count === 1 ? 'Move step' : `Move ${count} steps`),
    items: (count) => plural(count, 'item', 'items'),
    remove: (name) => `Delete ${name}`,
    removed: (name) => `${name}: deleted.`,
    duplicate: (count) => (count === 1 ? 'Duplicate' : `Duplicate ${count} items`),
    paste: (count) => (count === 1 ? 'Paste' : `Paste ${count} items`),
    copied: (count) => `${plural(count, 'item', 'items')} copied.`,
    pasted: (count) => `${plural(count, 'item', 'items')} pasted.`,
    nothingToPaste: 'There are no steps or blocks on the clipboard.',
  },
  versions: {
    defaultName: (date) => `Version of ${date.toLocaleString('en', { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' })}`,
    saved: (name) => `Kept: ${name}.`,
    title: 'Versions and history',
    intro: 'Keep versions by name and see, in sentences, what changed since.',
    name: 'Name of the version',
    namePlaceholder: 'E.g. approved by legal',
    save: 'Keep version',
    saved_: 'Kept versions',
    none: 'None yet. Keep one before a large change.',
    remove: (name) => `Delete the version ${name}`,
    since: (name) => `What changed since "${name}"`,
    same: 'Nothing: the cadence equals this version.',
    restore: 'Go back to this version',
    restored: (name) => `Go back to the version ${name}`,
    unsaved: 'Not saved in time',
    beforeOpening: 'Before opening the file',
  },
};
