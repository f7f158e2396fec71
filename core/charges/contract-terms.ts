import Big from 'big.js';
import { z } from 'zod';
import { ReguaError } from '../errors.ts';
import { DEFAULT_CONTRACT_RATES } from './legal-limits.ts';

/** A percentage as decimal text (`"2"`, `"0.5"`); numbers and decimal commas are taken in, 0 to 100. */
export const percentSchema = z.union([z.string(), z.number()]).transform((value, context) => {
  const percent = readPercent(value);
  if (percent !== undefined) return percent;
  context.addIssue({ code: 'custom', message: `Não entendi o percentual "${value}". Escreva um número de 0 a 100, como 2 ou 0,5.` });
  return z.NEVER;
});

/** Normalised decimal text, or undefined when it is no percentage between 0 and 100. */
export function readPercent(value: string | number): string | undefined {
  const text = String(value).trim().replace(/\s*%$/, '').replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const percent = new Big(text);
  return percent.lte(100) ? percent.toFixed() : undefined;
}

const wholeDays = z.number().int().min(0).max(365);

/** A discount for paying early: a percentage of the principal, or an amount in cents. */
export const earlyDiscountSchema = z.union([
  z.object({ percent: percentSchema, untilDaysBeforeDue: wholeDays.default(0) }),
  z.object({ amount: z.number().int().positive(), untilDaysBeforeDue: wholeDays.default(0) }),
]);

export const correctionIndexSchema = z.enum(['none', 'ipca', 'inpc', 'igpm']);

/** What the contract says about paying early or late. Parse with `{}` for the usual contract. */
export const contractTermsSchema = z.object({
  /** Once, on what was unpaid when the debt fell due. */
  finePercent: percentSchema.default(DEFAULT_CONTRACT_RATES.finePercent),
  /** Simple, a month of 30 days, pro rata by day. Ignored when `legalInterest` is on. */
  interestMonthlyPercent: percentSchema.default(DEFAULT_CONTRACT_RATES.interestMonthlyPercent),
  correctionIndex: correctionIndexSchema.default('none'),
  /**
   * `whole-months`: the index of the due month up to the month before payment, as the courts' practical tables do.
   * `daily`: each month's index in proportion to its calendar days in arrears.
   */
  correctionMethod: z.enum(['whole-months', 'daily']).default('whole-months'),
  /** Taxa Legal (Código Civil 406) in the place of contracted interest. */
  legalInterest: z.boolean().default(false),
  /**
   * Simple interest a month for days before 30/08/2024, when the Taxa Legal did not exist. Case law is divided (1% a month
   * by CTN 161 §1; Selic by STJ's Tema 1.368), so nothing is charged for them until the user says how much.
   */
  interestBeforeTaxaLegalPercent: percentSchema.default('0'),
  /** Days after the due date within which nothing accrues; past them, charges count from the due date. */
  graceDays: wholeDays.default(0),
  earlyDiscount: earlyDiscountSchema.optional(),
});

export type ContractTerms = z.output<typeof contractTermsSchema>;
export type ContractTermsInput = z.input<typeof contractTermsSchema>;
export type EarlyDiscount = z.output<typeof earlyDiscountSchema>;
export type CorrectionIndex = z.output<typeof correctionIndexSchema>;

/**
 * Complete terms from the part that is given.
 * @throws ReguaError `terms.invalid` naming the first field that is wrong
 */
export function contractTerms(input: ContractTermsInput = {}): ContractTerms {
  const parsed = contractTermsSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new ReguaError(
    'terms.invalid',
    issue?.code === 'custom' ? issue.message : 'As condições do contrato não foram entendidas. Confira percentuais e prazos.',
    {
      field: issue?.path.join('.') || 'terms',
    },
  );
}

/** Nothing agreed: no fine, no interest, no correction. */
export const NO_CHARGES: ContractTerms = contractTerms({ finePercent: '0', interestMonthlyPercent: '0' });
