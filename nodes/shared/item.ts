import { z } from 'zod';
import { civilDateText } from './civil-date-text.ts';
import type { Moment } from './today.ts';
import { momentOf, momentOfItem } from './today.ts';

const text = z.string();
const reasons = z.array(text).default([]);

/**
 * What travels between our nodes: references and what is worth seeing in n8n's table, never the case itself. Money is decimal
 * text ("1234.56"). Keys that other nodes added pass through. There is never a key `error`: n8n's Retry On Fail would run all
 * items again on it.
 */
export const caseItemSchema = z.looseObject({
  caseId: text.min(1),
  runId: text.optional(),
  cadenceId: text.optional(),
  today: civilDateText.optional(),
  /** Only when the day is a simulated one: the instant that takes the clock's place. */
  now: text.optional(),
  /** Nothing leaves and nothing is written for it. */
  rehearsal: z.boolean().optional(),
  tier: z.looseObject({ id: text, name: text, reasons }).optional(),
  step: z
    .looseObject({
      id: text,
      name: text,
      day: z.number(),
      trackId: text,
      cycle: text,
      /** The block that ends the step; absent: the first of ours that is done. */
      closedBy: text.optional(),
      /** When the case is to be looked at again once this step is done; null = an event brings it back. */
      nextActionOn: civilDateText.nullable(),
      reasons,
    })
    .optional(),
  channel: z
    .looseObject({
      chosen: text,
      contactPointId: text.nullable(),
      reasons,
      ranking: z.array(z.looseObject({ channel: text, contactPointId: text.nullable(), eligible: z.boolean() })).default([]),
    })
    .optional(),
  offerPolicyId: text.optional(),
  message: z.looseObject({ contactId: text.optional() }).optional(),
  /** What happened, on the event branches. `id` makes reactions to it happen once. */
  event: z.looseObject({ kind: text, id: text }).optional(),
  why: reasons,
});
export type CaseItem = z.infer<typeof caseItemSchema>;

const momentSchema = caseItemSchema.pick({ today: true, now: true, rehearsal: true });

/** The moment of an item that may hold no case: its own, if it carries one. */
export function momentOfJson(json: object): Moment {
  const own = momentSchema.safeParse(json);
  return own.success ? momentOfItem(own.data) : momentOf(undefined);
}
