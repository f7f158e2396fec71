import type { ContactStatus } from '../core/case/index.ts';

/**
 * How far a contact has come. A report moves it only forward: `delivered` after `read` says nothing new. `failed` stands between `sent` and
 * `delivered`: a message may fail after it was sent, and a proof of delivery outweighs an earlier failure.
 */
const PROGRESS: Record<ContactStatus, number> = { claimed: 0, unknown: 1, composed: 2, sent: 3, failed: 4, delivered: 5, read: 6, answered: 7 };

export function movesForward(from: ContactStatus, to: ContactStatus): boolean {
  return PROGRESS[to] > PROGRESS[from];
}
