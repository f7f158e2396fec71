import { z } from 'zod';
import { cityHolidaysSchema, contactWindowsSchema } from '../calendar/index.ts';
import { contractTermsSchema } from '../charges/index.ts';
import { channelSchema, idSchema } from './blocks.ts';
import { CREDITOR_FIELDS, FREQUENCY_FIELDS } from './definitions/creditor.ts';
import { schemasOf } from './definitions/field.ts';
import { TIER_FIELDS, TIER_RULE_FIELDS } from './definitions/tiers.ts';

export { CREDITOR_KINDS } from './definitions/creditor.ts';

const percentSchema = z.number().min(0).max(100);
const centsSchema = z.int().min(0);

export const creditorSchema = z.strictObject(schemasOf(CREDITOR_FIELDS));
export type Creditor = z.infer<typeof creditorSchema>;

/** How a debt that is overdue already when it is first seen begins. */
export const LATE_ENTRIES = ['catch-up', 'first-step', 'latest-step'] as const;
export type LateEntry = (typeof LATE_ENTRIES)[number];

export const frequencySchema = z.strictObject(schemasOf(FREQUENCY_FIELDS));
export type FrequencyPolicy = z.infer<typeof frequencySchema>;

export const offerPolicySchema = z.strictObject({
  id: idSchema,
  name: z.string().min(1).max(100),
  /** Empty = every tier. */
  tierIds: z.array(idSchema).default([]),
  /** Days overdue of the anchor, inclusive. */
  fromDay: z.int().min(0).default(0),
  toDay: z.int().min(0).optional(),
  /** Largest discount per component, in percent. */
  discount: z
    .strictObject({
      principal: percentSchema.default(0),
      fine: percentSchema.default(0),
      interest: percentSchema.default(0),
      correction: percentSchema.default(0),
    })
    .prefault({}),
  /** Discount in instalments is this share (percent) of the cash discount. */
  installmentDiscountShare: percentSchema.default(0),
  maxInstallments: z.int().min(1).max(120).default(1),
  /** Monthly rate of the Price table; 0 = equal instalments without interest. */
  monthlyRatePercent: percentSchema.default(0),
  minEntryPercent: percentSchema.default(0),
  minInstallmentCents: centsSchema.default(5000),
  validityDays: z.int().min(0).max(90).default(5),
});
export type OfferPolicy = z.infer<typeof offerPolicySchema>;

export const tierRuleSchema = z.strictObject(schemasOf(TIER_RULE_FIELDS));
export type TierRule = z.infer<typeof tierRuleSchema>;

/** Tiers are tried in order; the first whose rule holds is the case's. */
export const tierSchema = z.strictObject({ ...schemasOf(TIER_FIELDS), rule: tierRuleSchema.prefault({}) });
export type Tier = z.infer<typeof tierSchema>;

export const CHANNEL_PROVIDERS = ['smtp', 'gateway', 'evolution', 'manual', 'none'] as const;

const channelSettingsSchema = z.strictObject({
  provider: z.enum(CHANNEL_PROVIDERS).default('none'),
  costCents: centsSchema.default(0),
});

export const policiesSchema = z.strictObject({
  contract: contractTermsSchema.prefault({}),
  windows: contactWindowsSchema.prefault({}),
  /** Municipal holidays, which no table ships: they close the day for contacts, business days and due dates of debtors of that city. */
  cityHolidays: cityHolidaysSchema.default([]),
  frequency: frequencySchema.prefault({}),
  vocabulary: z
    .strictObject({
      /** Words the creditor never uses, beside the built-in list. */
      blocked: z.array(z.strictObject({ term: z.string().min(2).max(100), suggestion: z.string().max(200).optional() })).default([]),
      /** Built-in terms the creditor took responsibility for. */
      allowed: z.array(z.string().max(100)).default([]),
    })
    .prefault({}),
  /** Who sends on each channel and what a contact costs. */
  channels: z
    .strictObject({
      email: channelSettingsSchema.prefault({ provider: 'smtp', costCents: 1 }),
      sms: channelSettingsSchema.prefault({ provider: 'gateway', costCents: 9 }),
      whatsapp: channelSettingsSchema.prefault({ provider: 'gateway', costCents: 35 }),
      voice: channelSettingsSchema.prefault({ provider: 'gateway', costCents: 25 }),
      letter: channelSettingsSchema.prefault({ provider: 'manual', costCents: 450 }),
    })
    .prefault({}),
  offers: z.array(offerPolicySchema).default([]),
  /** When a payment that falls a little short settles all the same; the rest is let go, with its reason. */
  payment: z
    .strictObject({
      /** A rest up to this, left over by a payment, is not charged: asking for it would cost the debtor's trust, and more than it is worth. */
      toleranceCents: z.int().min(0).max(10_000).default(100),
      /** What a message asked for settles the debt when paid up to so many business days after it; 0 = the same day. */
      messageStandsBusinessDays: z.int().min(0).max(10).default(1),
    })
    .prefault({}),
  promise: z
    .strictObject({
      /** How far ahead a promise may lie. */
      maxDays: z.int().min(1).max(60).default(10),
      /** Business days to wait for the payment to clear after the promised date. */
      graceBusinessDays: z.int().min(0).max(10).default(2),
    })
    .prefault({}),
  /** Instalments of an agreement have a cadence of their own. */
  agreement: z
    .strictObject({
      /** Days before an instalment's due date on which a friendly reminder goes; 0 is the day itself. */
      remindDaysBefore: z.array(z.int().min(0).max(30)).max(5).default([3]),
      /** Days after it on which a late instalment is asked for. */
      remindDaysLate: z.array(z.int().min(1).max(60)).max(5).default([1, 5]),
      /** An instalment unpaid for more than so many calendar days may break the agreement. */
      breakAfterDays: z.int().min(1).max(90).default(10),
    })
    .prefault({}),
  /**
   * How a case enters that is already old when first seen: by its first step after the due date, catching up at the pace of the contact limits or living
   * its whole cadence that much later, or by the step of the day.
   */
  lateEntry: z.enum(LATE_ENTRIES).default('catch-up'),
  /**
   * When a channel's provider or account doesn't answer, the message waits for the day's next run unless another channel may take its place: by default one
   * that costs no more.
   */
  outage: z
    .strictObject({
      /** How much dearer than the silent channel another may be. */
      extraCents: centsSchema.default(0),
      /** A letter takes days, and the provider is mostly back tomorrow. */
      letter: z.boolean().default(false),
    })
    .prefault({}),
  /** What a formal step (notice, registration, court, lawyers) rests on: so many contacts about this debt that arrived, and so many days since the first. */
  beforeFormal: z
    .strictObject({
      contacts: z.int().min(0).max(20).default(2),
      days: z.int().min(0).max(365).default(15),
    })
    .prefault({}),
  prescription: z.strictObject({ years: z.int().min(1).max(20).default(5) }).prefault({}),
  bureau: z
    .strictObject({
      /** Calendar days between the notice's proven delivery and the request. */
      noticeWaitDays: z.int().min(0).max(60).default(10),
      minAmountCents: centsSchema.default(0),
      /** Business days for the removal after full payment (Súmula 548). */
      removalBusinessDays: z.int().min(1).max(5).default(5),
    })
    .prefault({}),
  smallClaims: z
    .strictObject({
      minAmountCents: centsSchema.default(0),
      withLawyer: z.boolean().default(false),
    })
    .prefault({}),
});
export type Policies = z.infer<typeof policiesSchema>;

export { channelSettingsSchema, channelSchema };
