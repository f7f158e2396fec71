import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReguaError } from '../../errors.ts';
import { arbitraryCadence } from '../../testing/arbitrary-cadence.ts';
import { cadenceSchema, readCadence, type CadenceDocument } from '../index.ts';
import { applyOperation, describeOperation, freshId, idsOf, type CadenceOperation } from './index.ts';

const base = (): CadenceDocument =>
  cadenceSchema.parse({
    schemaVersion: 2,
    id: 'r',
    name: 'R',
    tiers: [
      { id: 'ouro', name: 'Ouro' },
      { id: 'todos', name: 'Todos' },
    ],
    tracks: [
      {
        id: 'a',
        name: 'A',
        tierIds: ['ouro'],
        steps: [
          { id: 's1', name: 'Um', day: 1, blocks: [task('b1'), task('b2')] },
          { id: 's2', name: 'Dois', day: 5, blocks: [task('b3')] },
        ],
      },
      { id: 'b', name: 'B', tierIds: ['todos'] },
    ],
  });

const task = (id: string) => ({ id, kind: 'humanTask' as const, title: `Tarefa ${id}`, instructions: '', team: 'cobrança', dueInBusinessDays: 1 });
const shape = (document: CadenceDocument) =>
  document.tracks.map((track) => track.steps.map((step) => `${step.day}:${step.blocks.map((block) => block.id).join('+')}`));

/** Operations that make sense for a document, drawn from its own ids. */
function operationsFor(document: CadenceDocument): fc.Arbitrary<CadenceOperation> {
  const trackIds = document.tracks.map((track) => track.id);
  const stepIds = document.tracks.flatMap((track) => track.steps.map((step) => step.id));
  const blockIds = document.tracks.flatMap((track) => track.steps.flatMap((step) => step.blocks.map((block) => block.id)));
  const day = fc.integer({ min: -60, max: 400 });
  const options: fc.Arbitrary<CadenceOperation>[] = [
    fc.record({
      kind: fc.constant('addBlock' as const),
      place: fc.record({ trackId: fc.constantFrom(...trackIds), day }),
      block: fc.constant(task(freshId(document, 'block'))),
    }),
    fc.record({ kind: fc.constant('splitTrack' as const), trackId: fc.constantFrom(...trackIds), name: fc.constant('Cópia'), tierIds: fc.constant([]) }),
    fc.record({ kind: fc.constant('moveTrack' as const), trackId: fc.constantFrom(...trackIds), index: fc.nat(5) }),
  ];
  if (stepIds.length > 0) {
    options.push(fc.record({ kind: fc.constant('moveStep' as const), stepId: fc.constantFrom(...stepIds), trackId: fc.constantFrom(...trackIds), day }));
    options.push(fc.record({ kind: fc.constant('removeStep' as const), stepId: fc.constantFrom(...stepIds) }));
  }
  if (blockIds.length > 0) {
    options.push(
      fc.record({
        kind: fc.constant('moveBlock' as const),
        blockId: fc.constantFrom(...blockIds),
        place: fc.record({ trackId: fc.constantFrom(...trackIds), day }),
        index: fc.nat(4),
      }),
    );
    options.push(fc.record({ kind: fc.constant('removeBlock' as const), blockId: fc.constantFrom(...blockIds) }));
  }
  return fc.oneof(...options);
}

describe('editing a cadence', () => {
  it('always gives a document that the schema accepts, with every id once and steps in order of day', () => {
    fc.assert(
      fc.property(
        arbitraryCadence.chain((document) => operationsFor(document).map((operation) => ({ document, operation }))),
        ({ document, operation }) => {
          const before = JSON.stringify(document);
          const after = applyOperation(document, operation);
          expect(JSON.stringify(document)).toBe(before);
          const read = readCadence(JSON.parse(JSON.stringify(after)));
          expect(read).toMatchObject({ ok: true });
          for (const track of after.tracks) {
            const days = track.steps.map((step) => step.day);
            expect(days).toEqual([...new Set(days)].sort((x, y) => x - y));
          }
          expect(describeOperation(operation, document)).not.toBe('');
        },
      ),
    );
  });

  it('puts a block on an empty day as a new step, and on a day that has a step into that step', () => {
    const place = { trackId: 'b', day: 3 };
    const once = applyOperation(base(), { kind: 'addBlock', place, block: task('n1') });
    const twice = applyOperation(once, { kind: 'addBlock', place, index: 0, block: task('n2') });
    expect(shape(twice)[1]).toEqual(['3:n2+n1']);
  });

  it('moves a block within its step, to another day, and takes the emptied step away', () => {
    expect(shape(applyOperation(base(), { kind: 'moveBlock', blockId: 'b1', place: { trackId: 'a', day: 1 }, index: 2 }))[0]).toEqual(['1:b2+b1', '5:b3']);
    const moved = applyOperation(base(), { kind: 'moveBlock', blockId: 'b3', place: { trackId: 'b', day: 9 } });
    expect(shape(moved)).toEqual([['1:b1+b2'], ['9:b3']]);
    expect(moved.tracks[1]!.steps[0]!.name).toBe('Dois');
  });

  it('joins the blocks when a step moves onto a day that has one', () => {
    expect(shape(applyOperation(base(), { kind: 'moveStep', stepId: 's2', trackId: 'a', day: 1 }))[0]).toEqual(['1:b1+b2+b3']);
  });

  it('splits a track into two with fresh ids and hands tiers over', () => {
    const split = applyOperation(base(), { kind: 'splitTrack', trackId: 'a', name: 'Novos', tierIds: ['todos'] });
    expect(split.tracks.map((track) => [track.name, track.tierIds])).toEqual([
      ['A', ['ouro']],
      ['Novos', ['todos']],
      ['B', []],
    ]);
    expect(idsOf(split).size).toBe(idsOf(base()).size + 1 + 2 + 3);
  });

  it('leaves what it did not touch identical, so that views of it stay still', () => {
    const document = base();
    const after = applyOperation(document, { kind: 'removeBlock', blockId: 'b3' });
    expect(after.tracks[1]).toBe(document.tracks[1]);
    expect(after.tracks[0]!.steps[0]).toBe(document.tracks[0]!.steps[0]);
  });

  it('removes a tier from the tracks and offers that named it, and never the last one', () => {
    const without = applyOperation(base(), { kind: 'removeTier', tierId: 'ouro' });
    expect(without.tracks[0]!.tierIds).toEqual([]);
    expect(() => applyOperation(without, { kind: 'removeTier', tierId: 'todos' })).toThrow(/pelo menos uma faixa/);
  });

  it('says what is wrong when a part is gone', () => {
    expect(() => applyOperation(base(), { kind: 'removeStep', stepId: 'nada' })).toThrow(ReguaError);
    expect(() => applyOperation(base(), { kind: 'updateBlock', block: task('nada') })).toThrow(/Não encontrei/);
  });

  it('applies a batch in order and names it as one', () => {
    const batch: CadenceOperation = {
      kind: 'batch',
      label: 'Limpar',
      operations: [
        { kind: 'removeBlock', blockId: 'b1' },
        { kind: 'removeBlock', blockId: 'b2' },
      ],
    };
    expect(shape(applyOperation(base(), batch))[0]).toEqual(['5:b3']);
    expect(describeOperation(batch, base())).toBe('Limpar');
  });
});
