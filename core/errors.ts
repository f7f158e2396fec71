/**
 * The one error of the core: a code for programs, a sentence in Portuguese that says what to do, and the field it is about.
 * The sentence never holds a secret or an unmasked CPF.
 */
export class ReguaError extends Error {
  readonly code: string;
  readonly field: string | undefined;

  constructor(code: string, message: string, options: { field?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ReguaError';
    this.code = code;
    this.field = options.field;
  }
}
