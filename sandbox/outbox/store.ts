import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ulidLike } from './ids.ts';
import type { Channel, OutboxMessage } from './message.ts';

export type MessageFilter = { channel?: Channel; q?: string; limit?: number };

export type MessageList = {
  /** Newest first, at most `limit`. */
  messages: OutboxMessage[];
  /** How many the filter finds. */
  total: number;
  /** How many there are of each channel, whatever the channel asked for; `q` counts. */
  counts: Record<Channel, number>;
};

type Clearing = { clearedAt: string };
type Delivery = { deliveredId: string; deliveredAt: string };

/** All messages, in memory and in an append-only file of JSON lines; clearing and receipts are lines too. */
export class MessageStore {
  readonly #file: string;
  #messages: OutboxMessage[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #addListeners = new Set<(message: OutboxMessage) => void>();

  /** @param file made if missing; a last line that a crash cut off is left out */
  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    for (const line of readLines(file)) {
      const entry = parseLine(line);
      if (!entry) continue;
      if ('clearedAt' in entry) this.#messages = [];
      else if ('deliveredId' in entry) this.#deliver(entry);
      else this.#messages.push(entry);
    }
  }

  add(message: Omit<OutboxMessage, 'id' | 'at'> & { id?: string }): OutboxMessage {
    const at = new Date();
    const whole: OutboxMessage = { id: ulidLike(at), at: at.toISOString(), ...message };
    // Written at once: what a provider has accepted must be there after a crash, or "never twice" could not be tested.
    appendFileSync(this.#file, `${JSON.stringify(whole)}\n`, { mode: 0o600 });
    this.#messages.push(whole);
    this.#tell();
    for (const listener of this.#addListeners) listener(whole);
    return whole;
  }

  clear(): void {
    appendFileSync(this.#file, `${JSON.stringify({ clearedAt: new Date().toISOString() })}\n`, { mode: 0o600 });
    this.#messages = [];
    this.#tell();
  }

  /** @returns the instant of the receipt: the first one counts */
  markDelivered(id: string): string {
    const known = this.find(id)?.deliveredAt;
    if (known !== undefined) return known;
    const delivery: Delivery = { deliveredId: id, deliveredAt: new Date().toISOString() };
    appendFileSync(this.#file, `${JSON.stringify(delivery)}\n`, { mode: 0o600 });
    this.#deliver(delivery);
    this.#tell();
    return delivery.deliveredAt;
  }

  find(id: string): OutboxMessage | undefined {
    return this.#messages.find((message) => message.id === id);
  }

  list({ channel, q, limit = Number.POSITIVE_INFINITY }: MessageFilter = {}): MessageList {
    const counts: Record<Channel, number> = { whatsapp: 0, sms: 0, email: 0, voice: 0 };
    const matches = matcher(q ?? '');
    const messages: OutboxMessage[] = [];
    let total = 0;
    for (let index = this.#messages.length - 1; index >= 0; index--) {
      const message = this.#messages[index]!;
      if (!matches(message)) continue;
      counts[message.channel] += 1;
      if (channel && message.channel !== channel) continue;
      total += 1;
      if (messages.length < limit) messages.push(message);
    }
    return { messages, total, counts };
  }

  /** @returns a function that ends the subscription */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @returns a function that ends the subscription */
  onAdd(listener: (message: OutboxMessage) => void): () => void {
    this.#addListeners.add(listener);
    return () => this.#addListeners.delete(listener);
  }

  #deliver({ deliveredId, deliveredAt }: Delivery): void {
    // A receipt comes soon after its message.
    const index = this.#messages.findLastIndex((message) => message.id === deliveredId);
    if (index >= 0) this.#messages[index] = { ...this.#messages[index]!, deliveredAt };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Finds the words of `q` without regard to case and accents, and a phone number however it is punctuated. */
function matcher(q: string): (message: OutboxMessage) => boolean {
  const words = fold(q).split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  const digits = /^[\d\s()+.-]+$/.test(q) ? q.replace(/\D/g, '') : '';
  return (message) => {
    if (digits.length >= 4 && message.to.replace(/\D/g, '').includes(digits)) return true;
    const text = fold([message.to, message.from, message.subject, message.text, message.reference].join(' '));
    return words.every((word) => text.includes(word));
  };
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

function parseLine(line: string): OutboxMessage | Clearing | Delivery | undefined {
  try {
    return JSON.parse(line) as OutboxMessage | Clearing | Delivery;
  } catch {
    return undefined;
  }
}
