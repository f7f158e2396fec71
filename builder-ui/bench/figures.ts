/** What was measured of one page with so many nodes, in ms: 95th percentiles for movements, medians for single acts. */
export interface Figures {
  readonly page: string;
  readonly nodes: number;
  readonly open?: number;
  readonly drag?: number;
  readonly pan?: number;
  readonly undo?: number;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const p95 = (values: readonly number[]): number => percentile(values, 0.95);
export const median = (values: readonly number[]): number => percentile(values, 0.5);

const MEASURES = ['open', 'drag', 'pan', 'undo'] as const;

/** Several rounds of the same page as one row: the median of each measure. */
export function middleOf(rounds: readonly Figures[]): Figures {
  const { page, nodes } = rounds[0]!;
  const measured = MEASURES.flatMap((measure) => {
    const values = rounds.flatMap((round) => round[measure] ?? []);
    return values.length === 0 ? [] : [[measure, Math.round(median(values) * 10) / 10] as const];
  });
  return { page, nodes, ...Object.fromEntries(measured) };
}
