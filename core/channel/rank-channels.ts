import type { Policies } from '../cadence/policies.ts';
import type { Case, Channel, ContactPoint, MessagePurpose } from '../case/index.ts';
import { CHANNEL_LABELS } from '../case/index.ts';
import type { CivilDate } from '../civil-date.ts';
import type { Cents } from '../money.ts';
import { formatMoney } from '../money.ts';
import type { ChannelDecision, RankedChannel } from './decision.ts';
import type { ChannelHistory } from './history.ts';
import { channelHistory } from './history.ts';

export interface ChannelChoiceInput {
  /** In the manager's order of preference. */
  readonly allowed: readonly Channel[];
  /** Weigh what the debtor answered before over that order. */
  readonly preferAnswered: boolean;
  readonly maxCostCents?: Cents | undefined;
  readonly settings: Policies['channels'];
  readonly on: CivilDate;
  readonly purpose: MessagePurpose;
}

/** The kinds of contact point that each channel reaches. */
export const POINT_KINDS: Readonly<Record<Channel, readonly ContactPoint['kind'][]>> = {
  email: ['email'],
  sms: ['mobile'],
  whatsapp: ['mobile'],
  voice: ['mobile', 'landline'],
  letter: ['address'],
};

/** After so many failures in a row an address is taken for dead until something arrives there or it is corrected. */
export const MAX_FAILURES_IN_A_ROW = 3;

// Weights of the score: the order gives 50 down to 20; behaviour and preference can turn it over, cost only breaks near ties.
const BEST_PLACE = 50;
const PLACE_SPAN = 30;
const ANSWERED = 30;
const DELIVERED = 8;
const PREFERRED = 20;
const PER_FAILURE = 16;
const PROOF = 6;
const COST_SPAN = 4;

/** Channels whose provider confirms delivery; a notice needs that proof (Tema 1.315). */
const GIVES_RECEIPT: ReadonlySet<Channel> = new Set(['sms', 'whatsapp']);

/**
 * Ranks the allowed channels for one contact and says why: the best contact point of each, then order, what got answers and deliveries
 * there, the debtor's preference and cost. With `preferAnswered` off the order alone decides among those that can be used.
 */
export function rankChannels(subject: Case, input: ChannelChoiceInput): ChannelDecision {
  const channels = [...new Set(input.allowed)];
  const ranked = channels.map((channel, place) => rank(subject, channel, place, channels.length, input));
  const dearest = Math.max(1, ...ranked.map((entry) => entry.costCents));
  const ranking = ranked
    .map((entry, place) => ({
      entry: entry.eligible && input.preferAnswered ? { ...entry, score: clamp(entry.score - (COST_SPAN * entry.costCents) / dearest) } : entry,
      place,
    }))
    .sort((a, b) => Number(b.entry.eligible) - Number(a.entry.eligible) || b.entry.score - a.entry.score || a.place - b.place)
    .map(({ entry }) => entry);
  const chosen = ranking[0]?.eligible ? ranking[0] : null;
  return {
    chosen,
    ranking,
    reasons: chosen
      ? [`${CHANNEL_LABELS[chosen.channel]}: ${chosen.reasons.join(' ')}`]
      : ['Nenhum canal desta etapa pode ser usado com este devedor.', ...ranking.flatMap((entry) => entry.reasons)],
  };
}

function rank(subject: Case, channel: Channel, place: number, count: number, input: ChannelChoiceInput): RankedChannel {
  const { costCents, provider } = input.settings[channel];
  const label = CHANNEL_LABELS[channel];
  const refused = (reason: string, point: ContactPoint | null = null): RankedChannel => ({
    channel,
    contactPointId: point?.id ?? null,
    address: point?.value ?? null,
    eligible: false,
    score: 0,
    costCents,
    reasons: [reason],
  });

  const { optedOut } = subject.debtor;
  if (optedOut.includes('all') || optedOut.includes(channel)) return refused(`${label}: o devedor pediu para não ser contatado.`);
  if (provider === 'none') return refused(`${label}: nenhum provedor foi configurado.`);
  if (input.purpose === 'bureau-notice' && channel === 'voice') return refused(`${label}: o aviso de negativação precisa ser por escrito (CDC 43 §2).`);
  if (input.maxCostCents !== undefined && costCents > input.maxCostCents)
    return refused(`${label}: custa ${formatMoney(costCents)}, acima do teto de ${formatMoney(input.maxCostCents)} da etapa.`);

  const points = subject.debtor.contactPoints.filter((point) => POINT_KINDS[channel].includes(point.kind));
  const usable = points.filter((point) => point.valid && point.consent[channel] !== false);
  if (usable.length === 0) {
    if (channel === 'letter' && points.length === 0 && (subject.debtor.address ?? '').trim() !== '')
      return scored(channel, null, subject.debtor.address!, channelHistory(subject.contacts, channel, null), place, count, subject, input);
    const point = points[0] ?? null;
    if (!point)
      return refused(
        `${label}: não há ${channel === 'email' ? 'e-mail' : channel === 'letter' ? 'endereço' : channel === 'voice' ? 'telefone' : 'celular'} cadastrado.`,
      );
    return refused(point.valid ? `${label}: o devedor não autorizou este canal.` : `${label}: o contato cadastrado é inválido.`, point);
  }
  const candidates = usable
    .map((point) => ({ point, history: channelHistory(subject.contacts, channel, point) }))
    .sort((a, b) => quality(b.point, b.history, channel) - quality(a.point, a.history, channel));
  const best = candidates[0]!;
  if (best.history.failuresInARow >= MAX_FAILURES_IN_A_ROW)
    return refused(`${label}: as últimas ${best.history.failuresInARow} tentativas falharam.`, best.point);
  return scored(channel, best.point, best.point.value, best.history, place, count, subject, input);
}

/** Which of several points of one channel: an answer beats a delivery, a verified point an unverified one, and failures sink it. */
function quality(point: ContactPoint, history: ChannelHistory, channel: Channel): number {
  return (
    (history.answered > 0 ? 100 : 0) +
    (history.delivered > 0 ? 20 : 0) +
    (point.verified ? 40 : 0) +
    (point.consent[channel] === true ? 10 : 0) -
    (history.failuresInARow >= MAX_FAILURES_IN_A_ROW ? 1000 : 60 * history.failuresInARow)
  );
}

function scored(
  channel: Channel,
  point: ContactPoint | null,
  address: string,
  history: ChannelHistory,
  place: number,
  count: number,
  subject: Case,
  input: ChannelChoiceInput,
): RankedChannel {
  const reasons = [place === 0 ? 'é a primeira opção da etapa.' : `é a ${place + 1}ª opção da etapa.`];
  let score = BEST_PLACE - (count > 1 ? (PLACE_SPAN * place) / (count - 1) : 0);
  const add = (points: number, reason: string): void => {
    score += points;
    reasons.push(reason);
  };
  if (input.preferAnswered) {
    if (history.answered > 0)
      add(
        ANSWERED * Math.min(1, (history.answered + 1) / (history.attempts + 1)),
        `O devedor já respondeu por aqui (${history.answered} de ${history.attempts}).`,
      );
    else if (history.delivered > 0) add(DELIVERED, 'Mensagens anteriores chegaram.');
    if (history.failuresInARow > 0)
      add(
        -PER_FAILURE * history.failuresInARow,
        `${history.failuresInARow === 1 ? 'A última tentativa falhou' : `As últimas ${history.failuresInARow} tentativas falharam`}.`,
      );
    if (subject.debtor.preferredChannel === channel) add(PREFERRED, 'É o canal que o devedor prefere.');
    if (input.purpose === 'bureau-notice' && GIVES_RECEIPT.has(channel)) add(PROOF, 'Confirma a entrega, que o aviso precisa provar.');
  }
  return { channel, contactPointId: point?.id ?? null, address, eligible: true, score: clamp(score), costCents: input.settings[channel].costCents, reasons };
}

const clamp = (score: number): number => Math.round(Math.min(100, Math.max(0, score)) * 10) / 10;
