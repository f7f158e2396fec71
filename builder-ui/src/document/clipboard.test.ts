import { beforeEach, describe, expect, it, vi } from 'vitest';
import { cadenceSchema } from '../../../core/cadence/document.ts';
import { copySelection, pasteFromEvent } from './clipboard.ts';
import { openDocument, select, useEditor } from './store.ts';

const task = (id: string) => ({ id, kind: 'humanTask', title: id, instructions: '', team: 'cobrança', dueInBusinessDays: 1 });

/** What the system keeps between a copy and a paste. */
let clipboard: string;
const event = (): ClipboardEvent =>
  ({
    preventDefault: vi.fn(),
    clipboardData: { setData: (_type: string, text: string) => void (clipboard = text), getData: () => clipboard },
  }) as unknown as ClipboardEvent;

const titles = () =>
  useEditor
    .getState()
    .document.tracks[0]!.steps.map(({ day, blocks }) => [day, blocks.map((block) => (block.kind === 'humanTask' ? block.title : block.kind))]);

beforeEach(() => {
  clipboard = '';
  openDocument(
    cadenceSchema.parse({
      schemaVersion: 2,
      id: 'regua',
      name: 'Régua',
      tiers: [{ id: 'todos', name: 'Todos' }],
      tracks: [
        {
          id: 't',
          name: 'T',
          tierIds: ['todos'],
          steps: [
            { id: 's1', name: 's1', day: 3, blocks: ['a', 'b'].map(task) },
            { id: 's2', name: 's2', day: 7, blocks: ['x', 'y'].map(task) },
          ],
        },
      ],
    }),
  );
});

describe('what is pasted', () => {
  it('comes right after the block the keyboard stands on, in the order it was copied in', () => {
    select(['a', 'b']);
    expect(copySelection(event())).toBe(true);
    select(['x']);
    pasteFromEvent(event());
    expect(titles()).toEqual([
      [3, ['a', 'b']],
      [7, ['x', 'a', 'b', 'y']],
    ]);
    const [, target] = useEditor.getState().document.tracks[0]!.steps;
    expect(useEditor.getState().selected).toEqual([target!.blocks[1]!.id, target!.blocks[2]!.id]);
  });
});
