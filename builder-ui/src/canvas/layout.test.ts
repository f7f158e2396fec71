import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cadenceSchema, type CadenceDocument } from '../../../core/cadence/document.ts';
import { CARD_WIDTH } from './geometry.ts';
import { dayAfter, dayAt, landingOf, laneAt, layoutRuler, xOfDay } from './layout.ts';

const days = fc.uniqueArray(fc.integer({ min: -30, max: 400 }), { maxLength: 12 });
const cadences = fc.array(days, { minLength: 1, maxLength: 4 }).map((tracks): CadenceDocument =>
  cadenceSchema.parse({
    schemaVersion: 2,
    id: 'c',
    name: 'c',
    tiers: [{ id: 't', name: 't' }],
    tracks: tracks.map((list, track) => ({
      id: `track-${track}`,
      name: 'x',
      steps: list.toSorted((a, b) => a - b).map((day) => ({ id: `s-${track}-${day + 30}`, name: 'x', day, blocks: [] })),
    })),
  }),
);

describe('the ruler', () => {
  it('keeps days in order and never lays two cards of a track over each other', () => {
    fc.assert(
      fc.property(cadences, (document) => {
        const layout = layoutRuler(document);
        for (const [index, mark] of layout.marks.entries()) if (index > 0) expect(mark.x).toBeGreaterThan(layout.marks[index - 1]!.x);
        for (const track of document.tracks) {
          const placed = layout.steps.filter((step) => step.trackId === track.id);
          for (const [index, step] of placed.entries()) if (index > 0) expect(step.x).toBeGreaterThanOrEqual(placed[index - 1]!.x + CARD_WIDTH);
        }
      }),
    );
  });

  it('reads back the day of every card, and of every mark where no card of the track is in the way', () => {
    fc.assert(
      fc.property(cadences, (document) => {
        const layout = layoutRuler(document);
        for (const placed of layout.steps) {
          expect(dayAt(layout, placed.x + CARD_WIDTH / 2, placed.trackId)).toBe(placed.step.day);
          expect(xOfDay(layout, placed.step.day)).toBe(placed.x + CARD_WIDTH / 2);
        }
      }),
    );
  });

  it('shows a drop where the hand is: the landing of a day reads back as that day', () => {
    const document = cadenceSchema.parse({
      schemaVersion: 2,
      id: 'c',
      name: 'c',
      tiers: [{ id: 't', name: 't' }],
      tracks: [{ id: 'a', name: 'a', steps: [2, 8].map((day) => ({ id: `s${day}`, name: 'x', day, blocks: [] })) }],
    });
    const layout = layoutRuler(document);
    for (const day of [3, 4, 5, 6, 7]) expect(dayAt(layout, landingOf(layout, 'a', day).x, 'a')).toBe(day);
  });

  it('draws the due date between the last day before it and the first day after', () => {
    fc.assert(
      fc.property(cadences, (document) => {
        const layout = layoutRuler(document);
        const before = layout.marks.findLast((mark) => mark.day < 0);
        const after = layout.marks.find((mark) => mark.day > 0);
        if (layout.marks.some((mark) => mark.day === 0) || !before || !after) return;
        expect(layout.dueX).toBeGreaterThan(before.x);
        expect(layout.dueX).toBeLessThan(after.x);
      }),
    );
  });

  it('finds a lane for every height', () => {
    fc.assert(fc.property(cadences, fc.integer({ min: -1000, max: 5000 }), (document, y) => laneAt(layoutRuler(document), y) !== undefined));
  });

  it('offers the middle of a wait, and a usual distance after the last step', () => {
    expect(dayAfter(7, 15)).toBe(11);
    expect(dayAfter(-3, undefined)).toBe(1);
    expect(dayAfter(7, undefined)).toBe(12);
    expect(dayAfter(30, undefined)).toBe(45);
  });
});
