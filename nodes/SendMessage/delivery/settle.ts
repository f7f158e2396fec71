import type { GuardDecision } from '../../../core/guard/index.ts';
import type { Contact } from '../../../core/case/index.ts';
import { CHANNEL_LABELS } from '../../../core/case/index.ts';
import type { CivilDate } from '../../../core/civil-date.ts';
import { addDays, formatCivilDate } from '../../../core/civil-date.ts';
import type { Refusal } from '../../../ledger/ledger.ts';
import { refusalOf } from '../../shared/refusal.ts';
import type { StepJournal } from '../../shared/step-journal.ts';
import { closes } from '../../shared/step-journal.ts';
import type { Attempt } from './attempt.ts';
import type { DeliveryResult, MessageReport } from './request.ts';

/** Guard codes about the case as a whole: no other channel would change the answer. */
const ABOUT_THE_CASE = new Set(['paid', 'agreement', 'contested', 'prescribed', 'hours', 'frequency']);

export function concernsChannelOnly(decision: Extract<GuardDecision, { allowed: false }>): boolean {
  return !ABOUT_THE_CASE.has(decision.code);
}

/** Ends attempts: the result for the item, the refusal for the report, the step's record and the next look at the case. */
export class Settlement {
  readonly results: DeliveryResult[] = [];
  readonly refusals: Refusal[] = [];
  readonly #journal: StepJournal;

  constructor(journal: StepJournal) {
    this.#journal = journal;
  }

  sent(attempt: Attempt, report: MessageReport): void {
    const { item, moment, spec } = attempt.request;
    this.#journal.done(item, moment, spec.blockId);
    this.#result(attempt, 'sent', report);
  }

  /** Composed for the team's own sender: the step is closed when `confirm` says what became of it. */
  handedOver(attempt: Attempt, report: MessageReport): void {
    this.#result(attempt, 'sent', report);
  }

  /** Written to be looked at: the case is as it was before. */
  keptBack(attempt: Attempt, report: MessageReport): void {
    this.#result(attempt, 'peace', report);
  }

  /** In doubt: taken as done, since doing it again could reach the debtor twice; a person finds out. */
  unknown(attempt: Attempt, report: MessageReport): void {
    const { item, moment, spec } = attempt.request;
    this.#journal.done(item, moment, spec.blockId, report.reason);
    this.#result(attempt, 'failed', report);
  }

  /** Nothing left and nothing keeps it from leaving later today or tomorrow. */
  retryLater(attempt: Attempt, report: MessageReport): void {
    const { item, moment } = attempt.request;
    const reason = report.reason ?? 'O provedor não respondeu.';
    this.#journal.deferred(item, moment, moment.today, reason);
    this.#refuse(attempt, 'provider-unreachable', reason, moment.today);
    this.#result(attempt, 'failed', report);
  }

  /** Every channel said no for good. */
  refusedEverywhere(attempt: Attempt, report: MessageReport): void {
    const { item, moment } = attempt.request;
    const reason = report.reason ?? 'Todos os canais recusaram.';
    this.#journal.skipped(item, moment, reason);
    this.#refuse(attempt, 'provider-refused', reason);
    this.#result(attempt, 'failed', report);
  }

  noChannel(attempt: Attempt): void {
    const { item, moment } = attempt.request;
    this.#journal.skipped(item, moment, attempt.noCandidate);
    this.#refuse(attempt, 'no-channel', attempt.noCandidate);
    this.#result(attempt, 'peace', { status: 'not-sent', code: 'no-channel', reason: attempt.noCandidate });
  }

  guarded(attempt: Attempt, decision: Extract<GuardDecision, { allowed: false }>): void {
    const { item, moment } = attempt.request;
    const until = decision.deferredUntil?.date;
    if (until !== undefined) this.#journal.deferred(item, moment, until, decision.reason);
    // Paid, contested, prescribed…: what to do about it is the next step choice's to say, and the step stays open for it.
    else if (ABOUT_THE_CASE.has(decision.code)) this.#journal.deferred(item, moment, addDays(moment.today, 1), decision.reason);
    else this.#journal.skipped(item, moment, decision.reason);
    this.#refuse(attempt, decision.code, decision.reason, until);
    this.#result(attempt, 'peace', {
      status: 'not-sent',
      code: decision.code,
      reason: decision.reason,
      ...(until === undefined ? {} : { deferredUntil: until }),
    });
  }

  capped(attempt: Attempt): void {
    const { item, moment } = attempt.request;
    const until = addDays(moment.today, 1);
    const reason = 'O devedor acabou de ser contatado por outra via; fica para depois, para não procurá-lo demais.';
    this.#journal.deferred(item, moment, until, reason);
    this.#refuse(attempt, 'frequency', reason, until);
    this.#result(attempt, 'peace', { status: 'not-sent', code: 'frequency', reason, deferredUntil: until });
  }

  /** Somebody did, or is doing, this very thing. When the step has more to do after it, the item goes on as if it had just left. */
  already(attempt: Attempt, contact: Contact): void {
    const { item, moment, spec } = attempt.request;
    const reason = alreadyReason(contact);
    const report: MessageReport = { status: 'not-sent', code: 'already', contactId: contact.id, channel: contact.channel, reason };
    if (contact.status === 'claimed') {
      // Whoever holds the claim records the step; after a crash it becomes `unknown` and is seen then.
      this.#journal.deferred(item, moment, addDays(moment.today, 1), reason);
    } else if (contact.status === 'failed') this.#journal.skipped(item, moment, reason);
    else {
      this.#journal.done(item, moment, spec.blockId, reason);
      if (!closes(item, spec.blockId)) return this.#result(attempt, 'sent', report);
    }
    this.#result(attempt, 'peace', report);
  }

  #refuse(attempt: Attempt, code: string, reason: string, deferredUntil?: CivilDate): void {
    const { item, moment, spec } = attempt.request;
    this.refusals.push(refusalOf(item, moment, spec.blockId, { code, reason, ...(deferredUntil === undefined ? {} : { deferredUntil }) }));
  }

  #result(attempt: Attempt, kind: DeliveryResult['kind'], message: MessageReport): void {
    this.results.push({ index: attempt.request.index, kind, message: attempt.trail.length === 0 ? message : { ...message, attempts: [...attempt.trail] } });
  }
}

function alreadyReason(contact: Contact): string {
  const how = `${CHANNEL_LABELS[contact.channel]} em ${formatCivilDate(contact.localDate)}`;
  if (contact.status === 'claimed') return `Esta mensagem está sendo enviada por outra execução (${how}).`;
  if (contact.status === 'unknown') return `Não se sabe se esta mensagem chegou (${how}); uma pessoa confere, e ela não é enviada de novo.`;
  if (contact.status === 'failed') return `Esta mensagem já foi tentada e recusada (${how}).`;
  return `Esta mensagem já foi enviada (${how}).`;
}
