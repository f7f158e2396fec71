import { describe, expect, it } from 'vitest';
import classic from '../../../templates/classic.json' with { type: 'json' };
import { applyOperation, parseCadence, type CadenceDocument, type CadenceOperation } from '../../../core/cadence/index.ts';
import { alignVersions, type ComparedStep } from './align-versions.ts';

const document = parseCadence(classic);
const after = (...operations: CadenceOperation[]): CadenceDocument => operations.reduce(applyOperation, document);
const firstTrack = (version: CadenceDocument) => alignVersions(document, version).tracks[0]!;
const days = (steps: readonly ComparedStep[]): string[] => steps.map(({ step, changes }) => `${step.day} ${step.id} ${changes.join('+') || 'same'}`);

describe('two versions on one day axis', () => {
  it('stand row by row when nothing changed', () => {
    const { tracks, sentences } = alignVersions(document, document);
    expect(sentences).toEqual([]);
    expect(tracks.map(({ before, after: now }) => [before?.id, now?.id])).toEqual(document.tracks.map(({ id }) => [id, id]));
    for (const row of tracks.flatMap(({ rows }) => rows)) {
      expect(days(row.before)).toEqual(days(row.after));
      expect(row.after[0]!.changes).toEqual([]);
    }
  });

  it('show a moved step on both of its days, each side with the day on the other', () => {
    const { rows } = firstTrack(after({ kind: 'moveStep', stepId: 'formal', trackId: 'classica', day: 9 }));
    const seven = rows.find(({ day }) => day === 7)!;
    const nine = rows.find(({ day }) => day === 9)!;
    expect([days(seven.before), days(seven.after)]).toEqual([['7 formal moved'], []]);
    expect([days(nine.before), days(nine.after)]).toEqual([[], ['9 formal moved']]);
    expect([seven.before[0]!.otherDay, nine.after[0]!.otherDay]).toEqual([9, 7]);
    expect(nine.missing).toBe(1);
  });

  it('show a removed step on the old side only, and link its sentence to it', () => {
    const version = after({ kind: 'removeStep', stepId: 'proposta' });
    const row = firstTrack(version).rows.find(({ day }) => day === 15)!;
    expect([days(row.before), days(row.after)]).toEqual([['15 proposta removed'], []]);
    expect(alignVersions(document, version).sentences.map(({ about }) => about)).toEqual([['proposta']]);
  });

  it('mark a step whose block moved away and the one it moved to, and link the sentence to both', () => {
    const [from, to] = document.tracks[0]!.steps;
    const block = from!.blocks[1]!;
    const version = after({ kind: 'moveBlock', blockId: block.id, place: { trackId: 'classica', day: to!.day }, index: 0 });
    const { sentences, tracks } = alignVersions(document, version);
    expect(new Set(sentences.find(({ kind }) => kind === 'moved')!.about)).toEqual(new Set([from!.id, to!.id]));
    const changed = tracks[0]!.rows.flatMap((row) => row.after).filter(({ changes }) => changes.includes('changed'));
    expect(changed.map(({ step }) => step.id)).toEqual([from!.id, to!.id]);
  });

  it('draw the due date once in each track, before the first day that is not before it', () => {
    for (const { rows, dueAtEnd } of alignVersions(document, document).tracks) {
      expect(rows.filter(({ due }) => due)).toHaveLength(dueAtEnd ? 0 : 1);
      expect(rows.findIndex(({ due }) => due)).toBe(rows.findIndex(({ day }) => day >= 0));
    }
  });

  it('put tracks that only one version has beside each other, in order, and nothing where there is none', () => {
    const [first, second] = document.tracks;
    const renamed = { ...document, tracks: [{ ...first!, id: 'outra' }] };
    expect(alignVersions(document, renamed).tracks.map(({ before, after: now }) => [before?.id ?? null, now?.id ?? null])).toEqual([
      [first!.id, 'outra'],
      [second!.id, null],
    ]);
  });
});
