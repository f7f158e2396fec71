import { addBusinessDays } from '../../../core/calendar/index.ts';
import { CHANNEL_LABELS } from '../../../core/case/index.ts';
import type { ComposedMessage } from '../../../core/message/composed.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import type { MessageProvider, SendReceipt } from '../../../providers/messaging/index.ts';
import { chunks } from '../../shared/chunks.ts';
import { missingCase } from '../../shared/load-cases.ts';
import { maskAddress } from '../../shared/mask-address.ts';
import { problemOf } from '../../shared/problem.ts';
import type { Problem } from '../../shared/problem.ts';
import { StepJournal } from '../../shared/step-journal.ts';
import type { Attempt, Candidate } from './attempt.ts';
import { ask, beginAttempt, composeAndGuard, earlierContact } from './attempt.ts';
import { claimInput } from './claim-input.ts';
import { outgoing } from './outgoing.ts';
import { OutcomeWriter } from './outcome-writer.ts';
import { inPool } from './pool.ts';
import type { ProviderName, ProviderSet } from './provider-set.ts';
import type { DeliveryRequest, DeliveryResult, MessageReport } from './request.ts';
import { concernsChannelOnly, Settlement } from './settle.ts';

/** Cases are read again right before they are sent to; a chunk is what is sent within a few seconds. */
const CHUNK = 200;

export interface DeliveryOptions {
  readonly ledger: Ledger;
  readonly providers: ProviderSet;
  /** Messages under way at once, over all providers; each provider's own limit holds as well. */
  readonly concurrency: number;
  readonly timeoutMs: number;
  /** Composes and claims for the team's own sender instead of sending; on a simulated day it only composes. */
  readonly composeOnly: boolean;
  /** Aborted when a person stops the execution: what has not begun does not leave. */
  readonly stop?: AbortSignal | undefined;
  /** Offers another wording of a message that may leave; the plain text stays when it gives nothing. */
  readonly reword?: (attempt: Attempt, candidate: Candidate, plain: ComposedMessage) => Promise<{ readonly message: ComposedMessage; readonly note: string }>;
}

/** An attempt with the candidate, message and claim of the present round. */
interface Prepared {
  readonly attempt: Attempt;
  readonly candidate: Candidate;
  readonly message: ComposedMessage;
  readonly note?: string;
}

interface Claimed extends Prepared {
  readonly contactId: string;
}

/**
 * Composes, guards, claims, sends and records. What a provider refuses is tried again on the next best channel; what is in doubt
 * is never tried again. Every request gives exactly one result or one problem, unless the execution is stopped.
 */
export async function deliver(
  requests: readonly DeliveryRequest[],
  options: DeliveryOptions,
  onProblem: (index: number, problem: Problem) => void,
): Promise<DeliveryResult[]> {
  const results: DeliveryResult[] = [];
  for (const chunk of chunks(requests, CHUNK)) {
    if (options.stop?.aborted) break;
    const journal = new StepJournal(options.ledger);
    const settlement = new Settlement(journal);
    await deliverChunk(chunk, options, settlement, onProblem);
    await options.ledger.recordRefusals(settlement.refusals);
    await journal.flush();
    results.push(...settlement.results);
  }
  return results;
}

async function deliverChunk(
  chunk: readonly DeliveryRequest[],
  options: DeliveryOptions,
  settlement: Settlement,
  onProblem: (index: number, problem: Problem) => void,
): Promise<void> {
  const cases = await options.ledger.loadCases(chunk.map(({ item }) => item.caseId));
  let open: Attempt[] = [];
  for (const request of chunk) {
    const subject = cases.get(request.item.caseId);
    if (!subject) {
      onProblem(request.index, missingCase);
      continue;
    }
    try {
      const attempt = beginAttempt(request, subject);
      const earlier = earlierContact(request, subject);
      // The guard would count it against the caps and defer what is done already.
      if (earlier) settlement.already(attempt, earlier);
      else open.push(attempt);
    } catch (error) {
      onProblem(request.index, problemOf(error));
    }
  }
  // Each round tries one channel of every open attempt, so it ends after as many rounds as there are channels.
  while (open.length > 0) open = await round(open, options, settlement, onProblem);
}

async function round(
  open: readonly Attempt[],
  options: DeliveryOptions,
  settlement: Settlement,
  onProblem: (index: number, problem: Problem) => void,
): Promise<Attempt[]> {
  const prepared: Prepared[] = [];
  for (const attempt of open) {
    try {
      const ready = prepare(attempt, settlement);
      if (ready) prepared.push(ready);
    } catch (error) {
      onProblem(attempt.request.index, problemOf(error));
    }
  }
  const worded = await rewordAll(prepared, options);
  const claims = await options.ledger.claim(worded.map(({ attempt, candidate, message }) => claimInput(attempt, candidate, message)));
  const claimed: Claimed[] = [];
  const elsewhere: Attempt[] = [];
  for (const [index, claim] of claims.entries()) {
    const ready = worded[index]!;
    if (claim.kind === 'claimed') claimed.push({ ...ready, contactId: claim.contactId });
    else if (claim.kind === 'capped') settlement.capped(ready.attempt);
    else if (claim.contact.status === 'failed' && hasAnother(ready.attempt)) elsewhere.push(ready.attempt);
    else settlement.already(ready.attempt, claim.contact);
  }
  if (options.composeOnly) {
    await handOver(
      claimed.filter(({ attempt }) => attempt.request.moment.kind === 'real'),
      options,
      settlement,
    );
    await keepBack(
      claimed.filter(({ attempt }) => attempt.request.moment.kind !== 'real'),
      options,
      settlement,
    );
    return elsewhere;
  }
  return [...elsewhere, ...(await send(claimed, options, settlement))];
}

/** Goes on to the next channel, if there is one: an earlier execution was refused on this one. */
function hasAnother(attempt: Attempt): boolean {
  if (attempt.next + 1 >= attempt.candidates.length) return false;
  attempt.trail.push(`${CHANNEL_LABELS[attempt.candidates[attempt.next]!.channel]}: já tentado e recusado.`);
  attempt.next += 1;
  return true;
}

/** The next channel on which this message may leave; settles the attempt when there is none. */
function prepare(attempt: Attempt, settlement: Settlement): Prepared | undefined {
  let refusal: Parameters<Settlement['guarded']>[1] | undefined;
  for (; attempt.next < attempt.candidates.length; attempt.next++) {
    const candidate = attempt.candidates[attempt.next]!;
    const { message, decision } = composeAndGuard(attempt, candidate);
    if (decision.allowed) return { attempt, candidate, message };
    refusal = decision;
    if (!concernsChannelOnly(decision)) break;
    attempt.trail.push(`${CHANNEL_LABELS[candidate.channel]}: ${decision.reason}`);
  }
  if (refusal) settlement.guarded(attempt, refusal);
  else settlement.noChannel(attempt);
  return undefined;
}

async function rewordAll(prepared: readonly Prepared[], options: DeliveryOptions): Promise<Prepared[]> {
  const { reword } = options;
  if (!reword) return [...prepared];
  const worded: Prepared[] = [...prepared];
  await inPool([...prepared.entries()], Math.min(options.concurrency, 8), async ([index, ready]) => {
    const { message, note } = await reword(ready.attempt, ready.candidate, ready.message);
    // The other wording answers to the same guard.
    worded[index] = ask(ready.attempt, ready.candidate, message).allowed
      ? { ...ready, message, note }
      : { ...ready, note: 'O texto da IA não passou pela guarda; saiu o texto da régua.' };
  });
  return worded;
}

async function handOver(claimed: readonly Claimed[], options: DeliveryOptions, settlement: Settlement): Promise<void> {
  await options.ledger.recordOutcomes(claimed.map(({ contactId, attempt }) => ({ contactId, status: 'composed' as const, at: attempt.request.moment.now })));
  for (const ready of claimed) {
    // The team's own sender needs the address itself, and the HTML of an e-mail.
    const { candidate, message } = ready;
    settlement.handedOver(ready.attempt, {
      ...reportOf(ready, 'composed'),
      to: candidate.address,
      ...(message.html === undefined ? {} : { html: message.html }),
    });
  }
}

/** Who the team's own sender reaches, nobody here knows: on a day that is not the clock's it is given nothing, and nothing is held for it. */
async function keepBack(claimed: readonly Claimed[], options: DeliveryOptions, settlement: Settlement): Promise<void> {
  const reason = 'Ensaio: a data pedida não é a de hoje; a mensagem foi escrita e não foi entregue ao remetente da equipe.';
  await options.ledger.releaseClaims(claimed.map(({ contactId, attempt }) => ({ contactId, at: attempt.request.moment.now, error: reason })));
  for (const ready of claimed) settlement.keptBack(ready.attempt, { ...reportOf(ready, 'rehearsed'), code: 'rehearsal', reason });
}

async function send(claimed: readonly Claimed[], options: DeliveryOptions, settlement: Settlement): Promise<Attempt[]> {
  const outcomes = new OutcomeWriter(options.ledger);
  const again: Attempt[] = [];
  const unreachable: { contactId: string; at: string; error: string }[] = [];
  const follow: (() => Promise<void>)[] = [];
  const groups = byProvider(claimed);
  await Promise.all(
    [...groups].map(async ([name, group]) => {
      const provider = await options.providers.of(name);
      const width = typeof provider === 'string' ? group.length : Math.min(options.concurrency, provider.concurrency);
      await inPool(group, width, async (ready) => {
        const { attempt, candidate, contactId } = ready;
        const { now: at } = attempt.request.moment;
        const receipt: SendReceipt = typeof provider === 'string' ? { kind: 'unreachable', error: provider } : await sendBy(provider, ready, options.timeoutMs);
        switch (receipt.kind) {
          case 'sent':
            outcomes.add({
              contactId,
              at,
              status: receipt.status,
              ...(receipt.providerMessageId === undefined ? {} : { providerMessageId: receipt.providerMessageId }),
            });
            settlement.sent(attempt, reportOf(ready, receipt.status));
            return;
          case 'prepared':
            outcomes.add({ contactId, at, status: 'composed' });
            follow.push(() => openLetterTask(ready, receipt.file, options.ledger));
            settlement.sent(attempt, { ...reportOf(ready, 'prepared'), reason: 'Carta pronta: foi aberta uma tarefa para imprimir e postar.' });
            return;
          case 'rehearsed':
            outcomes.add({ contactId, at, status: 'composed' });
            settlement.sent(attempt, reportOf(ready, 'rehearsed'));
            return;
          case 'unknown':
            outcomes.add({ contactId, at, status: 'unknown', error: receipt.error });
            follow.push(() => openReconcileTask(ready, receipt.error, options.ledger));
            settlement.unknown(attempt, {
              ...reportOf(ready, 'unknown'),
              reason: `Não se sabe se chegou: ${receipt.error}. Uma pessoa confere; não é enviada de novo.`,
            });
            return;
          case 'refused':
            outcomes.add({ contactId, at, status: 'failed', error: receipt.error });
            break;
          case 'unreachable':
            unreachable.push({ contactId, at, error: receipt.error });
            break;
        }
        attempt.trail.push(`${CHANNEL_LABELS[candidate.channel]}: ${receipt.error}`);
        attempt.next += 1;
        if (receipt.kind === 'unreachable') attempt.unreachable = true;
        if (attempt.next < attempt.candidates.length) again.push(attempt);
        else if (attempt.unreachable) settlement.retryLater(attempt, { ...reportOf(ready, 'failed'), reason: receipt.error });
        else settlement.refusedEverywhere(attempt, { ...reportOf(ready, 'failed'), reason: receipt.error });
      });
    }),
  );
  await outcomes.flush();
  // Nothing left by these claims: given back, so that the same channel may be used once the provider is there again.
  await options.ledger.releaseClaims(unreachable);
  for (const work of follow) await work();
  return again;
}

async function sendBy(provider: MessageProvider, { attempt, candidate, message, contactId }: Claimed, timeoutMs: number): Promise<SendReceipt> {
  try {
    return await provider.send(await outgoing(attempt, candidate, message, contactId), AbortSignal.timeout(timeoutMs));
  } catch (error) {
    // Providers don't throw; if one does, nobody knows how far it came.
    return { kind: 'unknown', error: problemOf(error).message };
  }
}

function byProvider(claimed: readonly Claimed[]): Map<ProviderName, Claimed[]> {
  const groups = new Map<ProviderName, Claimed[]>();
  for (const ready of claimed) {
    const name = ready.attempt.request.settings.policies.channels[ready.candidate.channel].provider;
    const group = groups.get(name);
    if (group) group.push(ready);
    else groups.set(name, [ready]);
  }
  return groups;
}

function reportOf(ready: Claimed, status: MessageReport['status']): MessageReport {
  const { candidate, message, contactId, note } = ready;
  return {
    status,
    channel: candidate.channel,
    to: maskAddress(candidate.channel, candidate.address),
    ...(message.subject === undefined ? {} : { subject: message.subject }),
    text: message.text,
    contactId,
    ...(note === undefined ? {} : { reason: note }),
  };
}

async function openLetterTask({ attempt, contactId }: Claimed, file: string, ledger: Ledger): Promise<void> {
  const { request, subject } = attempt;
  await ledger.openTask({
    caseId: subject.id,
    ...(request.item.runId === undefined ? {} : { runId: request.item.runId }),
    kind: 'letter',
    title: `Imprimir e postar a carta de ${subject.debtor.name}`,
    instructions: `A carta está em ${file}. Depois de postar, confirme no nó "Mensagem", operação Confirmar, com o contato ${contactId}.`,
    team: 'cobrança',
    dueOn: addBusinessDays(request.moment.today, 1, { uf: subject.debtor.uf }),
    createdAt: request.moment.now,
    key: `letter:${contactId}`,
  });
}

async function openReconcileTask({ attempt, candidate, contactId }: Claimed, error: string, ledger: Ledger): Promise<void> {
  const { request, subject } = attempt;
  await ledger.openTask({
    caseId: subject.id,
    ...(request.item.runId === undefined ? {} : { runId: request.item.runId }),
    kind: 'reconcile',
    title: `Conferir se a mensagem por ${CHANNEL_LABELS[candidate.channel]} chegou a ${subject.debtor.name}`,
    instructions: `${error}. Procure no painel do provedor a mensagem ${contactId} e confirme o resultado no nó "Mensagem", operação Confirmar.`,
    team: 'cobrança',
    dueOn: addBusinessDays(request.moment.today, 1, { uf: subject.debtor.uf }),
    createdAt: request.moment.now,
    key: `reconcile:${contactId}`,
  });
}
