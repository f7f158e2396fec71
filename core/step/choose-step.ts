import { agreementReminders, breachOf } from '../agreement/index.ts';
import { noticeState } from '../bureau/notice.ts';
import type { Policies } from '../cadence/policies.ts';
import { debtorPlace } from '../calendar/index.ts';
import type { Case, Debt } from '../case/index.ts';
import { CHANNELS } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { addDays, daysBetween, earliest, formatCivilDate } from '../civil-date.ts';
import { debtStandings, lastDayOfClaim } from '../prescription/index.ts';
import type { StepDecision, StepPlan, WaitCode } from './decision.ts';
import type { Progress } from './progress.ts';
import { progressOf } from './progress.ts';
import type { Conversation } from './conversation.ts';
import { conversationOf } from './conversation.ts';
import { pausingPromise } from './promise.ts';

/** The policies that decide about steps. */
export type StepPolicies = Pick<Policies, 'promise' | 'prescription' | 'bureau' | 'agreement' | 'cityHolidays' | 'frequency' | 'beforeFormal'>;

/**
 * The one step that is due on a day, or why there is none and when to look again.
 *
 * - The anchor is the oldest debt that may be charged: open, not contested, not in an agreement, not prescribed. Its id is the cycle; when
 *   it is paid, the next debt's own days count, in a cycle of its own, so nothing is skipped ahead.
 * - After an outage only the latest due step runs; earlier ones stay behind.
 * - A formal step waits for the conversation it rests on (`beforeFormal`): contacts about this debt that arrived, and time since the first. While
 *   only time is missing it holds what comes after it; while contacts are, the messages after it go first.
 * - A notice that a step still to come needs by law is never jumped over: it runs first, and the step that needs it waits until
 *   its delivery is proven and the wait has passed (CDC 43 §2, Tema 1.315).
 * - With the state unchanged, no date before `nextActionOn` would bring a step.
 */
export function chooseStep(subject: Case, plan: StepPlan, policies: StepPolicies, on: CivilDate): StepDecision {
  const standings = debtStandings(subject, policies.prescription.years, on);
  const anchor = standings.chargeable[0];
  const agreements = agreementsOn(subject, policies, on);
  const agreementOn = agreements.nextActionOn;
  if (!anchor) {
    if (standings.agreed.length > 0)
      return wait('agreement-in-force', agreementOn, undefined, on, [
        'Há um acordo em vigor: a régua fica parada e as parcelas seguem a cadência do acordo.',
        ...agreements.reasons,
      ]);
    if (standings.contested.length > 0)
      return wait('contested', null, undefined, on, ['A dívida está contestada: nada é cobrado enquanto a contestação durar (CDC 54-G).']);
    if (standings.prescribed.length > 0)
      return wait('prescribed', null, undefined, on, [`A dívida venceu há mais de ${policies.prescription.years} anos: prescreveu, e o contato para.`]);
    return wait('no-open-debt', null, undefined, on, ['Não há dívida em aberto.']);
  }
  if (isClosed(subject)) return wait('opted-out', null, anchor, on, ['O devedor pediu para não ser contatado em nenhum canal.']);
  const promise = pausingPromise(subject, policies, on);
  if (promise) {
    const reason = `O devedor prometeu pagar em ${formatCivilDate(promise.promise.dueOn)}; a régua espera até ${formatCivilDate(promise.pausedUntil)}.`;
    return wait('promise-open', earliestOf(addDays(promise.pausedUntil, 1), agreementOn), anchor, on, [reason]);
  }
  const decision = chooseInCycle(subject, plan, policies, anchor, on);
  if (decision.kind === 'run') return decision;
  return { ...decision, nextActionOn: earliestOf(decision.nextActionOn, agreementOn, nextAnchorOn(standings.chargeable, policies)) };
}

function isClosed(subject: Case): boolean {
  const { optedOut } = subject.debtor;
  return optedOut.includes('all') || CHANNELS.every((channel) => optedOut.includes(channel));
}

function chooseInCycle(subject: Case, plan: StepPlan, policies: StepPolicies, anchor: Debt, on: CivilDate): StepDecision {
  const progress = progressOf(subject, plan, policies, anchor);
  const open = plan.steps.map((_, index) => index).filter((index) => !progress.executed.has(index) && !progress.expired(index, on));
  const ahead = open.filter((index) => plan.steps[index]!.day >= progress.floorDay);
  const come = ahead.filter((index) => progress.dueOn(index) <= on);
  const talk = conversationOf(subject, anchor.id, policies, on);
  // The first formal step asked for the conversation; the ones after it rest on the same.
  const spoken = [...progress.executed].some((index) => plan.steps[index]!.formal) || (talk.readyOn !== null && talk.readyOn <= on);
  const early = (index: number): boolean => plan.steps[index]!.formal === true && !spoken;
  const held = come.find(early);
  const due = come.filter((index) => !early(index) && (held === undefined || talk.readyOn === null || plan.steps[index]!.day < plan.steps[held]!.day));
  const comingOn =
    held !== undefined && talk.readyOn !== null
      ? talk.readyOn
      : ahead.filter((index) => progress.dueOn(index) > on).reduce<CivilDate | null>((first, index) => earliestOf(first, progress.dueOn(index)), null);
  const target = targetOf(plan, progress, due);
  const owed = owedNotice(
    plan,
    open.filter((index) => !early(index)),
    progress,
    target,
    on,
  );
  if (owed !== undefined && owed !== target) {
    const { kind } = noticeState(subject, anchor.id, policies, on);
    if (kind === 'none' || kind === 'unproven')
      return run(plan, anchor, owed, due, on, [
        `O aviso de "${plan.steps[owed]!.name}" é exigido por lei antes de uma etapa seguinte: vem primeiro (CDC 43 §2).`,
      ]);
  }
  if (target === undefined && held !== undefined)
    return wait('conversation-first', comingOn ?? addDays(on, LOOKS_AGAIN_DAYS), anchor, on, [
      conversationReason(plan.steps[held]!.name, talk, policies.beforeFormal, comingOn),
    ]);
  if (target === undefined) {
    if (comingOn === null) return wait('finished', null, anchor, on, ['A régua já cumpriu todas as etapas para esta dívida.']);
    const code = progress.executed.size === 0 && ahead[0] === 0 ? 'before-first-step' : 'between-steps';
    return wait(code, comingOn, anchor, on, [`A próxima etapa é em ${formatCivilDate(comingOn)}.`]);
  }
  // Steps of one day run one after the other; one that has to wait for its notice does not hold the others of its day.
  const today = sameDay(plan, due, target);
  const notice = plan.steps[target]!.requires === 'bureau-notice' ? noticeState(subject, anchor.id, policies, on) : undefined;
  for (const index of today) {
    if (plan.steps[index]!.requires !== 'bureau-notice' || notice?.kind === 'ready') return run(plan, anchor, index, due, on, []);
  }
  if (notice?.kind === 'waiting') {
    return wait('notice-waiting', earliestOf(notice.readyOn, comingOn), anchor, on, [
      `O aviso chegou em ${formatCivilDate(notice.deliveredOn)}; a negativação pode ser pedida a partir de ${formatCivilDate(notice.readyOn)}.`,
    ]);
  }
  // Whenever the proof comes, the wait runs from there: a look within that wait sees it before anything could be done.
  const proofSeenBy = addDays(on, Math.max(1, policies.bureau.noticeWaitDays));
  return wait('notice-not-proven', earliestOf(proofSeenBy, comingOn), anchor, on, [
    notice?.kind === 'none'
      ? 'Falta o aviso prévio: sem ele não se negativa (CDC 43 §2).'
      : 'A entrega do aviso prévio não está comprovada: sem a prova não se negativa (Tema 1.315). Envie por outro canal ou registre o comprovante.',
  ]);
}

/** A contact that was on its way, or that somebody made outside, may have arrived meanwhile. */
const LOOKS_AGAIN_DAYS = 7;

function conversationReason(
  step: string,
  { arrived, readyOn }: Conversation,
  { contacts, days }: Policies['beforeFormal'],
  comingOn: CivilDate | null,
): string {
  const asked = `${contacts === 1 ? '1 contato que chegou' : `${contacts} contatos que chegaram`} e ${days === 1 ? '1 dia' : `${days} dias`} desde o primeiro`;
  if (readyOn !== null) return `Antes de "${step}" a régua pede conversa: ${asked}. Pode ser a partir de ${formatCivilDate(readyOn)}.`;
  const so = arrived === 0 ? 'nenhum chegou' : arrived === 1 ? '1 chegou' : `${arrived} chegaram`;
  const then = comingOn === null ? ' Não há mais mensagens nesta régua: uma pessoa precisa falar com o cliente.' : '';
  return `Antes de "${step}" a régua pede conversa: ${asked}. Até agora, ${so}.${then}`;
}

/** The latest due day; a case that begins late begins with its first step after the due date and catches up one by one, unless the cadence wants the step of the day. */
function targetOf(plan: StepPlan, progress: Progress, due: readonly number[]): number | undefined {
  const begins = progress.floorDay === Number.NEGATIVE_INFINITY;
  const first = plan.lateEntry !== 'latest-step' && begins ? due.find((index) => plan.steps[index]!.day > 0) : due.find(progress.isCatchingUp);
  const chosen = first ?? due.at(-1);
  return chosen === undefined ? undefined : sameDay(plan, due, chosen)[0];
}

function sameDay(plan: StepPlan, due: readonly number[], target: number): number[] {
  return due.filter((index) => plan.steps[index]!.day === plan.steps[target]!.day);
}

/** A notice step whose day has come and that a step at or after the target, still to be executed, needs. */
function owedNotice(plan: StepPlan, open: readonly number[], progress: Progress, target: number | undefined, on: CivilDate): number | undefined {
  const fromDay = target === undefined ? progress.floorDay : plan.steps[target]!.day;
  const needed = open.findLast((index) => plan.steps[index]!.requires === 'bureau-notice' && plan.steps[index]!.day >= fromDay);
  if (needed === undefined) return undefined;
  return open.findLast(
    (index) => plan.steps[index]!.provides === 'bureau-notice' && index < needed && progress.dueOn(index) <= on && (target === undefined || index <= target),
  );
}

function run(plan: StepPlan, anchor: Debt, index: number, due: readonly number[], on: CivilDate, extra: readonly string[]): StepDecision {
  const step = plan.steps[index]!;
  const daysOverdue = daysBetween(anchor.dueDate, on);
  const passedOver = due.filter((other) => plan.steps[other]!.day < step.day).map((other) => plan.steps[other]!);
  const reasons = [`${position(daysOverdue)} do título ${anchor.number}: etapa "${step.name}" (${dayName(step.day)}).`, ...extra];
  if (passedOver.length > 0) reasons.push(`Ficaram para trás: ${passedOver.map((other) => `"${other.name}"`).join(', ')}.`);
  return {
    kind: 'run',
    stepId: step.id,
    stepName: step.name,
    day: step.day,
    cycle: anchor.id,
    daysOverdue,
    passedOver: passedOver.map((other) => other.id),
    reasons,
  };
}

function wait(code: WaitCode, nextActionOn: CivilDate | null, anchor: Debt | undefined, on: CivilDate, reasons: readonly string[]): StepDecision {
  return { kind: 'wait', code, nextActionOn, cycle: anchor?.id ?? null, daysOverdue: anchor ? daysBetween(anchor.dueDate, on) : null, reasons };
}

/** What the agreements in force ask for: the next date, and what is to be said of them today. */
function agreementsOn(subject: Case, policies: StepPolicies, on: CivilDate): { readonly nextActionOn: CivilDate | null; readonly reasons: readonly string[] } {
  let nextActionOn: CivilDate | null = null;
  const reasons: string[] = [];
  for (const agreement of subject.agreements) {
    if (agreement.status !== 'active') continue;
    const reminders = agreementReminders(subject, agreement, policies, on);
    nextActionOn = earliestOf(nextActionOn, reminders.nextActionOn);
    if (reminders.due) reasons.push(...reminders.due.reasons);
    if (reminders.breached) reasons.push(...breachOf(agreement, on, policies, debtorPlace(subject.debtor, policies)).reasons);
  }
  return { nextActionOn, reasons };
}

/** When the anchor prescribes, the next debt that has not becomes the anchor. */
function nextAnchorOn(chargeable: readonly Debt[], policies: StepPolicies): CivilDate | null {
  const [anchor, ...others] = chargeable;
  if (!anchor) return null;
  const last = lastDayOfClaim(anchor.dueDate, policies.prescription.years);
  return others.some((debt) => lastDayOfClaim(debt.dueDate, policies.prescription.years) > last) ? addDays(last, 1) : null;
}

function earliestOf(...dates: (CivilDate | null)[]): CivilDate | null {
  return dates.reduce((first, date) => (first === null ? date : date === null ? first : earliest(first, date)), null);
}

function position(daysOverdue: number): string {
  if (daysOverdue === 0) return 'Dia do vencimento';
  const days = Math.abs(daysOverdue);
  const count = `${days} ${days === 1 ? 'dia' : 'dias'}`;
  return daysOverdue > 0 ? `${count} de atraso` : `${days === 1 ? 'Falta' : 'Faltam'} ${count} para o vencimento`;
}

const dayName = (day: number): string => (day === 0 ? 'D0' : day > 0 ? `D+${day}` : `D−${-day}`);
