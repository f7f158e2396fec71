import { describe, expect, it } from 'vitest';
import type { CadenceDocument } from '../../../core/cadence/document.ts';
import { EMPTY_HISTORY, record, travel, type History } from './history.ts';

const document = (name: string): CadenceDocument => ({ name }) as CadenceDocument;
const edited = (history: History, before: string, after: string, at: number, mergeKey?: string): History =>
  record(history, { name: `${before}→${after}`, before: document(before), after: document(after), mergeKey, at });

describe('history', () => {
  it('goes back and forward through named edits', () => {
    const history = edited(edited(EMPTY_HISTORY, 'a', 'b', 0), 'b', 'c', 10);
    const back = travel(history, -2)!;
    expect(back.document.name).toBe('a');
    const forth = travel(back.history, 1)!;
    expect(forth.document.name).toBe('b');
    expect(forth.passed.map((entry) => entry.name)).toEqual(['a→b']);
  });

  it('folds typing of one thing into one step, until a pause', () => {
    let history = edited(EMPTY_HISTORY, 'a', 'ab', 0, 'name');
    history = edited(history, 'ab', 'abc', 400, 'name');
    expect(history.past).toHaveLength(1);
    expect(travel(history, -1)!.document.name).toBe('a');
    history = edited(history, 'abc', 'abcd', 5000, 'name');
    expect(history.past).toHaveLength(2);
  });

  it('keeps typing in two fields apart, however quick', () => {
    let history = edited(EMPTY_HISTORY, 'a', 'b', 0, 'name');
    history = edited(history, 'b', 'c', 100, 'description');
    history = edited(history, 'c', 'd', 200, 'name');
    history = edited(history, 'd', 'e', 300);
    history = edited(history, 'e', 'f', 400);
    expect(history.past.map(({ name }) => name)).toEqual(['a→b', 'b→c', 'c→d', 'd→e', 'e→f']);
    expect(travel(history, -1)!.document.name).toBe('e');
  });

  it('forgets the undone future at a new edit, and refuses to go further than there is', () => {
    const back = travel(edited(EMPTY_HISTORY, 'a', 'b', 0), -1)!.history;
    expect(edited(back, 'a', 'x', 1).future).toEqual([]);
    expect(travel(back, -1)).toBeNull();
  });
});
