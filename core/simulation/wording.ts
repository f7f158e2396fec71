import { agreementsInForce } from '../case/index.ts';
import { personalDataIn } from '../guard/index.ts';
import type { LeavingMessage } from '../message/composed.ts';
import type { ComposeInput } from '../message/index.ts';
import { chooseText, collectibleDebts, composeMessage } from '../message/index.ts';
import type { Compose } from '../run/index.ts';

/** Enough for the guard to take it for a text that shows what a stranger must not read. */
const SHOWS_PERSONAL_DATA = 'R$ 0,00';

/**
 * Writes each text once for all who are alike in what a text can say of them, and keeps what the guard asks about: its findings, and whether it shows
 * personal data. Millions of simulated messages are never read; those that are, are written anew.
 */
export function wordingForGuard(): Compose {
  const known = new Map<object, Map<string, LeavingMessage>>();
  return (input) => {
    const { channel, subject, tierId } = input;
    const text = chooseText(input.texts, { channel, tierId, defaultReason: subject.debtor.defaultReason }) ?? input.texts;
    let alike = known.get(text);
    if (!alike) known.set(text, (alike = new Map()));
    const key = likeness(input);
    let message = alike.get(key);
    if (!message) alike.set(key, (message = essence(composeMessage(input), input)));
    return message;
  };
}

function essence(message: LeavingMessage, { subject }: ComposeInput): LeavingMessage {
  const shown = personalDataIn([message.subject, message.text, message.html].filter((part) => part !== undefined).join('\n'), subject).length > 0;
  return {
    channel: message.channel,
    variant: message.variant,
    findings: message.findings,
    text: shown ? SHOWS_PERSONAL_DATA : '',
  };
}

/** What of a case decides which values its text has at all. */
function likeness({ channel, purpose, subject, settings, agreementId, received, on }: ComposeInput): string {
  const debts = collectibleDebts(subject, on, settings.policies.prescription.years);
  const [anchor] = debts;
  return [
    channel,
    purpose,
    subject.debtor.kind,
    Math.min(2, debts.length),
    debts.length === 1 && Boolean(anchor!.paymentCode),
    Boolean(anchor?.description),
    anchor !== undefined && anchor.dueDate < on,
    agreementsInForce(subject).length > 0,
    agreementId !== undefined,
    received !== undefined && received.excess > 0,
    subject.debts.some(({ payments }) => payments.length > 0),
  ].join();
}
