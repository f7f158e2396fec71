import type { Track } from '../../../core/cadence/document.ts';
import type { SimulatedDay } from '../../../core/simulation/types.ts';

export interface Traffic {
  /** Cases that went along a drawn line, by `from>to`. */
  readonly lines: Readonly<Record<string, number>>;
  /** Cases that a step was carried out for, by step id. */
  readonly steps: Readonly<Record<string, number>>;
  readonly largest: number;
}

/** Adds the days of one run up; each day once, so that playing on costs what the new day costs. */
export class TrafficCounter {
  readonly run: number;
  /** Days added so far. */
  counted = 0;
  /** Only steps that follow each other are joined by a line: who jumps from the first to the third is on neither of the two lines between. */
  readonly #drawn: Map<string, Map<string, string>>;
  readonly #lines = new Map<string, number>();
  readonly #steps = new Map<string, number>();
  #largest = 0;

  constructor(run: number, tracks: readonly Track[]) {
    this.run = run;
    this.#drawn = new Map(
      tracks.flatMap(({ steps }) =>
        steps.flatMap((step, index) => {
          const next = steps[index + 1];
          return next ? [[step.id, new Map([[next.id, `${step.id}>${next.id}`]])] as const] : [];
        }),
      ),
    );
  }

  upTo(days: readonly SimulatedDay[], last: number): Traffic {
    for (; this.counted <= last && this.counted < days.length; this.counted += 1) {
      const { flows, steps } = days[this.counted]!;
      for (const { from, to, count } of flows) {
        const line = this.#drawn.get(from)?.get(to);
        if (line === undefined) continue;
        const along = (this.#lines.get(line) ?? 0) + count;
        this.#lines.set(line, along);
        this.#largest = Math.max(this.#largest, along);
      }
      for (const [stepId, count] of Object.entries(steps)) this.#steps.set(stepId, (this.#steps.get(stepId) ?? 0) + count);
    }
    return { lines: Object.fromEntries(this.#lines), steps: Object.fromEntries(this.#steps), largest: this.#largest };
  }
}
