import type { Policies } from '../cadence/policies.ts';
import { contactOpening, formatInstant, instantOf, localMoment, parseInstant } from '../calendar/index.ts';
import type { Case, Channel, ContactPoint, Instant, MessagePurpose } from '../case/index.ts';
import { CHANNEL_LABELS } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import { formatCivilDate } from '../civil-date.ts';
import type { LeavingMessage } from '../message/composed.ts';
import { debtStandings } from '../prescription/index.ts';
import type { GuardCode, GuardDecision } from './decision.ts';
import { capsFor, ContactDays } from './frequency.ts';
import { personalDataIn } from './personal-data.ts';
import { isCollecting } from '../case/index.ts';

export interface GuardInput {
  readonly subject: Case;
  readonly channel: Channel;
  /** Where it would go; null for a letter to the debtor's own address. */
  readonly contactPoint: ContactPoint | null;
  /** As it would leave; null asks about everything but the text. */
  readonly message: (Pick<LeavingMessage, 'text' | 'findings'> & Partial<Pick<LeavingMessage, 'subject' | 'html'>>) | null;
  readonly purpose: MessagePurpose;
  readonly policies: Pick<Policies, 'prescription' | 'windows' | 'cityHolidays' | 'frequency'>;
  readonly now: Instant;
  /** The day the debts are looked at. */
  readonly on: CivilDate;
}

/**
 * The last question before anything leaves. In order: paid or agreement in force · contested · prescribed · opted out · hours where the
 * debtor is · frequency · vocabulary · personal data on an unverified contact. The first refusal is the answer; refusals by hour and
 * frequency say from when it may leave, at an instant that satisfies both.
 * @throws ReguaError `instant.unreadable`, `uf.unknown`, `windows.never-open`
 */
export function guard(input: GuardInput): GuardDecision {
  return standing(input) ?? consent(input) ?? moment(input) ?? wording(input) ?? { allowed: true, reason: 'Tudo certo: pode ser enviado agora.' };
}

/** May this debtor be asked for this now at all? Thanks, surveys and answers ask for nothing and pass, but at
 * prescription everything stops except thanks; an agreement's reminder needs an agreement. */
function standing({ subject, purpose, policies, on }: GuardInput): GuardDecision | undefined {
  const { chargeable, agreed, contested, prescribed } = debtStandings(subject, policies.prescription.years, on);
  if (purpose === 'agreement') {
    return agreed.length > 0 || subject.agreements.length > 0 || chargeable.length > 0 ? undefined : refuse('paid', 'Não há acordo nem dívida em aberto.');
  }
  if (chargeable.length > 0) return undefined;
  const onlyPrescribed = prescribed.length > 0 && agreed.length === 0 && contested.length === 0;
  if (!isCollecting(purpose) && !(onlyPrescribed && purpose !== 'thanks')) return undefined;
  if (agreed.length > 0) return refuse('agreement', 'Há um acordo em vigor: enquanto ele é cumprido, a dívida não é cobrada.');
  if (contested.length > 0) return refuse('contested', 'A dívida está contestada: nada é cobrado enquanto a contestação durar (CDC 54-G).');
  if (prescribed.length > 0) return refuse('prescribed', `A dívida prescreveu (mais de ${policies.prescription.years} anos do vencimento): o contato para.`);
  return refuse('paid', 'Não há dívida em aberto: já foi paga ou cancelada.');
}

function consent({ subject, channel, contactPoint }: GuardInput): GuardDecision | undefined {
  const { optedOut } = subject.debtor;
  if (optedOut.includes('all')) return refuse('opted-out', 'O devedor pediu para não ser contatado.');
  if (optedOut.includes(channel)) return refuse('opted-out', `O devedor pediu para não ser contatado por ${CHANNEL_LABELS[channel]}.`);
  if (contactPoint?.consent[channel] === false) return refuse('opted-out', `O devedor não autorizou ${CHANNEL_LABELS[channel]} neste contato.`);
  return undefined;
}

function moment({ subject, channel, purpose, policies, now }: GuardInput): GuardDecision | undefined {
  const { uf, city } = subject.debtor;
  const place = { uf, city, cityHolidays: policies.cityHolidays, channel, windows: policies.windows };
  const opening = contactOpening(now, place);
  const caps = capsFor(purpose, policies.frequency);
  const days = new ContactDays([...subject.contacts, ...(subject.contactsElsewhere ?? [])]);
  const room = days.room(opening.localDate, caps);
  if (opening.allowed && room.free) return undefined;
  let { nextOpening } = opening;
  for (;;) {
    const date = localMoment(parseInstant(nextOpening), opening.timeZone).date;
    const free = days.firstFree(date, caps);
    if (free === date) break;
    nextOpening = contactOpening(formatInstant(instantOf({ date: free, minute: 0 }, opening.timeZone)), place).nextOpening;
  }
  const date = localMoment(parseInstant(nextOpening), opening.timeZone).date;
  const deferredUntil = { instant: nextOpening, date };
  if (!opening.allowed) return { allowed: false, code: 'hours', reason: opening.reason, deferredUntil };
  const { perDay, perSevenDays } = caps;
  const why =
    room.today >= perDay
      ? `já foi contatado ${times(room.today)} hoje (limite de ${perDay} por dia)`
      : `já foi contatado ${times(room.inSevenDays)} em sete dias (limite de ${perSevenDays})`;
  return { allowed: false, code: 'frequency', reason: `O devedor ${why}; fica para ${formatCivilDate(date)}.`, deferredUntil };
}

function wording({ subject, channel, contactPoint, message }: GuardInput): GuardDecision | undefined {
  if (!message) return undefined;
  const error = message.findings.find((finding) => finding.severity === 'error');
  if (error) return refuse('vocabulary', `O texto não pode sair: ${error.message}`);
  // A letter without a contact point goes to the address of the creditor's own register.
  if (contactPoint?.verified === true || (contactPoint === null && channel === 'letter')) return undefined;
  const data = personalDataIn([message.subject, message.text, message.html].filter((part) => part !== undefined).join('\n'), subject);
  return data.length === 0
    ? undefined
    : refuse('unverified-contact', `O contato não foi confirmado como sendo do devedor, e o texto mostra ${data.join(', ')}.`);
}

const refuse = (code: GuardCode, reason: string): GuardDecision => ({ allowed: false, code, reason });
const times = (count: number): string => `${count} ${count === 1 ? 'vez' : 'vezes'}`;
