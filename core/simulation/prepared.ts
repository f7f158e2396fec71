import { clockOf, firstRun } from '../cadence/clock.ts';
import type { CadenceDocument, Step, Track } from '../cadence/document.ts';
import type { CadenceSettings } from '../cadence/settings.ts';
import { settingsOf } from '../cadence/settings.ts';
import { asItRuns } from '../cadence/switched-on.ts';
import { formatInstant, instantOf } from '../calendar/index.ts';
import type { Instant } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { StepPlan } from '../step/index.ts';
import { planOf } from '../step/index.ts';
import type { Assumptions } from './assumptions.ts';

/** A document made ready for millions of questions. */
export interface Prepared {
  readonly document: CadenceDocument;
  readonly settings: CadenceSettings;
  readonly assumptions: Assumptions;
  /** Some tier asks how much is owed, so charges have to be computed to know the tier. */
  readonly tiersNeedDebt: boolean;
  readonly trackOf: (tierId: string) => PreparedTrack | undefined;
  /** The daily run's instant. */
  readonly nowOn: (on: CivilDate) => Instant;
}

export interface PreparedTrack {
  readonly track: Track;
  readonly plan: StepPlan;
  readonly steps: ReadonlyMap<string, Step>;
}

/** Where the daily schedule is kept: n8n's time zone in the exported workflow. */
const SCHEDULE_ZONE = 'America/Sao_Paulo';

export function prepare(written: CadenceDocument, assumptions: Assumptions): Prepared {
  const document = asItRuns(written);
  const tracks = document.tracks.map((track): PreparedTrack => ({
    track,
    plan: planOf(document, track),
    steps: new Map(track.steps.map((step) => [step.id, step])),
  }));
  const byTier = new Map(
    document.tiers.map((tier) => [
      tier.id,
      tracks.find(({ track }) => track.tierIds.includes(tier.id)) ?? tracks.find(({ track }) => track.tierIds.length === 0),
    ]),
  );
  const [hour, minute] = (firstRun(clockOf(document)) ?? document.schedule.at).split(':').map(Number);
  const instants = new Map<CivilDate, Instant>();
  return {
    document,
    settings: settingsOf(document),
    assumptions,
    tiersNeedDebt: document.tiers.some(
      ({ rule }) => rule.maxDebtToLifetimePercent !== undefined || rule.minDebtCents !== undefined || rule.maxDebtCents !== undefined,
    ),
    trackOf: (tierId) => byTier.get(tierId),
    nowOn: (on) => {
      let now = instants.get(on);
      if (now === undefined) instants.set(on, (now = formatInstant(instantOf({ date: on, minute: hour! * 60 + minute! }, SCHEDULE_ZONE))));
      return now;
    },
  };
}
