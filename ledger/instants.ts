import { ReguaError } from '../core/errors.ts';

/** One spelling of an instant (`2026-11-21T12:00:00.000Z`), so that text comparison is time comparison. */
export function instant(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new ReguaError('ledger.instant', `Não entendi o instante "${text}". Use o formato 2026-11-21T12:00:00Z.`, { field: 'at' });
  }
  return new Date(time).toISOString();
}

export function laterBy(text: string, milliseconds: number): string {
  return new Date(Date.parse(text) + milliseconds).toISOString();
}
