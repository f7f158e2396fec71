import type { CivilDate } from '../civil-date.ts';

/** What a contract that says so usually says; not a legal number. */
export const DEFAULT_CONTRACT_RATES = { finePercent: '2', interestMonthlyPercent: '1' } as const;

export interface DatedLimit {
  readonly validFrom: CivilDate;
  readonly percent: string;
  readonly source: string;
}

/** Ceiling of the fine for late payment in consumer relations. */
export const CONSUMER_FINE_CAP: readonly DatedLimit[] = [{ validFrom: '1996-08-02', percent: '2', source: 'CDC, art. 52, §1º (Lei 9.298/1996)' }];

/** Contracted default interest above which a judge may reduce it; the user may set another ceiling. */
export const INTEREST_MONTHLY_CAP: readonly DatedLimit[] = [
  { validFrom: '1933-04-08', percent: '1', source: 'Decreto 22.626/1933, art. 5º, e CTN, art. 161, §1º' },
];

/** First day of the Taxa Legal. August 2024's rate holds for the 30th and the 31st only. */
export const TAXA_LEGAL_START: CivilDate = '2024-08-30';

/** The limit in force on a day: the last whose date has come. */
export function limitOn(limits: readonly DatedLimit[], on: CivilDate): DatedLimit | undefined {
  return limits.findLast((limit) => limit.validFrom <= on);
}
