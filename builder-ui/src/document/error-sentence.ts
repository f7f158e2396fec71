import { ReguaError } from '../../../core/errors.ts';
import { t } from '../strings/index.ts';

/** What to tell a person about a thrown thing: our own sentence, or a plain one with the technical text kept. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ReguaError) return t().says.refusal(error);
  return t().errors.unexpected(error instanceof Error ? error.message : String(error));
}
