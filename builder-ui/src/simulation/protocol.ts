import type { CadenceDocument } from '../../../core/cadence/document.ts';
import type { Case } from '../../../core/case/index.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import type { Assumptions, CaseTimeline, SimulatedDay, SimulationResults } from '../../../core/simulation/index.ts';

/** What a run is made of; the same setup gives the same run, day for day. */
export interface RunSetup {
  readonly document: CadenceDocument;
  /** The user's own portfolio, or how many invented debtors. */
  readonly portfolio: { readonly kind: 'sample'; readonly count: number } | { readonly kind: 'cases'; readonly cases: readonly Case[] };
  readonly from: CivilDate;
  readonly days: number;
  readonly seed: number;
  readonly assumptions: Assumptions;
}

export type Request =
  | { readonly kind: 'start'; readonly run: number; readonly setup: RunSetup }
  | { readonly kind: 'cancel'; readonly run: number }
  | { readonly kind: 'forget'; readonly run: number }
  | { readonly kind: 'people'; readonly run: number; readonly search: string }
  | { readonly kind: 'timeline'; readonly run: number; readonly caseId: string };

export interface PersonListed {
  readonly id: string;
  readonly name: string;
  /** The last four characters of the CPF or CNPJ. */
  readonly documentEnd: string;
}

export type Reply =
  | { readonly kind: 'started'; readonly run: number; readonly followed: readonly PersonListed[]; readonly each: number }
  | { readonly kind: 'days'; readonly run: number; readonly days: readonly SimulatedDay[]; readonly done: number; readonly of: number }
  | { readonly kind: 'finished'; readonly run: number; readonly results: SimulationResults; readonly milliseconds: number; readonly cancelled: boolean }
  | { readonly kind: 'people'; readonly run: number; readonly people: readonly PersonListed[] }
  | { readonly kind: 'timeline'; readonly run: number; readonly timeline: CaseTimeline; readonly name: string }
  | { readonly kind: 'failed'; readonly run: number; readonly message: string };
