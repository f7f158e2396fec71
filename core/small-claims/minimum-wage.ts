import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';

export interface MinimumWage {
  readonly from: CivilDate;
  readonly amount: Cents;
  readonly source: string;
}

/** National minimum wage by the day it took effect. The law changes it: a new line is all that a new year needs. */
export const MINIMUM_WAGES: readonly MinimumWage[] = [
  { from: '2015-01-01', amount: 78_800, source: 'Decreto 8.381/2014' },
  { from: '2016-01-01', amount: 88_000, source: 'Decreto 8.618/2015' },
  { from: '2017-01-01', amount: 93_700, source: 'Decreto 8.948/2016' },
  { from: '2018-01-01', amount: 95_400, source: 'Decreto 9.255/2017' },
  { from: '2019-01-01', amount: 99_800, source: 'Decreto 9.661/2019' },
  { from: '2020-01-01', amount: 103_900, source: 'MP 916/2019' },
  { from: '2020-02-01', amount: 104_500, source: 'Lei 14.013/2020' },
  { from: '2021-01-01', amount: 110_000, source: 'Lei 14.158/2021' },
  { from: '2022-01-01', amount: 121_200, source: 'Lei 14.358/2022' },
  { from: '2023-01-01', amount: 130_200, source: 'MP 1.143/2022' },
  { from: '2023-05-01', amount: 132_000, source: 'Lei 14.663/2023' },
  { from: '2024-01-01', amount: 141_200, source: 'Decreto 11.864/2023' },
  { from: '2025-01-01', amount: 151_800, source: 'Decreto 12.342/2024' },
  { from: '2026-01-01', amount: 162_100, source: 'Decreto 12.797/2025' },
];

export interface WageOnDate {
  readonly wage: MinimumWage;
  /** False when the date lies in a year after the last line, or before the first one: the nearest line is used and should be checked. */
  readonly known: boolean;
}

export function minimumWageOn(date: CivilDate, wages: readonly MinimumWage[] = MINIMUM_WAGES): WageOnDate {
  const wage = wages.findLast((line) => line.from <= date);
  const first = wages[0]!;
  if (!wage) return { wage: first, known: false };
  return { wage, known: wage !== wages.at(-1) || date.slice(0, 4) === wage.from.slice(0, 4) };
}
