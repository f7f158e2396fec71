import { z } from 'zod';
import { CHANNELS } from '../case/channel.ts';
import { UFS } from '../identity/uf.ts';

export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const timeSchema = z.string().regex(/^(?:([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'Escreva o horário como 09:00.');

/** `["09:00", "18:00"]`: from the first minute up to, and without, the second. */
const rangeSchema = z.tuple([timeSchema, timeSchema]).refine(([from, to]) => from < to, 'O fim do horário precisa vir depois do começo.');
const rangesSchema = z.array(rangeSchema).max(4).default([]);

/** Hours of contact by weekday; an empty list is a closed day. Sundays and holidays are closed whatever is written here. */
export const weekWindowSchema = z.strictObject({
  monday: rangesSchema,
  tuesday: rangesSchema,
  wednesday: rangesSchema,
  thursday: rangesSchema,
  friday: rangesSchema,
  saturday: rangesSchema,
  sunday: rangesSchema,
});
export type WeekWindow = z.output<typeof weekWindowSchema>;

const week = (weekdays: readonly [string, string] | null, saturday: readonly [string, string] | null): WeekWindow => {
  const day = (): [string, string][] => (weekdays ? [[...weekdays]] : []);
  return { monday: day(), tuesday: day(), wednesday: day(), thursday: day(), friday: day(), saturday: saturday ? [[...saturday]] : [], sunday: [] };
};

/** Monday to Friday, 9 to 18, where the debtor is. */
export const DEFAULT_WEEK: WeekWindow = week(['09:00', '18:00'], null);

export interface StateLawWindow {
  readonly window: WeekWindow;
  /** `law`: read in the statute, always enforced. `second-hand`: read in a secondary source only, enforced when the user says so. */
  readonly standing: 'law' | 'second-hand';
  readonly note: string;
}

/** Hours that state laws allow for collection. */
export const STATE_LAW_WINDOWS: Readonly<Partial<Record<(typeof UFS)[number], StateLawWindow>>> = {
  SP: { window: week(['08:00', '20:00'], ['08:00', '14:00']), standing: 'law', note: 'Lei SP 15.426/2014: segunda a sexta, 8h às 20h; sábado, 8h às 14h.' },
  AL: {
    window: week(['08:00', '20:00'], ['08:00', '14:00']),
    standing: 'law',
    note: 'Lei AL 7.782/2016, mensagens incluídas: segunda a sexta, 8h às 20h; sábado, 8h às 14h.',
  },
  RJ: {
    window: week(['09:00', '19:00'], null),
    standing: 'second-hand',
    note: 'Segunda a sexta, 9h às 19h (Lei RJ 7.868/2018, segundo terceiros; o texto não foi lido).',
  },
  ES: {
    window: week(['08:00', '19:00'], null),
    standing: 'second-hand',
    note: 'Segunda a sexta, 8h às 19h (Lei ES 10.626/2017, segundo a imprensa; o texto não foi lido).',
  },
  AM: {
    window: week(['08:00', '18:00'], ['08:00', '14:00']),
    standing: 'second-hand',
    note: 'Segunda a sexta, 8h às 18h; sábado, 8h às 14h. As fontes divergem: a Lei AM 360/2016 veda depois das 19h e nos fins de semana.',
  },
  MG: {
    window: week(['09:00', '18:00'], ['10:00', '13:00']),
    standing: 'second-hand',
    note: 'Segunda a sexta, 9h às 18h; sábado, 10h às 13h (projeto que muda a Lei MG 19.095/2010; a sanção não foi confirmada).',
  },
};

/**
 * When the creditor lets contacts happen. The effective hours are the intersection of all that applies: the state's own hours
 * (or the default), the channel's, and state law; so nothing written here is ever wider than a statute.
 */
export const contactWindowsSchema = z.strictObject({
  default: weekWindowSchema.default(DEFAULT_WEEK),
  byState: z.partialRecord(z.enum(UFS), weekWindowSchema).default({}),
  byChannel: z.partialRecord(z.enum(CHANNELS), weekWindowSchema).default({}),
  /** States whose second-hand hours are enforced too. */
  enforcedStates: z.array(z.enum(UFS)).default([]),
});
export type ContactWindows = z.output<typeof contactWindowsSchema>;

export const DEFAULT_WINDOWS: ContactWindows = contactWindowsSchema.parse({});
