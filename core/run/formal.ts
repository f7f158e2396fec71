import type { BureauCode, RemovalState } from '../bureau/index.ts';
import { advanceEntry, bureauEligibility, removalState, requestEntry } from '../bureau/index.ts';
import type { BlockOf } from '../cadence/blocks.ts';
import type { BureauEntry, Case, Filing } from '../case/index.ts';
import type { CadenceSettings } from '../cadence/settings.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { chargesFor } from '../payment/index.ts';
import { chargeableDebts } from '../prescription/index.ts';
import type { SmallClaimsEligibility } from '../small-claims/eligibility.ts';
import { smallClaimsEligibility } from '../small-claims/eligibility.ts';
import type { BlockEnd } from './block-end.ts';
import { closes, comesBack } from './block-end.ts';
import type { RunSetting } from './setting.ts';
import type { StepTask } from './tasks.ts';
import { bureauRemovalTask, bureauRequestTask, filingTask, removalAlarmTask } from './tasks.ts';

/** Why the next choice of a step, and not the bureau's block, says what comes: the case itself is another, or time alone is missing. */
const ABOUT_THE_CASE: ReadonlySet<BureauCode> = new Set([
  'paid',
  'agreement',
  'contested',
  'prescribed',
  'promise-open',
  'notice-missing',
  'notice-not-proven',
  'notice-waiting',
  'not-overdue',
]);

export interface BureauEnd extends BlockEnd {
  /** Asked for now, or by an execution that came no further. */
  readonly entry?: BureauEntry;
  readonly code: BureauCode;
  readonly earliestOn?: CivilDate;
}

/** Asks for the registration of what may be registered today: the entry and the task of the person who sends it. */
export function requestRegistration({ subject, cadence, step, on }: RunSetting, block: Pick<BlockOf<'bureau'>, 'id' | 'provider'>, team?: string): BureauEnd {
  const { policies } = cadence;
  const eligibility = bureauEligibility(subject, policies, on);
  const { code, reasons, earliestOn } = eligibility;
  if (eligibility.eligible) {
    const entry = requestEntry(eligibility, { id: entryId(subject, eligibility.debtIds, on), provider: block.provider, on });
    return { code, entry, ending: { kind: 'done' }, reasons, entries: [entry], tasks: [bureauRequestTask(entry, subject.debtor, policies, on, team)] };
  }
  const reason = reasons[0] ?? 'A dívida não pode ser negativada.';
  const unfinished = code === 'already-registered' ? subject.bureauEntries.find((entry) => entry.status === 'requested') : undefined;
  // Asked for by an execution that did not come to the blocks after this one: they have their turn now.
  if (unfinished && !closes(step, block.id)) return { code, entry: unfinished, ending: { kind: 'done' }, reasons };
  const refused = { code, reasons, ...(earliestOn === undefined ? {} : { earliestOn }) };
  const notDone = { code: `bureau-${code}`, reason, ...(earliestOn === undefined ? {} : { deferredUntil: earliestOn }) };
  if (code === 'already-registered' && closes(step, block.id)) return { ...refused, notDone, ending: { kind: 'settled', reason } };
  if (ABOUT_THE_CASE.has(code)) return { ...refused, notDone, ending: comesBack(on, reason, earliestOn) };
  return { ...refused, notDone, ending: { kind: 'skipped', reason } };
}

/** The same debts asked for on the same day are the same request. */
const entryId = (subject: Pick<Case, 'id'>, debtIds: readonly string[], on: CivilDate): string =>
  `neg-${[subject.id, ...debtIds].join('-')}-${on.replaceAll('-', '')}`;

export const isAlarming = (state: RemovalState): boolean => state.kind === 'alarm' || state.kind === 'overdue';

export interface RemovalEnd extends BlockEnd {
  /** Asked to be removed now. */
  readonly removals: readonly { readonly entry: BureauEntry; readonly deadline?: CivilDate }[];
}

/**
 * Asks for the removal of every entry that has a ground for it, once, and raises the alarm while one that is near its deadline was not confirmed; without
 * a ground nothing is done, and the reason is said (Súmula 548).
 */
export function requestRemovals({ subject, cadence, step, on }: RunSetting, blockId: string, team?: string): RemovalEnd {
  const states = subject.bureauEntries.map((entry) => ({ entry, state: removalState(entry, subject, cadence.policies, on) }));
  const tasks: StepTask[] = states
    .filter(({ state }) => isAlarming(state))
    .map(({ entry, state }) => removalAlarmTask(entry, state.reasons, subject.debtor, on, team));
  const due = states.filter(({ entry, state }) => entry.status !== 'removal-requested' && (state.kind === 'due' || isAlarming(state)));
  const removals = due.map(({ entry, state }) => {
    tasks.push(bureauRemovalTask(entry, state, subject.debtor, on, team));
    return { entry: advanceEntry(entry, 'removal-requested', on), ...(state.deadline === undefined ? {} : { deadline: state.deadline }) };
  });
  const entries = removals.map(({ entry }) => entry);
  // Asked for already, by an execution that did not come to the blocks after this one.
  const asked = removals.length > 0 || (!closes(step, blockId) && states.some(({ entry }) => entry.status === 'removal-requested'));
  if (asked) return { removals, entries, tasks, ending: { kind: 'done' }, reasons: due.flatMap(({ state }) => state.reasons) };
  const reasons = states.length === 0 ? ['Não há negativação deste caso.'] : states.flatMap(({ state }) => state.reasons);
  const nothing = { removals, entries, tasks, reasons };
  return closes(step, blockId)
    ? { ...nothing, ending: { kind: 'settled' } }
    : { ...nothing, ending: { kind: 'skipped', reason: 'Não há negativação a retirar.' } };
}

/** What a case would bring to the small-claims court. */
export interface CaseClaim {
  readonly amount: Cents;
  readonly eligibility: SmallClaimsEligibility;
}

/** Whether the creditor may take what this case owes today to the small-claims court; undefined when nothing may be claimed. */
export function claimOf(subject: Case, { creditor, policies }: CadenceSettings, on: CivilDate): CaseClaim | undefined {
  const debts = chargeableDebts(subject, policies.prescription.years, on);
  const oldest = debts[0];
  if (!oldest) return undefined;
  const amount = chargesFor(debts, subject.debtor, policies, on).total;
  const { withLawyer, minAmountCents } = policies.smallClaims;
  const eligibility = smallClaimsEligibility({
    amount,
    plaintiff: creditor.kind,
    dueDate: oldest.dueDate,
    on,
    withLawyer,
    minAmountCents,
    prescriptionYears: policies.prescription.years,
  });
  return { amount, eligibility };
}

export interface FilingEnd extends BlockEnd {
  readonly claim?: CaseClaim;
}

/**
 * Prepares one filing per case for a person to take to the court: the same one again shows the filing that is there.
 * @param restsOn the block of the same step whose message has to have left before (the notice of the action)
 */
export function prepareFiling({ subject, cadence, place, on }: RunSetting, restsOn?: string, team?: string): FilingEnd {
  const claim = claimOf(subject, cadence, on);
  if (!claim?.eligibility.eligible) {
    const reasons = claim?.eligibility.reasons ?? ['Não há dívida em aberto.'];
    const reason = reasons[0]!;
    const notDone = { code: `small-claims-${claim?.eligibility.code ?? 'no-debt'}`, reason };
    return { ...(claim ? { claim } : {}), ending: { kind: 'skipped', reason }, reasons, notDone };
  }
  if (restsOn !== undefined && restsOn !== '' && !hasLeft(subject, place, restsOn)) {
    const reason = 'O aviso que vem antes da ação ainda não saiu: sem ele a ação não é preparada.';
    return { claim, ending: comesBack(on, reason), reasons: [reason], notDone: { code: 'small-claims-notice-missing', reason } };
  }
  const known = subject.filings.find((filing) => filing.status !== 'closed');
  const filing: Filing = known ?? { id: `acao-${subject.id}-${on.replaceAll('-', '')}`, preparedOn: on, amount: claim.amount, status: 'prepared' };
  const { reasons } = claim.eligibility;
  return { claim, filing, ending: { kind: 'done' }, reasons, tasks: [filingTask(filing, reasons, subject.debtor, cadence.policies, on, team)] };
}

const NOT_LEFT: ReadonlySet<string> = new Set(['claimed', 'unknown', 'failed']);

function hasLeft({ contacts }: Case, { stepId, cycle }: RunSetting['place'], blockId: string): boolean {
  return contacts.some((contact) => contact.stepId === stepId && contact.cycle === cycle && contact.blockId === blockId && !NOT_LEFT.has(contact.status));
}
