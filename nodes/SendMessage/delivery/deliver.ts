import type { Case } from '../../../core/case/index.ts';
import type { LeavingMessage } from '../../../core/message/composed.ts';
import type { Candidate, Handed, HandOver, MessageEnd, Tried } from '../../../core/run/index.ts';
import { claimTerms, mayLeave, messageBlock, reconcileTask } from '../../../core/run/index.ts';
import type { ClaimInput, Ledger } from '../../../ledger/ledger.ts';
import type { MessageProvider, OutgoingMessage, SendReceipt } from '../../../providers/messaging/index.ts';
import { missingCase } from '../../shared/load-cases.ts';
import { maskAddress } from '../../shared/mask-address.ts';
import type { Problem } from '../../shared/problem.ts';
import { problemOf } from '../../shared/problem.ts';
import { settingOf } from '../../shared/run-setting.ts';
import type { Settlement } from '../../shared/settlement.ts';
import type { Moment } from '../../shared/today.ts';
import { clockInstant } from '../../shared/today.ts';
import { accountTask } from './account-task.ts';
import type { ProviderName, ProviderSet } from './provider-set.ts';
import type { DeliveryRequest, DeliveryResult, MessageReport } from './request.ts';
import { DeliveryWriter, MOST_REST_MS } from './writer.ts';

/** So many messages are decided in one transaction, which holds SQLite's writer for some milliseconds. */
const BATCH = 25;
/** Nothing is under way with the team's own sender: what is claimed is given over at once. */
const COMPOSED_BATCH = 200;

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
  readonly reword?: (effect: HandOver) => Promise<{ readonly message: LeavingMessage; readonly note: string }>;
}

/** One message on its way, with the ways that were tried before. */
interface Turn {
  readonly request: DeliveryRequest;
  readonly tried: Tried[];
  /** Another wording of the text that the cadence would send. */
  reworded?: { readonly plain: string; readonly message: LeavingMessage; readonly note: string };
}

/** A message that may leave now, in the moment in which it was asked about. */
interface Ready {
  readonly turn: Turn;
  readonly effect: HandOver;
  readonly moment: Moment;
  readonly block: Generator<HandOver, MessageEnd, Handed>;
  readonly message: LeavingMessage;
  readonly provider: ProviderName;
  readonly note?: string | undefined;
}

/**
 * Sends messages one by one, as many at once as their providers take. Each is decided in the transaction that claims it, on the case as it stands then and at
 * the clock's hour, and handed over at once: what is recorded before that stops it, and a crash leaves in doubt only what is under way. What a provider
 * refuses is tried on the next best channel; an account's refusal ends that provider's sending for this run and costs nobody a step. Every request gives
 * exactly one result or one problem, unless the execution is stopped.
 * @throws what the ledger threw when it was lost on the way; what left until then stands as claimed and becomes a doubt
 */
export async function deliver(
  requests: readonly DeliveryRequest[],
  options: DeliveryOptions,
  onProblem: (index: number, problem: Problem) => void,
): Promise<DeliveryResult[]> {
  return new Delivery(options, onProblem).run(requests);
}

class Delivery {
  readonly #options: DeliveryOptions;
  /** Each made when the first message needs it. */
  readonly #providers = new Map<ProviderName, MessageProvider | string>();
  readonly #onProblem: (index: number, problem: Problem) => void;
  readonly #writer: DeliveryWriter;
  readonly #results = new Map<number, DeliveryResult>();
  readonly #queue: Turn[] = [];
  /** Turns whose provider had no room when they were asked about. */
  readonly #parked = new Map<ProviderName, Turn[]>();
  readonly #under = new Map<ProviderName, number>();
  /** Providers that said that the account may not send, with what they said. */
  readonly #stopped = new Map<ProviderName, string>();
  #inFlight = 0;
  /** As long again as the last transaction took: a fast provider has all its places free by then, and a slow one loses nothing. */
  #restsUntil = 0;
  #wake: () => void = () => undefined;

  constructor(options: DeliveryOptions, onProblem: (index: number, problem: Problem) => void) {
    this.#options = options;
    this.#onProblem = onProblem;
    this.#writer = new DeliveryWriter(options.ledger, (index, error) => {
      this.#results.delete(index);
      onProblem(index, problemOf(error));
    });
  }

  async run(requests: readonly DeliveryRequest[]): Promise<DeliveryResult[]> {
    this.#queue.push(...requests.map((request): Turn => ({ request, tried: [] })));
    for (;;) {
      const batch = this.#isStopping ? [] : this.#next();
      if (batch.length > 0) {
        const began = performance.now();
        await this.#begin(batch);
        const ended = performance.now();
        this.#restsUntil = ended + Math.min(ended - began, MOST_REST_MS);
      } else if (this.#inFlight > 0) await this.#woken();
      else break;
    }
    await this.#writer.close();
    if (this.#writer.failure !== undefined) throw this.#writer.failure;
    return [...this.#results.values()].sort((a, b) => a.index - b.index);
  }

  /** Something came back, or the rest is over. */
  async #woken(): Promise<void> {
    const rest = this.#restsUntil - performance.now();
    await new Promise<void>((resolve) => {
      const timer = rest > 0 ? setTimeout(resolve, rest) : undefined;
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  get #isStopping(): boolean {
    return this.#options.stop?.aborted === true || this.#writer.failure !== undefined;
  }

  /** As many as there is room for; a few at a time only when no more are left. */
  #next(): Turn[] {
    const width = this.#options.reword ? Math.min(8, this.#options.concurrency) : this.#options.concurrency;
    const free = width - this.#inFlight;
    const wanted = this.#queue.length + this.#parkedFree;
    if (free < Math.min(Math.ceil(width / 2), wanted)) return [];
    if (free < Math.min(width, wanted) && performance.now() < this.#restsUntil) return [];
    const most = this.#options.composeOnly ? COMPOSED_BATCH : Math.min(free, BATCH);
    const batch: Turn[] = [];
    for (const [name, turns] of this.#parked) {
      const room = this.#stopped.has(name) ? most : this.#room(name);
      batch.push(...turns.splice(0, Math.max(0, Math.min(room, most - batch.length))));
    }
    batch.push(...this.#queue.splice(0, most - batch.length));
    return batch;
  }

  get #parkedFree(): number {
    let count = 0;
    for (const [name, turns] of this.#parked) count += Math.min(turns.length, this.#stopped.has(name) ? turns.length : Math.max(0, this.#room(name)));
    return count;
  }

  #room(name: ProviderName): number {
    const provider = this.#providers.get(name);
    return (typeof provider === 'object' ? provider.concurrency : BATCH) - (this.#under.get(name) ?? 0);
  }

  async #begin(batch: readonly Turn[]): Promise<void> {
    const { ledger, stop, composeOnly } = this.#options;
    // A claim on another channel asks whether the ones before it failed.
    if (batch.some(({ tried }) => tried.length > 0)) await this.#writer.flush();
    if (this.#options.reword) await this.#rewordAll(batch);
    let decided: Decided = NOTHING;
    const decide = (cases: ReadonlyMap<string, Case>): ClaimInput[] => {
      decided = this.#decide(batch, cases);
      return decided.ready.map(claimOf);
    };
    // A case that is unknown fails its batch: each is asked alone then, so that one holds back no other.
    const claims = await ledger
      .claimNow(
        batch.map(({ request }) => request.item.caseId),
        decide,
      )
      .catch((error: unknown) => (isAboutOne(error) ? undefined : Promise.reject(error as Error)));
    if (!claims) {
      if (batch.length === 1) this.#onProblem(batch[0]!.request.index, missingCase);
      else for (const turn of batch) await this.#begin([turn]);
      return;
    }
    for (const { turn, problem } of decided.problems) this.#onProblem(turn.request.index, problem);
    for (const { turn, end, moment } of decided.ended) void this.#end(turn, moment, end);
    for (const [index, claim] of claims.entries()) {
      const ready = decided.ready[index]!;
      if (claim.kind !== 'claimed') void this.#answer(ready, claim.kind === 'capped' ? { kind: 'capped' } : { kind: 'already', contact: claim.contact });
      else if (stop?.aborted)
        void this.#writer.add(ready.turn.request.index, (settlement) => settlement.release(claim.contactId, ready.moment.now, 'A execução foi parada.'));
      else if (composeOnly) this.#giveToTeam(ready, claim.contactId);
      else void this.#send(ready, claim.contactId);
    }
    for (const { turn, provider } of decided.parked) {
      if (!this.#providers.has(provider)) this.#providers.set(provider, await this.#options.providers.of(provider));
      this.#park(provider, turn);
    }
  }

  /** Asked inside the claim's transaction, perhaps more than once: it changes nothing. */
  #decide(batch: readonly Turn[], cases: ReadonlyMap<string, Case>): Decided {
    const ready: Ready[] = [];
    const ended: Decided['ended'][number][] = [];
    const parked: Decided['parked'][number][] = [];
    const problems: Decided['problems'][number][] = [];
    const taken = new Map<ProviderName, number>();
    for (const turn of batch) {
      const { item, settings, spec, moment: momentNow } = turn.request;
      const subject = cases.get(item.caseId);
      if (!subject) {
        problems.push({ turn, problem: missingCase });
        continue;
      }
      try {
        const moment = momentNow();
        const setting = settingOf(item, subject, settings, moment);
        const block = messageBlock(setting, spec, { before: turn.tried });
        let next = block.next();
        for (; !next.done;) {
          const { channel } = next.value.candidate;
          const why = this.#whyClosed(settings.policies.channels[channel].provider);
          if (why === undefined) break;
          next = block.next({ kind: 'refused', fault: 'account', error: why });
        }
        if (next.done) {
          ended.push({ turn, end: next.value, moment });
          continue;
        }
        const provider = settings.policies.channels[next.value.candidate.channel].provider;
        if (!this.#options.composeOnly && (!this.#providers.has(provider) || this.#room(provider) - (taken.get(provider) ?? 0) <= 0)) {
          parked.push({ turn, provider });
          continue;
        }
        taken.set(provider, (taken.get(provider) ?? 0) + 1);
        ready.push({ turn, effect: next.value, moment, block, provider, ...worded(turn, next.value) });
      } catch (error) {
        problems.push({ turn, problem: problemOf(error) });
      }
    }
    return { ready, ended, parked, problems };
  }

  #whyClosed(name: ProviderName): string | undefined {
    if (this.#options.composeOnly) return undefined;
    const provider = this.#providers.get(name);
    return typeof provider === 'string' ? provider : this.#stopped.get(name);
  }

  #park(name: ProviderName, turn: Turn): void {
    const turns = this.#parked.get(name);
    if (turns) turns.push(turn);
    else this.#parked.set(name, [turn]);
  }

  async #send(ready: Ready, contactId: string): Promise<void> {
    const { provider: name, effect, message } = ready;
    const provider = this.#providers.get(name) as MessageProvider;
    this.#inFlight += 1;
    this.#under.set(name, (this.#under.get(name) ?? 0) + 1);
    let receipt = await sendBy(provider, outgoing(effect, message, contactId), this.#options.timeoutMs);
    if (receipt.kind === 'unknown' && provider.lookUp) receipt = await lookUp(provider, contactId, receipt, this.#options.timeoutMs);
    await this.#received(ready, contactId, receipt);
    // Only now: until its outcome is written a crash would leave it in doubt.
    this.#inFlight -= 1;
    this.#under.set(name, this.#under.get(name)! - 1);
    this.#wake();
  }

  #received(ready: Ready, contactId: string, receipt: SendReceipt): Promise<void> {
    const { now: at } = ready.moment;
    switch (receipt.kind) {
      case 'sent': {
        const { status, providerMessageId } = receipt;
        const outcome = { contactId, at, status, ...(providerMessageId === undefined ? {} : { providerMessageId }) };
        return this.#answer(ready, { kind: 'accepted', contactId, status }, (settlement) => settlement.outcome(outcome));
      }
      case 'prepared':
      case 'rehearsed':
        return this.#answer(ready, { kind: 'accepted', contactId, status: receipt.kind }, (settlement) =>
          settlement.outcome({ contactId, at, status: 'composed' }),
        );
      case 'unknown': {
        const { error } = receipt;
        const { setting, candidate } = ready.effect;
        const task = reconcileTask(contactId, candidate.channel, error, setting.subject.debtor, setting.cadence.policies, setting.on);
        return this.#answer(ready, { kind: 'doubt', contactId, error }, (settlement) => {
          settlement.outcome({ contactId, at, status: 'unknown', error });
          settlement.task(ready.turn.request.item, ready.moment, task);
        });
      }
      case 'refused': {
        const { fault, error } = receipt;
        if (fault !== 'account')
          return this.#answer(ready, { kind: 'refused', fault, error }, (settlement) => settlement.outcome({ contactId, at, status: 'failed', error }));
        const first = !this.#stopped.has(ready.provider);
        this.#stopped.set(ready.provider, error);
        return this.#answer(ready, { kind: 'refused', fault, error }, (settlement) => {
          settlement.release(contactId, at, error);
          if (first) settlement.task(ready.turn.request.item, ready.moment, accountTask(ready.provider, error, ready.effect.setting));
        });
      }
      case 'unreachable':
        return this.#answer(ready, { kind: 'refused', fault: 'provider', error: receipt.error }, (settlement) =>
          settlement.release(contactId, at, receipt.error),
        );
    }
  }

  /** Tells the block what became of its message: it is over, or goes on with another channel on fresh data. */
  #answer(ready: Ready, handed: Handed, write: (settlement: Settlement) => void = () => undefined): Promise<void> {
    const { turn, block, moment, effect } = ready;
    const next = block.next(handed);
    if (next.done) return this.#end(turn, moment, next.value, { ready, handed }, write);
    const written = this.#writer.add(turn.request.index, write);
    const { channel } = effect.candidate;
    if (handed.kind === 'refused') turn.tried.push({ channel, fault: handed.fault, error: handed.error });
    else if (handed.kind === 'already') turn.tried.push({ channel, error: 'já tentado e recusado.' });
    this.#queue.unshift(turn);
    return written;
  }

  #end(
    turn: Turn,
    moment: Moment,
    end: MessageEnd,
    sent?: { readonly ready: Ready; readonly handed: Handed },
    write: (settlement: Settlement) => void = () => undefined,
  ): Promise<void> {
    const { index, item, spec } = turn.request;
    const report = reportOf(end, sent);
    this.#results.set(index, { index, kind: end.outcome, message: end.trail.length === 0 ? report : { ...report, attempts: [...end.trail] } });
    return this.#writer.add(index, (settlement) => {
      write(settlement);
      settlement.ended(item, moment, spec.blockId, end);
    });
  }

  /** The team's own sender takes it; on a day that is not the clock's it is given nothing, and nothing is held for it. */
  #giveToTeam(ready: Ready, contactId: string): void {
    const { turn, moment, effect, message } = ready;
    const { index } = turn.request;
    const shown = shownOf(effect.candidate, message);
    if (moment.kind !== 'real') {
      const reason = 'Ensaio: a data pedida não é a de hoje; a mensagem foi escrita e não foi entregue ao remetente da equipe.';
      this.#results.set(index, { index, kind: 'peace', message: { ...shown, contactId, status: 'rehearsed', code: 'rehearsal', reason } });
      return void this.#writer.add(index, (settlement) => settlement.release(contactId, moment.now, reason));
    }
    this.#results.set(index, {
      index,
      kind: 'sent',
      // The team's own sender needs the address itself, and the HTML of an e-mail.
      message: {
        ...shown,
        contactId,
        status: 'composed',
        to: effect.candidate.address,
        ...(message.html === undefined ? {} : { html: message.html }),
        ...noted(ready.note),
      },
    });
    void this.#writer.add(index, (settlement) => settlement.outcome({ contactId, status: 'composed', at: moment.now }));
  }

  /** A model is slow: it is asked outside the transaction, about the text that would leave now. */
  async #rewordAll(batch: readonly Turn[]): Promise<void> {
    const { ledger, reword } = this.#options;
    const cases = await ledger.loadCases(batch.map(({ request }) => request.item.caseId));
    const { ready } = this.#decide(batch, cases);
    await Promise.all(
      ready.map(async ({ turn, effect }) => {
        const { message, note } = await reword!(effect);
        turn.reworded = { plain: effect.message.text, message, note };
      }),
    );
  }
}

interface Decided {
  readonly ready: readonly Ready[];
  readonly ended: readonly { readonly turn: Turn; readonly end: MessageEnd; readonly moment: Moment }[];
  readonly parked: readonly { readonly turn: Turn; readonly provider: ProviderName }[];
  readonly problems: readonly { readonly turn: Turn; readonly problem: Problem }[];
}
const NOTHING: Decided = { ready: [], ended: [], parked: [], problems: [] };

const isAboutOne = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === 'ledger.case-unknown';

/** The other wording answers to the same guard, and only stands for the text it was made from. */
function worded({ reworded }: Turn, effect: HandOver): Pick<Ready, 'message' | 'note'> {
  if (reworded?.plain !== effect.message.text) return { message: effect.message };
  return mayLeave(effect.setting, effect.spec, effect.candidate, reworded.message).allowed
    ? { message: reworded.message, note: reworded.note }
    : { message: effect.message, note: 'O texto da IA não passou pela guarda; saiu o texto da régua.' };
}

function claimOf({ turn, effect, message }: Ready): ClaimInput {
  const { setting, spec, candidate } = effect;
  const { runId } = turn.request.item;
  return {
    caseId: setting.subject.id,
    ...(runId === undefined ? {} : { runId }),
    ...setting.place,
    blockId: spec.blockId,
    channel: candidate.channel,
    ...(candidate.contactPoint ? { contactPointId: candidate.contactPoint.id } : {}),
    purpose: spec.purpose,
    at: setting.now,
    claimedAt: clockInstant(),
    costCents: candidate.costCents,
    content: { ...(message.subject === undefined ? {} : { subject: message.subject }), text: message.text, variant: message.variant },
    ...claimTerms(effect),
  };
}

function outgoing({ setting, candidate }: HandOver, message: LeavingMessage, contactId: string): OutgoingMessage {
  return {
    reference: contactId,
    channel: candidate.channel,
    to: candidate.address,
    toName: setting.subject.debtor.name,
    text: message.text,
    ...(message.subject === undefined ? {} : { subject: message.subject }),
    ...(message.html === undefined ? {} : { html: message.html }),
  };
}

async function sendBy(provider: MessageProvider, message: OutgoingMessage, timeoutMs: number): Promise<SendReceipt> {
  try {
    return await provider.send(message, AbortSignal.timeout(timeoutMs));
  } catch (error) {
    // Providers don't throw; if one does, nobody knows how far it came.
    return { kind: 'unknown', error: problemOf(error).message };
  }
}

/** Asked once; what it can't tell stays as it was. */
async function lookUp(provider: MessageProvider, reference: string, doubt: SendReceipt, timeoutMs: number): Promise<SendReceipt> {
  try {
    const found = await provider.lookUp!(reference, AbortSignal.timeout(Math.min(timeoutMs, 10_000)));
    return found.kind === 'unknown' ? doubt : found;
  } catch {
    return doubt;
  }
}

const shownOf = ({ channel, address }: Candidate, { subject, text }: LeavingMessage): Pick<MessageReport, 'channel' | 'to' | 'subject' | 'text'> => ({
  channel,
  to: maskAddress(channel, address),
  ...(subject === undefined ? {} : { subject }),
  text,
});

const noted = (note: string | undefined): { readonly reason?: string } => (note === undefined ? {} : { reason: note });

function reportOf(end: MessageEnd, sent: { readonly ready: Ready; readonly handed: Handed } | undefined): MessageReport {
  const { ending, notDone, earlier } = end;
  const reason = ending.reason;
  if (earlier) return { status: 'not-sent', code: 'already', contactId: earlier.id, channel: earlier.channel, ...noted(reason) };
  if (end.outcome === 'peace') return { status: 'not-sent', ...notDone };
  const shown = sent && end.candidate ? shownOf(end.candidate, sent.ready.message) : {};
  if (end.doubt) return { ...shown, contactId: end.doubt.contactId, status: 'unknown', ...noted(reason) };
  if (end.outcome === 'failed') return { ...shown, status: 'failed', ...noted(reason) };
  const status = sent?.handed.kind === 'accepted' ? sent.handed.status : 'sent';
  const why = status === 'prepared' ? 'Carta pronta: foi aberta uma tarefa para imprimir e postar.' : sent?.ready.note;
  return { ...shown, ...(end.contactId === undefined ? {} : { contactId: end.contactId }), status, ...noted(why) };
}
