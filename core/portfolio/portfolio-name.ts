import { z } from 'zod';

/** What a node of ours works on when nobody named a portfolio; no cadence made in the designer is given it. */
export const DEFAULT_PORTFOLIO = 'principal';

export const LONGEST_PORTFOLIO_NAME = 100;

/** Control characters, line breaks and marks that turn the direction of writing: two names that look alike have to be one name. */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** A portfolio's name as a document holds it: what a person reads, trimmed. Empty only while it is being written, which is a finding. */
export const portfolioNameSchema = z
  .string()
  .trim()
  .max(LONGEST_PORTFOLIO_NAME)
  .refine((name) => !INVISIBLE.test(name), { error: 'O nome da carteira não pode ter quebras de linha nem caracteres de controle.' });

/** The name, trimmed, or undefined for what is none: empty, too long, with characters nobody sees, or no text at all. */
export function readPortfolioName(value: unknown): string | undefined {
  const read = portfolioNameSchema.safeParse(value);
  return read.success && read.data !== '' ? read.data : undefined;
}

/**
 * A name that belongs to one cadence alone: the cadence's own, with a mark that no other has.
 * @param mark a few letters or digits, such as the end of the cadence's id
 */
export function ownPortfolioName(cadenceName: string, mark: string): string {
  const end = ` · ${mark}`;
  const name = cadenceName.replace(new RegExp(INVISIBLE.source, 'gu'), ' ').slice(0, LONGEST_PORTFOLIO_NAME - end.length);
  return `${name.trim()}${end}`.trim();
}
