import { ReguaError } from '../../core/errors.ts';
import { redact } from '../../providers/redact.ts';

/** Why one item could not be treated; travels under `problem` to the node's failure output. */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ReguaError) return { code: error.code, message: error.message };
  const detail = redact(error instanceof Error ? error.message : String(error), []);
  return { code: 'internal', message: `Erro inesperado: ${detail}. O caso não foi contatado; rode de novo ou avise quem cuida do n8n.` };
}
