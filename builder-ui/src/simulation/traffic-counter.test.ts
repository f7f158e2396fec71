import { describe, expect, it } from 'vitest';
import classic from '../../../templates/classic.json' with { type: 'json' };
import { parseCadence } from '../../../core/cadence/index.ts';
import { sampleCases, simulate } from '../../../core/simulation/index.ts';
import { TrafficCounter } from './traffic-counter.ts';

const document = parseCadence(classic);
const from = '2026-03-02';
const { days, steps, flows } = simulate({ document, cases: sampleCases(150, 3, from), from, days: 90, seed: 11 });
const counter = () => new TrafficCounter(1, document.tracks);
const drawn = new Set(document.tracks.flatMap((track) => track.steps.slice(1).map((step, index) => `${track.steps[index]!.id}>${step.id}`)));

describe('the counts on the ruler', () => {
  it('are those of the run on its last day', () => {
    const traffic = counter().upTo(days, days.length - 1);
    expect(traffic.steps).toEqual(Object.fromEntries(steps.filter(({ executed }) => executed > 0).map(({ stepId, executed }) => [stepId, executed])));
    const expected = flows.map(({ from: a, to, count }) => [`${a}>${to}`, count] as const).filter(([line]) => drawn.has(line));
    expect(traffic.lines).toEqual(Object.fromEntries(expected));
    expect(traffic.largest).toBe(Math.max(...expected.map(([, count]) => count)));
  });

  it('are the same whether the days are played one by one or jumped to', () => {
    const played = counter();
    for (let day = 0; day < 40; day += 1) played.upTo(days, day);
    expect(played.upTo(days, 40)).toEqual(counter().upTo(days, 40));
    expect(played.counted).toBe(41);
  });

  it('hand out what does not change afterwards', () => {
    const one = counter();
    const early = one.upTo(days, 10);
    const kept = structuredClone(early);
    one.upTo(days, 60);
    expect(early).toEqual(kept);
  });
});
