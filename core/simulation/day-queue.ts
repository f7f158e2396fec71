/** Which cases wake on which day: an array per day, so that taking a day costs its own cases and nothing else. */
export class DayQueue {
  readonly #days: (number[] | undefined)[];

  constructor(days: number) {
    this.#days = new Array<number[] | undefined>(days).fill(undefined);
  }

  /** Days outside the simulation, Infinity among them, are not kept. */
  put(index: number, day: number): void {
    if (day < 0 || day >= this.#days.length) return;
    (this.#days[day] ??= []).push(index);
  }

  day(day: number): readonly number[] {
    return this.#days[day] ?? [];
  }

  free(day: number): void {
    this.#days[day] = undefined;
  }
}
