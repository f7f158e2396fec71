import { createHash, timingSafeEqual } from 'node:crypto';

/** What is shorter can be guessed, and opens nothing. */
export const SHORTEST_SECRET = 16;

/** In constant time, whatever their lengths, so that a secret cannot be guessed letter by letter. */
export function sameSecret(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
