import { debtorPlace, localMoment, parseInstant, timeZoneOf } from '../../../core/calendar/index.ts';
import { capsFor } from '../../../core/guard/index.ts';
import type { ComposedMessage } from '../../../core/message/composed.ts';
import { collectibleDebts } from '../../../core/message/index.ts';
import { askedAmounts } from '../../../core/payment/index.ts';
import type { ClaimInput } from '../../../ledger/ledger.ts';
import { placeOf } from '../../shared/run-setting.ts';
import type { Attempt, Candidate } from './attempt.ts';

/** The claim for one message: once per case, cadence, step, block and cycle, with the caps asked in the same transaction. */
export function claimInput({ request, subject, charges }: Attempt, candidate: Candidate, message: ComposedMessage): ClaimInput {
  const { item, spec, settings, moment } = request;
  const { policies } = settings;
  const { uf, city } = subject.debtor;
  return {
    caseId: subject.id,
    ...(item.runId === undefined ? {} : { runId: item.runId }),
    ...placeOf(item, moment.today),
    blockId: spec.blockId,
    channel: candidate.channel,
    ...(candidate.contactPoint ? { contactPointId: candidate.contactPoint.id } : {}),
    purpose: spec.purpose,
    at: moment.now,
    localDate: localMoment(parseInstant(moment.now), timeZoneOf(uf, city)).date,
    costCents: candidate.costCents,
    asked: askedAmounts(
      spec.purpose,
      collectibleDebts(subject, moment.today, policies.prescription.years),
      charges.debts,
      moment.today,
      debtorPlace(subject.debtor, policies),
    ),
    content: { ...(message.subject === undefined ? {} : { subject: message.subject }), text: message.text, variant: message.variant },
    caps: capsFor(spec.purpose, policies.frequency),
  };
}
