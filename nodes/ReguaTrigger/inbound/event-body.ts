import { z } from 'zod';
import { channelSchema } from '../../../core/cadence/blocks.ts';
import { DEFAULT_REASONS } from '../../../core/case/index.ts';
import { parseCivilDate } from '../../../core/civil-date.ts';
import { parseMoney } from '../../../core/money.ts';
import { REVERSAL_KINDS } from '../../../core/payment/index.ts';

const text = z.string().trim().min(1).max(200);
const longText = z.string().max(10_000);

/** `"150,00"`, `"150.00"` or a number of reais → cents. */
const money = z.union([z.string(), z.number()]).transform((value, context) => {
  try {
    const cents = parseMoney(value);
    if (cents > 0) return cents;
  } catch {
    // said below
  }
  context.addIssue({ code: 'custom', message: 'escreva um valor maior que zero, como "150,00"' });
  return z.NEVER;
});

const date = z.string().transform((value, context) => {
  try {
    return parseCivilDate(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'escreva a data como 2026-11-21' });
    return z.NEVER;
  }
});

/** An instant, given with `Z` or an offset, as UTC. */
const instant = z.iso.datetime({ offset: true, error: 'escreva o instante como 2026-11-21T12:00:00Z' }).transform((value) => new Date(value).toISOString());

/** Who it is about: any one of these; the most specific one that is given counts. */
const who = {
  caseId: text.optional(),
  debtNumber: text.optional(),
  document: text.optional(),
  phone: text.optional(),
  email: text.optional(),
};

const common = {
  ...who,
  /** The sender's own id of the event: the same one twice has its effects once. */
  id: text.optional(),
  at: instant.optional(),
  /** Why the debtor fell behind, when they told. */
  reason: z.enum(DEFAULT_REASONS).optional(),
};

/** The JSON that the trigger takes by POST, one event a request; keys that are not known are let pass. */
export const eventBodySchema = z.discriminatedUnion('event', [
  z.object({ ...common, event: z.literal('payment'), reference: text, amount: money, paidOn: date.optional(), debtId: text.optional() }),
  z.object({
    ...common,
    event: z.literal('reversal'),
    /** The reversal's own id at the provider; without it a payment is reversed whole, once. */
    reference: text.optional(),
    paymentReference: text,
    reversalKind: z.enum(REVERSAL_KINDS).default('refund'),
    amount: money.optional(),
    on: date.optional(),
    note: longText.optional(),
  }),
  z.object({ ...common, event: z.literal('reply'), channel: channelSchema, text: longText }),
  z.object({ ...common, event: z.literal('promise'), dueOn: date, amount: money.optional() }),
  z.object({ ...common, event: z.literal('agreement'), offerId: text.optional(), installments: z.int().min(1).max(120).default(1), policyId: text.optional() }),
  z.object({ ...common, event: z.literal('dispute'), debtNumbers: z.array(text).optional(), resolved: z.boolean().default(false), text: longText.optional() }),
  z.object({ ...common, event: z.literal('optOut'), channel: z.union([channelSchema, z.literal('all')]).default('all') }),
  z.object({ ...common, event: z.literal('survey'), score: z.number().min(0).max(10), comment: longText.optional() }),
  z.object({
    ...common,
    event: z.literal('delivery'),
    /** Our contact id, which providers get as `reference`. */
    reference: text.optional(),
    providerMessageId: text.optional(),
    status: z.enum(['delivered', 'read', 'failed']),
    failure: longText.optional(),
  }),
]);
export type EventBody = z.output<typeof eventBodySchema>;
export type EventBodyOf<K extends EventBody['event']> = Extract<EventBody, { event: K }>;

/** What is wrong with a body, as a sentence for whoever sends it. */
export function bodyComplaint(error: z.ZodError): string {
  const issue = error.issues[0]!;
  const field = issue.path.map(String).join('.');
  if (field === 'event') return 'O campo "event" precisa ser um de: payment, reply, promise, agreement, dispute, optOut, survey, delivery, reversal.';
  if (field === '') return 'O corpo precisa ser um objeto JSON com o campo "event".';
  return `Confira o campo "${field}": ${issue.code === 'custom' || issue.code === 'invalid_format' ? issue.message : 'falta, ou não é um valor permitido'}.`;
}
