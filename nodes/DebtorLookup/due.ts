import { randomUUID } from 'node:crypto';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { formatInstant, parseInstant } from '../../core/calendar/index.ts';
import type { Case } from '../../core/case/index.ts';
import type { CadenceSettings } from '../../core/cadence/settings.ts';
import { breathe } from '../../ledger/breathe.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { chargesOf, debtorSummary, debtSummary } from '../shared/case-summary.ts';
import type { CaseItem } from '../shared/item.ts';
import { ledgerOf, ledgerPlaceOf } from '../shared/ledger-access.ts';
import { tellWhereThePeopleAre } from '../shared/empty-portfolio.ts';
import { keepToLedger, markLedger } from '../shared/ledger-marks.ts';
import { requirePortfolio } from '../shared/portfolio-field.ts';
import { Outputs } from '../shared/outputs.ts';
import { readParameters } from '../shared/parameters.ts';
import { problemOf } from '../shared/problem.ts';
import { rehearsalMarks, withRehearsal } from '../shared/rehearsal.ts';
import type { Moment } from '../shared/today.ts';
import { clockInstant, momentOf, momentOnItem } from '../shared/today.ts';
import { removalsDue } from './removals-due.ts';
import { undoBroken } from './undo-broken.ts';
import type { UndoneAgreement } from './undo-broken.ts';
import { settingsFrom } from './settings.ts';

/** A claim without an outcome for so long was left by a crash: no provider is waited for nearly that long. */
const STALE_CLAIM_MS = 15 * 60_000;

const defaults = {
  portfolio: 'principal',
  today: '',
  limit: 10_000,
  cadenceId: 'regua',
  cadenceName: '',
  creditor: {} as object,
  frequency: {} as object,
  policies: '{}' as string | object,
  leaseMinutes: 30,
  brokenAgreements: 'undo' as 'undo' | 'keep',
};

/** Starts a dated run and takes the cases that have something to do. The incoming items only start it: one run an execution. */
export async function takeDueCases(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
  const parameters = readParameters(this, defaults)(0);
  const settings = settingsFrom(parameters);
  const moment = momentOf(parameters.today);
  const portfolio = requirePortfolio(parameters.portfolio);
  const subject = { cadenceId: settings.cadenceId, portfolio };
  const place = await ledgerPlaceOf(this);
  keepToLedger(subject, place);
  const ledger = await ledgerOf(this);
  const run = { context: this, parameters, portfolio, settings, moment };
  if (moment.kind === 'rehearsal') return withRehearsal(this, ledger, (copy) => takeFrom(copy, run));
  const taken = await takeFrom(ledger, run);
  markLedger(subject, place);
  return taken;
}

interface DueRun {
  readonly context: IExecuteFunctions;
  readonly parameters: typeof defaults;
  readonly portfolio: string;
  readonly settings: CadenceSettings;
  readonly moment: Moment;
}

async function takeFrom(ledger: Ledger, { context, parameters, portfolio, settings, moment }: DueRun): Promise<INodeExecutionData[][]> {
  await ledger.reconcileStale(formatInstant(parseInstant(moment.now) - STALE_CLAIM_MS), moment.now);
  const runId = `run_${moment.today.replaceAll('-', '')}_${randomUUID().slice(0, 8)}`;
  await ledger.startRun({ id: runId, cadenceId: settings.cadenceId, portfolio, on: moment.today, startedAt: moment.now, settings });
  const cases = await ledger.takeDue({
    portfolio,
    on: moment.today,
    // A simulated day stands still, and a lease in it would never end.
    now: clockInstant(),
    limit: parameters.limit,
    leaseMs: isTrial(context, moment) ? 0 : parameters.leaseMinutes * 60_000,
    owner: context.getExecutionId() || runId,
  });
  const undone = parameters.brokenAgreements === 'undo' ? await undoBroken(cases, settings, moment, ledger) : new Map<string, UndoneAgreement>();
  const outputs = new Outputs(3);
  const notes = rehearsalMarks(context)(moment).why;
  for (const taken of cases) {
    await breathe();
    const broken = undone.get(taken.id);
    const subject = broken?.subject ?? taken;
    const base = baseItem(subject, runId, settings, moment);
    try {
      const charges = chargesOf(subject, settings.policies, moment.today);
      const warnings = [...notes, ...(broken?.reasons ?? []), ...charges.warnings.map((warning) => warning.message)];
      outputs.push(0, { ...base, debt: debtSummary(subject, charges), why: warnings }, 0);
    } catch (error) {
      outputs.push(1, { ...base, problem: problemOf(error), why: notes }, 0);
    }
  }
  for (const { subject, reasons } of await removalsDue(ledger, portfolio, settings, moment)) {
    outputs.push(2, { ...baseItem(subject, runId, settings, moment), why: [...notes, ...reasons] }, 0);
  }
  if (outputs.data.every((items) => items.length === 0)) await tellWhereThePeopleAre(context, ledger, portfolio, settings.creditor);
  return outputs.data;
}

/**
 * A person who tries nodes one by one in the editor, or walks through days, looks at the same cases again and again: nothing is held
 * back from them. No message leaves twice for it; claims see to that.
 */
function isTrial(context: IExecuteFunctions, moment: Moment): boolean {
  return moment.kind !== 'real' || context.getMode() === 'manual';
}

function baseItem(subject: Case, runId: string, settings: CadenceSettings, moment: Moment): Omit<CaseItem, 'why'> {
  return {
    caseId: subject.id,
    runId,
    cadenceId: settings.cadenceId,
    ...momentOnItem(moment),
    debtor: debtorSummary(subject),
  };
}
