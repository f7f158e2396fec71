import type { Channel } from '../../core/case/index.ts';
import type { Fault } from '../../core/run/index.ts';

/** A message ready to leave. */
export interface OutgoingMessage {
  /** The ledger's contact id: receipts and evidence refer to it, and a provider that knows idempotency keys gets it as one. */
  readonly reference: string;
  readonly channel: Channel;
  /** Phone in E.164 (`+5511987654321`), e-mail address, or postal address on one line. */
  readonly to: string;
  readonly toName?: string;
  readonly subject?: string;
  readonly text: string;
  readonly html?: string;
}

/** Whose fault a refusal is; what is the provider's own, for now, is `unreachable`. */
export type RefusalFault = Exclude<Fault, 'provider'>;

/**
 * What became of one message. A provider never throws: whether it may be tried again on another channel is a decision,
 * and each way of failing has a different answer.
 */
export type SendReceipt =
  /** The provider took it. `delivered` only when it said that it arrived. */
  | { readonly kind: 'sent'; readonly status: 'sent' | 'delivered'; readonly providerMessageId?: string }
  /** Waits for a person to carry it (a letter). */
  | { readonly kind: 'prepared' }
  /** A rehearsal: written out, and handed to nobody. */
  | { readonly kind: 'rehearsed' }
  /** The provider said no, and nothing left: a wrong number, a text it does not take, an account that may not send. */
  | { readonly kind: 'refused'; readonly fault: RefusalFault; readonly error: string }
  /** The request never got there or was turned away for now. Nothing left; a later try is safe. */
  | { readonly kind: 'unreachable'; readonly error: string }
  /** The request left and no answer is known: it may have arrived, so it is never sent again blindly. */
  | { readonly kind: 'unknown'; readonly error: string };

export interface MessageProvider {
  /** Messages that may be under way at once; the caller keeps to it. */
  readonly concurrency: number;
  /** Does not throw. After `signal` aborts, the answer is `unknown` unless it is certain that nothing left. Errors hold no secret. */
  send(message: OutgoingMessage, signal: AbortSignal): Promise<SendReceipt>;
  /** Where the contract allows: what became of a message that is in doubt, by our reference. Still `unknown` when that gives nothing. Does not throw. */
  lookUp?(reference: string, signal: AbortSignal): Promise<SendReceipt>;
  /** Gives connections back; the provider is not used afterwards. */
  close(): Promise<void>;
}
