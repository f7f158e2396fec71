import type { DraftNoteCode, DraftNoteValues } from '../../../../core/workflow/recognise/notes.ts';
import { labels } from './labels.ts';

/** What the reading of a hand-made workflow says of each node. */
const DRAFT_NOTES: { readonly [Code in DraftNoteCode]: (values: DraftNoteValues[Code]) => string } = {
  'read.message': ({ channel, day }) => `Became the message by ${labels.channels[channel]} of ${day}.`,
  'read.payment': ({ channel }) => `Became the thank-you by ${labels.channels[channel]}, in the reaction to a payment.`,
  'read.days': ({ days }) => `The days of this condition: ${days}.`,
  'read.source': ({ days }) =>
    `The debts of ${days} came from here. The day was read; the debts come in by the portfolio of the cadence, which the import fills.`,
  'read.fields': () => 'The fields and texts that this node makes were read.',
  'read.wait': ({ days }) => `The wait of ${days} ${days === 1 ? 'day was' : 'days was'} added to the steps that follow.`,
  'read.schedule': ({ at }) => `The cadence runs every day at ${at}.`,
  'read.task': ({ day }) => `Became a task for a person on ${day}.`,
  'read.team': ({ day, recipient }) =>
    `Always goes to ${recipient}, who is not the debtor: became a task for the team on ${day}. If it was the debtor, replace the task by a message.`,
  'read.bureau': ({ day }) => `Became a request to the credit bureau on ${day}. The law asks for a proven notice before it: see the findings.`,
  'read.protest': ({ day }) => `Became a task for the legal team on ${day}: a person decides about protest or lawsuit.`,
  'covered.paid': () => 'The cadence leaves those who paid in peace; this condition is not needed.',
  'covered.sent': () => 'The cadence knows what it sent and never repeats it; this condition is not needed.',
  'covered.contact': () => 'The cadence chooses the channel by the contacts that the debtor has.',
  'covered.failure': () => 'The cadence deals with a failed message: it tries again, changes channel or calls a person.',
  'covered.record': () => 'The cadence records what was sent; no note in a spreadsheet or database is needed.',
  'covered.flow': () => 'The cadence goes case by case; loops, merges, limits and tidying of data are not needed.',
  'covered.duplicates': () => 'The cadence never sends the same message twice.',
  'covered.pause': () => 'The cadence spaces its messages; this pause is not needed.',
  'covered.manual': () => 'A published cadence also runs at once, by the node "Rodar agora".',
  'left.source': () =>
    'The debts came from here. Import them into the portfolio of the cadence: in the designer, or by linking this source to the import node.',
  'left.trigger': () =>
    'The cadence runs once a day, not when this node fires. What happens outside the calendar comes in by the reactions (payment, reply, promise).',
  'left.condition': () => 'This condition is not about days. One track was made; if it tells clients or amounts apart, create tiers and a track for each.',
  'left.code': () => 'No days or texts were found in this code. If it decides who gets what, make that rule again with steps and tiers.',
  'left.python': () => 'Only JavaScript is read. If this code decides days or texts, put them into the steps.',
  'left.ai': () => 'The AI wrote the text. Write a base text in the message; then you may switch on AI wording, which the guard checks.',
  'left.payment-link': () => "The way to pay came from here. Fill in the creditor's payment page or Pix key, or bring each debt's code with the import.",
  'left.channel': ({ channel }) => `The cadence does not send by ${channel}. Choose e-mail, WhatsApp, SMS, call or letter for this message.`,
  'left.wait': () => 'This wait has no number of days that could be understood (it waits for a date or an answer). Check the days of the steps that follow.',
  'left.schedule': () => 'The schedule is not "every day at a time", or lies outside of contact hours; 09:00 was kept.',
  'left.request': () => 'What this call does was not recognised. If it sends messages, put the message into the step; if it tells the team, create a task.',
  'left.other': () => 'A cadence has no place for this node. If it is missed, publish the cadence and link it again in n8n: foreign nodes are kept.',
  'left.disabled': () => 'It is switched off in n8n; it was left out.',
  'left.unreached': () => 'No trigger leads to this node, so that it does not run in n8n; it was left out.',
  'left.far': ({ day }) => `${day} lies beyond what a cadence reaches (D-60 to D+2000); it was left out.`,
  'check.guessed': ({ day }) => `No day was found for this; it was put on ${day}. Check the day of the step.`,
  'check.from-words': ({ day }) => `The day came from the name of the node or from the text: ${day}. Check it.`,
  'check.open': ({ day }) => `The condition holds on several days, and could send every day there. In a cadence each step happens once: it stands on ${day}.`,
  'check.branch': ({ channel, day }) =>
    `There is more than one text by ${labels.channels[channel]} on ${day}, and what decides between them is not the day. The first one stayed; the others are in the note of the block.`,
  'check.same-day': ({ day }) =>
    `On ${day} messages went by more than one channel. The cadence sends one, by the best channel of each debtor; the texts of all stayed.`,
  'check.no-text': () => 'The text of this message was not found. Write it in the step.',
  'check.field': ({ field }) =>
    `What "${field}" is was not understood. The text holds [INSERIR: ${field}]: put a variable there or delete it; the message does not leave like this.`,
  'check.provider-template': ({ template }) => `The text is the template "${template}", which the provider keeps. Copy its words into the step.`,
  'check.broken': ({ count }) => `${count} ${count === 1 ? 'entry' : 'entries'} of the list of nodes could not be read as a node.`,
};

/** Undefined for a code that is none of these. */
export function draftNoteWords(code: string, values: Readonly<Record<string, string | number>> = {}): string | undefined {
  const words = Object.hasOwn(DRAFT_NOTES, code)
    ? (DRAFT_NOTES[code as DraftNoteCode] as (values: Readonly<Record<string, string | number>>) => string)
    : undefined;
  return words?.(values);
}
