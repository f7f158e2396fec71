import type { Channel } from '../case/index.ts';

export interface TextFinding {
  /** coercion | ridicule | false-urgency | threat | exposure | legalese | custom … and message.missing-variable etc. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** The words found. */
  readonly excerpt: string;
  readonly message: string;
  readonly suggestion?: string;
}

/** A message as it would leave, and how easy it is to read. */
export interface ComposedMessage extends LeavingMessage {
  /** Flesch reading ease adapted to Portuguese, 0–100; higher is easier. */
  readonly readability: number;
}

/** A message as it would leave. */
export interface LeavingMessage {
  readonly channel: Channel;
  /** E-mail and letter. */
  readonly subject?: string;
  /** Plain text: what SMS, WhatsApp and voice say, and the text part of an e-mail. */
  readonly text: string;
  /** E-mail and letter: accessible HTML. */
  readonly html?: string;
  /** Which of the block's texts it was. */
  readonly variant: string;
  /** SMS: how many segments it takes and in which alphabet. */
  readonly sms?: { readonly segments: number; readonly encoding: 'GSM-7' | 'UCS-2'; readonly length: number };
  /** WhatsApp: the positional form of a registered template; absent when the text has `{% %}` commands. */
  readonly whatsapp?: { readonly body: string; readonly parameters: readonly string[] };
  readonly findings: readonly TextFinding[];
}
