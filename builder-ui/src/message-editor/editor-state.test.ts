import { undo } from '@codemirror/commands';
import type { EditorState, Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, editorState, type EditorRules } from './editor-state.ts';
import { liquidOf, piecesOf } from './liquid-pieces.ts';

const rules: EditorRules = { words: (name) => name, singleLine: false, maxLength: 100_000 };
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '{{ debtor.name }}',
        '{{amount.total}}',
        '{% if offer.summary %}',
        '{% endif %}',
        '{{ debt.count | plural: "dia", "dias" }}',
        '\n',
        '\r\n',
        '\r',
        '\u2028',
        '{{',
        '}}',
      ),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));

describe('the editor’s model of a template', () => {
  it('gives back any text byte for byte', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(editorState(text, rules).sliceDoc()).toBe(text);
      }),
    );
  });

  it('changes what is edited and nothing else, and undo brings the very text back', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.string(), (text, seed, inserted) => {
        const at = seed % (text.length + 1);
        let state: EditorState = editorState(text, rules);
        state = state.update({ changes: { from: at, insert: inserted } }).state;
        expect(state.sliceDoc()).toBe(text.slice(0, at) + inserted + text.slice(at));
        if (inserted !== '') undo({ state, dispatch: (transaction: Transaction) => (state = transaction.state) });
        expect(state.sliceDoc()).toBe(text);
      }),
    );
  });

  it('loses a chip and only the chip when its stretch is deleted', () => {
    const text = `Olá, ${liquidOf('debtor.firstName')}! {% if offer.summary %}${liquidOf('offer.summary')}{% endif %}`;
    const chip = piecesOf(text).find(({ kind }) => kind === 'variable')!;
    const state = editorState(text, rules).update({ changes: { from: chip.from, to: chip.to } }).state;
    expect(state.sliceDoc()).toBe('Olá, ! {% if offer.summary %}{{ offer.summary }}{% endif %}');
  });

  it('takes a text from outside by the smallest change', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const change = changeBetween(before, after);
        if (!change) expect(before).toBe(after);
        else expect(editorState(before, rules).update({ changes: change }).state.sliceDoc()).toBe(after);
      }),
    );
    expect(changeBetween('Oi, Ana!', 'Oi, Bia!')).toEqual({ from: 4, to: 6, insert: 'Bi' });
  });

  it('never grows over its limit, and still lets a text that is too long be shortened', () => {
    const small = { ...rules, maxLength: 5 };
    expect(
      editorState('abcde', small)
        .update({ changes: { from: 5, insert: 'f' } })
        .state.sliceDoc(),
    ).toBe('abcde');
    expect(
      editorState('abcdefgh', small)
        .update({ changes: { from: 6, to: 8 } })
        .state.sliceDoc(),
    ).toBe('abcdef');
  });

  it('on a single line takes no second one', () => {
    const line = { ...rules, singleLine: true };
    expect(
      editorState('a', line)
        .update({ changes: { from: 1, insert: '\nb' } })
        .state.sliceDoc(),
    ).toBe('a');
  });
});
