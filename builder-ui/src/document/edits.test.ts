import { beforeEach, describe, expect, it } from 'vitest';
import { cadenceSchema, type CadenceDocument } from '../../../core/cadence/document.ts';
import { dropOnRuler, duplicateItems, moveSteps, nudgeBlock } from './edits.ts';
import { edit, openDocument, undo, useEditor } from './store.ts';

const task = (id: string) => ({ id, kind: 'humanTask', title: id, instructions: '', team: 'cobrança', dueInBusinessDays: 1 });
const step = (id: string, day: number, ...blocks: string[]) => ({ id, name: id, day, blocks: blocks.map(task) });
const cadence = (id: string, ...steps: ReturnType<typeof step>[]): CadenceDocument =>
  cadenceSchema.parse({
    schemaVersion: 2,
    id,
    name: id,
    tiers: [{ id: 'todos', name: 'Todos' }],
    tracks: [{ id: 't', name: 'T', tierIds: ['todos'], steps }],
  });
/** `3: a b | 7: c` */
const shown = (): string =>
  useEditor
    .getState()
    .document.tracks[0]!.steps.map(({ day, blocks }) => `${day}: ${blocks.map(({ id }) => id).join(' ')}`)
    .join(' | ');

beforeEach(() => openDocument(cadence('regua', step('s1', 3, 'a', 'b', 'c'), step('s2', 7, 'x', 'y'), step('s3', 9, 'z'))));

describe('what is dropped on the ruler', () => {
  it('keeps its order when it is several blocks', () => {
    dropOnRuler({ type: 'blocks', ids: ['a', 'b', 'c'], label: '' }, { trackId: 't', day: 7, stepId: 's2', index: 1 });
    expect(shown()).toMatch(/7: x a b c y \| 9: z$/);
    expect(useEditor.getState().selected).toEqual(['a', 'b', 'c']);
  });
});

describe('steps moved together', () => {
  it('stay apart when one goes where another was, forward and back', () => {
    moveSteps(['s1', 's2', 's3'], { trackId: 't', day: 7 });
    expect(shown()).toBe('7: a b c | 11: x y | 13: z');
    moveSteps(['s3', 's2', 's1'], { trackId: 't', day: 11 });
    expect(shown()).toBe('5: a b c | 9: x y | 11: z');
    openDocument(cadence('regua', step('s1', 3, 'a'), step('s2', 5, 'x'), step('s3', 7, 'z')));
    moveSteps(['s1', 's2', 's3'], { trackId: 't', day: 5 });
    expect(shown()).toBe('5: a | 7: x | 9: z');
    moveSteps(['s1', 's2', 's3'], { trackId: 't', day: 3 });
    expect(shown()).toBe('3: a | 5: x | 7: z');
    undo();
    expect(shown()).toBe('5: a | 7: x | 9: z');
  });
});

describe('steps duplicated together', () => {
  it('each go to a free day of their own, and are what is selected', () => {
    openDocument(cadence('regua', step('s1', 3, 'a'), step('s2', 4, 'x'), step('s3', 6, 'z')));
    duplicateItems(['s1', 's2']);
    const { document, selected } = useEditor.getState();
    expect(document.tracks[0]!.steps.map(({ name, day }) => [name, day])).toEqual([
      ['s1', 3],
      ['s2', 4],
      ['s1', 5],
      ['s3', 6],
      ['s2', 7],
    ]);
    expect(selected).toEqual([document.tracks[0]!.steps[2]!.id, document.tracks[0]!.steps[4]!.id]);
  });
});

describe('a block moved by keyboard', () => {
  it('goes one place down, one place up, and not past the ends', () => {
    nudgeBlock('a', 1);
    expect(shown()).toMatch(/^3: b a c/);
    nudgeBlock('a', 1);
    expect(shown()).toMatch(/^3: b c a/);
    nudgeBlock('a', 1);
    expect(shown()).toMatch(/^3: b c a/);
    nudgeBlock('a', -1);
    expect(shown()).toMatch(/^3: b a c/);
  });
});

describe('another cadence on the desk', () => {
  it('has nothing to undo of the one before', () => {
    edit({ kind: 'moveStep', stepId: 's1', trackId: 't', day: 4 });
    openDocument(cadence('outra', step('o1', 1, 'q')));
    undo();
    expect(useEditor.getState().document.id).toBe('outra');
    expect(shown()).toBe('1: q');
    expect(useEditor.getState().selected).toEqual([]);
  });
});
