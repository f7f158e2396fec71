import { setTimeout as pause } from 'node:timers/promises';
import type { Answer } from '../httpAnswers.ts';
import type { OutboxMessage } from './message.ts';
import type { MessageStore } from './store.ts';

/** The addresses of the Régua triggers that listen now; asked again for every receipt, because a cadence may be published any time. */
export type DeliveryWebhooks = () => Promise<readonly string[]>;

export type ReceiptsOptions = {
  store: MessageStore;
  webhooks: DeliveryWebhooks;
  /** What the triggers ask for; undefined = nothing is shown. */
  secret: string | undefined;
  /** Confirms what comes in by gateway or Evolution by itself, this long after its arrival; undefined = only when asked to. */
  afterMs: number | undefined;
};

const ANSWER_PATIENCE_MS = 10_000;

/** A trigger is busy with as many receipts as a real provider would send it at once. */
const AT_ONCE = 4;

const problem = (status: number, code: string, message: string): Answer => ({ status, body: { error: { code, message } } });

/** Delivery receipts, as providers send them to the Régua trigger. Mail has none. */
export class Receipts {
  readonly #options: ReceiptsOptions;
  readonly #ended = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #waiting: { id: string; due: number }[] = [];
  #workers = 0;

  constructor(options: ReceiptsOptions) {
    this.#options = options;
    const { afterMs } = options;
    this.#unsubscribe =
      afterMs === undefined
        ? () => {}
        : options.store.onAdd((message) => {
            if (!hasReceipt(message)) return;
            this.#waiting.push({ id: message.id, due: Date.now() + afterMs });
            if (this.#workers < AT_ONCE) void this.#work();
          });
  }

  /**
   * Tells every trigger that the message arrived: which of them it concerns they don't say, and the others leave it alone. The same message twice tells it once.
   */
  async deliver(id: string): Promise<Answer> {
    const { store, webhooks } = this.#options;
    const message = store.find(id);
    if (!message) return problem(404, 'not_found', 'Esta mensagem não está mais na caixa de saída.');
    if (!hasReceipt(message)) return problem(409, 'no_receipt', 'E-mail não tem recibo de entrega.');
    if (message.deliveredAt !== undefined) return { status: 200, body: { deliveredAt: message.deliveredAt } };
    let accepted = false;
    let refusal: string | undefined;
    try {
      for (const url of await webhooks()) {
        const reason = await this.#tell(url, message);
        if (reason === undefined) accepted = true;
        else refusal ??= reason;
      }
    } catch (error) {
      return problem(502, 'unreachable', `O n8n não respondeu (${(error as Error).message}). Confira se ele está no ar e tente de novo.`);
    }
    if (accepted) return { status: 200, body: { deliveredAt: store.markDelivered(id) } };
    return refusal === undefined
      ? problem(409, 'no_trigger', 'Publique a régua para que o recibo tenha a quem chegar.')
      : problem(502, 'refused', `A régua não aceitou o recibo: ${refusal}`);
  }

  stop(): void {
    this.#unsubscribe();
    this.#ended.abort();
  }

  /** @returns why it was not taken; undefined when it was */
  async #tell(url: string, message: OutboxMessage): Promise<string | undefined> {
    const { secret } = this.#options;
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(secret === undefined ? {} : { authorization: `Bearer ${secret}` }) },
      body: JSON.stringify({
        event: 'delivery',
        id: `${message.id}:delivered`,
        status: 'delivered',
        ...(message.reference === undefined ? { providerMessageId: message.id } : { reference: message.reference }),
      }),
      signal: AbortSignal.any([this.#ended.signal, AbortSignal.timeout(ANSWER_PATIENCE_MS)]),
    });
    const answer = (await response.json().catch(() => ({}))) as { reason?: string };
    return response.ok ? undefined : (answer.reason ?? `resposta ${response.status}`);
  }

  async #work(): Promise<void> {
    this.#workers += 1;
    try {
      for (let next = this.#waiting.shift(); next && !this.#ended.signal.aborted; next = this.#waiting.shift()) {
        await pause(Math.max(0, next.due - Date.now()), undefined, { signal: this.#ended.signal, ref: false });
        // One that fails stays unconfirmed on the page, with its button.
        await this.deliver(next.id);
      }
    } catch (error) {
      if (!this.#ended.signal.aborted) throw error;
    } finally {
      this.#workers -= 1;
    }
  }
}

function hasReceipt({ via }: OutboxMessage): boolean {
  return via !== 'smtp';
}
