import { runsOn } from '../cadence/clock.ts';
import type { CadenceDocument, Step, Track } from '../cadence/document.ts';
import type { CadenceSettings } from '../cadence/settings.ts';
import { settingsOf } from '../cadence/settings.ts';
import { asItRuns } from '../cadence/switched-on.ts';
import { formatInstant, instantOf } from '../calendar/index.ts';
import type { Instant } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { LookPlan } from '../run/index.ts';
import { closingBlock, planOf } from '../step/index.ts';

/** A document made ready for millions of questions. */
export interface Prepared {
  readonly document: CadenceDocument;
  readonly settings: CadenceSettings;
  /** Some tier asks how much is owed, so charges have to be computed to know the tier. */
  readonly tiersNeedDebt: boolean;
  readonly trackOf: (tierId: string) => PreparedTrack | undefined;
  /** The instants at which the cadence runs on a day; none on a day that its clock leaves out. */
  readonly runsOn: (on: CivilDate) => readonly Instant[];
  /** When what happens outside happens: at the first run's hour. */
  readonly nowOn: (on: CivilDate) => Instant;
}

export interface PreparedTrack {
  readonly track: Track;
  readonly plan: LookPlan;
  readonly steps: ReadonlyMap<string, Step>;
}

/** Where the daily schedule is kept: n8n's time zone in the exported workflow. */
const SCHEDULE_ZONE = 'America/Sao_Paulo';

/** @param hours `HH:MM` of every day's runs, instead of the document's own clock */
export function prepare(written: CadenceDocument, hours?: readonly string[]): Prepared {
  const document = asItRuns(written);
  const reaction = document.events.installment;
  const installments = reaction.length === 0 ? null : { closedBy: closingBlock(reaction) };
  const tracks = document.tracks.map((track): PreparedTrack => ({
    track,
    plan: { ...planOf(document, track), installments },
    steps: new Map(track.steps.map((step) => [step.id, step])),
  }));
  const byTier = new Map(document.tiers.map((tier) => [tier.id, tracks.find(({ track }) => track.tierIds.includes(tier.id))]));
  const times = hours === undefined ? runsOn(document) : () => hours;
  const runs = new Map<CivilDate, readonly Instant[]>();
  const instants = (on: CivilDate): readonly Instant[] => {
    let known = runs.get(on);
    if (known === undefined) runs.set(on, (known = times(on).map((time) => instantAt(on, time))));
    return known;
  };
  return {
    document,
    settings: settingsOf(document),
    tiersNeedDebt: document.tiers.some(
      ({ rule }) => rule.maxDebtToLifetimePercent !== undefined || rule.minDebtCents !== undefined || rule.maxDebtCents !== undefined,
    ),
    trackOf: (tierId) => byTier.get(tierId),
    runsOn: instants,
    nowOn: (on) => instants(on)[0] ?? instantAt(on, document.schedule.at),
  };
}

function instantAt(date: CivilDate, time: string): Instant {
  const [hour, minute] = time.split(':').map(Number);
  return formatInstant(instantOf({ date, minute: hour! * 60 + minute! }, SCHEDULE_ZONE));
}
