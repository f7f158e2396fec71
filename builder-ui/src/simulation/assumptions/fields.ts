import { CHANNELS } from '../../../../core/case/channel.ts';
import { MESSAGE_PURPOSES } from '../../../../core/case/case.ts';
import { STEP_TASK_KINDS } from '../../../../core/run/tasks.ts';
import type { Assumptions } from '../../../../core/simulation/assumptions.ts';

/** One number of the assumptions: where it is, in which unit, and how far it may go. */
export interface AssumptionField {
  readonly path: string;
  readonly unit: 'percent' | 'days' | 'times' | 'minutes';
  readonly max: number;
}

const percent = (path: string, max = 100): AssumptionField => ({ path, unit: 'percent', max });
const days = (path: string, max: number): AssumptionField => ({ path, unit: 'days', max });
const minutes = (path: string): AssumptionField => ({ path, unit: 'minutes', max: 480 });
const times = (path: string, max: number): AssumptionField => ({ path, unit: 'times', max });

export const CHANNEL_COLUMNS = ['deliveredPercent', 'provenPercent', 'answeredPercent'] as const;
export const ANSWERS = ['pays', 'promises', 'agrees', 'disputes', 'optsOut'] as const;
/** A message of one purpose, or to one tier, may be answered so many times as often. */
const LARGEST_FACTOR = 5;

/** In the order of a debtor's life: alone, contacted, answering, keeping to it, formal measures. */
export const FIELDS = {
  alone: [percent('paysOnTimePercent'), percent('spontaneousDailyPercent', 10)],
  channels: CHANNELS.flatMap((channel) => CHANNEL_COLUMNS.map((column) => percent(`channels.${channel}.${column}`))),
  weariness: [days('ageHalvesEveryDays', 720), times('insistenceFactor', 1)],
  purposes: MESSAGE_PURPOSES.map((purpose) => times(`purposes.${purpose}`, LARGEST_FACTOR)),
  offers: [
    times('offers.answerPerTenPercent', LARGEST_FACTOR),
    times('offers.answerWithInstallments', LARGEST_FACTOR),
    times('offers.agreesPerTenPercent', LARGEST_FACTOR),
  ],
  answers: ANSWERS.map((answer) => percent(`answers.${answer}`)),
  afterwards: [
    days('paymentLagDays.min', 60),
    days('paymentLagDays.max', 60),
    percent('paysOnlyOldestPercent'),
    percent('paysPartPercent'),
    percent('promiseKeptPercent'),
    percent('choosesInstallmentsPercent'),
    percent('installmentPaidPercent'),
  ],
  work: [...STEP_TASK_KINDS, 'reply'].map((kind) => minutes(`minutes.${kind}`)),
  formal: [percent('paysAfterRegistrationPercent'), percent('paysAfterFilingPercent')],
} as const satisfies Record<string, readonly AssumptionField[]>;

export const tierField = (tierId: string): AssumptionField => times(`tiers.${tierId}`, LARGEST_FACTOR);

type Tree = { readonly [key: string]: number | Tree };

/** @returns undefined for what the assumptions don't say, such as a tier without a factor of its own */
export function readAssumption(assumptions: Assumptions, path: string): number | undefined {
  let at: unknown = assumptions;
  for (const key of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[key];
  return typeof at === 'number' ? at : undefined;
}

/** The assumptions with one number put in its place; the shortest time to pay is never longer than the longest. */
export function putAssumption(assumptions: Assumptions, path: string, value: number): Assumptions {
  const put = (tree: Tree, [head, ...rest]: readonly string[]): Tree => ({
    ...tree,
    [head!]: rest.length === 0 ? value : put((tree[head!] as Tree | undefined) ?? {}, rest),
  });
  const next = put(assumptions as unknown as Tree, path.split('.')) as unknown as Assumptions;
  const { min, max } = next.paymentLagDays;
  if (min <= max) return next;
  return { ...next, paymentLagDays: path.endsWith('min') ? { min, max: min } : { min: max, max } };
}

/** How many numbers differ from what they are by default. */
export function changedCount(assumptions: Assumptions, defaults: Assumptions): number {
  const paths = [...Object.values(FIELDS).flatMap((fields) => fields.map(({ path }) => path)), ...Object.keys(assumptions.tiers).map((id) => `tiers.${id}`)];
  return paths.filter((path) => readAssumption(assumptions, path) !== (readAssumption(defaults, path) ?? 1)).length;
}
